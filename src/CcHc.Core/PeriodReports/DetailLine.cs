using CcHc.Core.Obligations;
using CcHc.Core.Submissions;

namespace CcHc.Core.PeriodReports;

/// <summary>
/// One obligation with what is known of it (dòng chi tiết): all of it what the agency reported in the period, or when it said nothing, all of it what the register says.
/// </summary>
/// <param name="Key">See <see cref="ObligationKey"/>.</param>
/// <param name="Status">The words as typed.</param>
/// <param name="Place">The cell the result was read from.</param>
public sealed record DetailLine(
    AssessedObligation Assessed, string Key, bool IsReported, string Status, string Result, DateOnly? CompletedOn, string Document, string Difficulty, CellPlace Place)
{
    internal static DetailLine OfReport(AssessedObligation assessed, string key, string file, ReportedTask task) => new(
        assessed, key, IsReported: true, task.StatusText, task.Result, task.CompletedOn, task.Document, task.Difficulty, new CellPlace(file, task.Sheet, task.ResultCell));

    internal static DetailLine OfRegister(AssessedObligation assessed, string key)
    {
        var task = assessed.Obligation.Task;
        return new(assessed, key, IsReported: false, task.StatusText, task.ResultText, task.CompletedOn, "", "", new CellPlace(task.Place.File, task.Place.Sheet, task.Place.TimeCell));
    }

    /// <summary>A row the agency left as it was issued says nothing.</summary>
    internal static bool IsAnswered(ReportedTask task) =>
        task.CompletedOn is not null || new[] { task.StatusText, task.Result, task.Document, task.Difficulty }.Any(text => !string.IsNullOrWhiteSpace(text));
}

/// <summary>Overdue lines of one age band.</summary>
public sealed record OverdueLines(string Name, IReadOnlyList<DetailLine> Lines);

/// <summary>What an agency finds hard in a task, or asks for (khó khăn, kiến nghị).</summary>
public sealed record DifficultyLine(AssessedObligation Assessed, string Text, CellPlace Place);
