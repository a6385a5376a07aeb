using CcHc.Adapters.Storage.Runs;

namespace CcHc.Dashboard.Pages.Jobs;

/// <summary>Where a run is shown by whoever executed it (liên kết của lần chạy); a host that executes registers it.</summary>
/// <param name="Of">Null: it is not there, or no longer.</param>
public sealed record RunLinks(Func<LoggedRun, string?> Of);
