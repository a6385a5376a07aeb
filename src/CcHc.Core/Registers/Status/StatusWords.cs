namespace CcHc.Core.Registers.Status;

/// <summary>What a status text or share comes to alone, without a year or a header (tình trạng); see <see cref="StatusParser"/>.</summary>
public static class StatusWords
{
    /// <summary>An empty cell is <see cref="TaskProgress.Open"/>.</summary>
    public static TaskProgress Read(string text) => StatusParser.Read(text).Progress;

    /// <summary>A cell formatted as a percentage holds 1 for 100 %.</summary>
    public static TaskProgress Read(double share) => StatusParser.Read(share);
}
