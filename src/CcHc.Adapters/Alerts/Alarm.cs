namespace CcHc.Adapters.Alerts;

/// <summary>Something that does not work and has not been put right yet (sự cố).</summary>
/// <param name="Job">The job's name in jobs.yml.</param>
/// <param name="Since">When it was first seen.</param>
/// <param name="Last">When it was last seen.</param>
/// <param name="Trouble">The run's own summary: exact English.</param>
public sealed record Alarm(string Job, DateTimeOffset Since, DateTimeOffset Last, string Trouble);

/// <summary>Which ways of telling were open.</summary>
/// <param name="Troubles">One English sentence for each way that was not; for the log.</param>
public sealed record AlarmReport(bool InDataFolder, bool InOutputFolder, bool ByMail, IReadOnlyList<string> Troubles);
