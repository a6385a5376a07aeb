using CcHc.Core.Findings;

namespace CcHc.Core.Registers;

/// <summary>What one workbook said: its tasks in the order they stand, and every finding about it.</summary>
/// <param name="Title">The plan's title as printed above the table; empty when there is none.</param>
/// <param name="IsRegister">False when no table of tasks was found (a timetable, a letter, an empty book).</param>
public sealed record RegisterReading(string File, string Hash, string Title, int? PlanYear, bool IsRegister, IReadOnlyList<RegisterTask> Tasks,
    IReadOnlyList<Finding> Findings)
{
    /// <summary>Which header was taken for which field, in Vietnamese; a line for each table that differs.</summary>
    public string Columns { get; init; } = "";
}
