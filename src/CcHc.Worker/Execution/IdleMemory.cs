namespace CcHc.Worker.Execution;

/// <summary>
/// Gives back what a run leaves behind (bộ nhớ lúc rỗi): the collector works when something is asked for, and an idle service asks for nothing until the next
/// run.
/// </summary>
internal static class IdleMemory
{
    /// <summary>Below it there is nothing worth a pause.</summary>
    private const long WorthWhile = 48L * 1024 * 1024;

    public static void GiveBack()
    {
        if (GC.GetGCMemoryInfo().TotalCommittedBytes > WorthWhile)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
