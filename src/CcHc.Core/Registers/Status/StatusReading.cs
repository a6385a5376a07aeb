namespace CcHc.Core.Registers.Status;

/// <summary>What words of a status (tình trạng), a tick or a share say.</summary>
/// <param name="Day">The day of completion the words give; null when they give none, or several that cannot be told apart.</param>
/// <param name="DoneThrough">The last day of the period that is done: "đã gửi quý I" ends no yearly task, but its first quarter.</param>
public sealed record StatusReading(TaskProgress Progress, DateOnly? Day = null, DateOnly? DoneThrough = null)
{
    public static StatusReading Nothing { get; } = new(TaskProgress.Open);

    public static StatusReading Unknown { get; } = new(TaskProgress.Unknown);
}
