namespace CcHc.Worker.Execution;

/// <summary>Runs a job's occurrence (lần chạy); the engine behind an <see cref="IRunDispatcher"/> calls it, at least once for every run handed over.</summary>
public interface IRunByOccurrence
{
    /// <summary>Does nothing when the occurrence already ran or is running elsewhere.</summary>
    /// <param name="wasBegunBefore">The engine began this very run before and did not see it succeed: it failed, or was stopped, or its server is dead.</param>
    /// <param name="cancellationToken">The engine is stopping; the run is given to another server or to the next start.</param>
    /// <exception cref="Exception">The run failed. It is called again with the same key, as often as the job's retry rule says.</exception>
    Task RunAsync(string job, string occurrenceKey, bool wasBegunBefore, CancellationToken cancellationToken);
}
