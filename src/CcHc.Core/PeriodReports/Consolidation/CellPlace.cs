namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>The cell a value was read from (ô nguồn).</summary>
/// <param name="File">Path relative to the shared folder, forward slashes.</param>
/// <param name="Cell">"F12".</param>
public sealed record CellPlace(string File, string Sheet, string Cell);
