namespace CcHc.Worker.Execution;

/// <summary>Takes a due run over from who decides when (bộ phận giao việc).</summary>
public interface IRunDispatcher
{
    /// <returns>False: nobody here takes runs over, whoever asks runs the job itself. True: the run is stored and will be made, however often this process ends.</returns>
    bool TryDispatch(string job, string occurrenceKey);
}

/// <summary>Without a second engine: whoever decides when also runs the job.</summary>
internal sealed class NoRunDispatcher : IRunDispatcher
{
    public bool TryDispatch(string job, string occurrenceKey) => false;
}
