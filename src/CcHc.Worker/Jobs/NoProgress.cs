namespace CcHc.Worker.Jobs;

/// <summary>Nobody is watching.</summary>
internal sealed class NoProgress : IProgress<(int Done, int Of)>
{
    public static NoProgress Instance { get; } = new();

    public void Report((int Done, int Of) value)
    {
    }
}
