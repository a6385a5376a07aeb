using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Registers;

namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>
/// One obligation with what is known of it (dòng chi tiết): all of it what the agency reported in the period, or when it said nothing, all of it what the
/// register says.
/// </summary>
/// <param name="Key">See <see cref="ObligationKey"/>.</param>
/// <param name="Status">The words as typed.</param>
/// <param name="Place">The cell the result was read from.</param>
public sealed record DetailLine(
    AssessedObligation Assessed, string Key, bool IsReported, string Status, string Result, DateOnly? CompletedOn, string Document, string Difficulty,
    CellPlace Place)
{
    internal static DetailLine OfReport(AssessedObligation assessed, string key, string file, ReportedTask task) => new(
        assessed, key, IsReported: true, task.StatusText, task.Result, task.CompletedOn, task.Document, task.Difficulty,
        new CellPlace(file, task.Sheet, task.ResultCell));

    internal static DetailLine OfRegister(AssessedObligation assessed, string key)
    {
        var task = assessed.Obligation.Task;
        return new(assessed, key, IsReported: false, task.StatusText, task.ResultText, task.CompletedOn, "", "",
            new CellPlace(task.Place.File, task.Place.Sheet, task.Place.TimeCell));
    }

    /// <summary>The period's own report says nothing of it; an earlier one did.</summary>
    internal static DetailLine OfEarlierReport(AssessedObligation assessed, string key)
    {
        var (place, obligation) = (assessed.Obligation.Task.Place, assessed.Obligation);
        return new(
            assessed, key, IsReported: true, obligation.Reported is null ? obligation.ReportedUndone?.Words ?? "" : FormPrefill.WordsOf(TaskProgress.Done), "",
            obligation.Reported?.CompletedOn, "", "", new CellPlace(place.File, place.Sheet, place.TimeCell))
        {
            Basis = "báo cáo " + (obligation.Reported?.Period ?? obligation.ReportedUndone?.Period),
        };
    }

    /// <summary>The record all of it is taken from (căn cứ).</summary>
    public string Basis { get => field ?? (IsReported ? "báo cáo" : "sổ theo dõi"); init; }

    /// <summary>A row the agency left as it was issued says nothing.</summary>
    internal static bool IsAnswered(ReportedTask task) =>
        task.CompletedOn is not null || new[] { task.StatusText, task.Result, task.Document, task.Difficulty }.Any(text => !string.IsNullOrWhiteSpace(text));
}

/// <summary>Overdue lines of one age band.</summary>
public sealed record OverdueLines(string Name, IReadOnlyList<DetailLine> Lines);

/// <summary>What an agency finds hard in a task, or asks for (khó khăn, kiến nghị).</summary>
public sealed record DifficultyLine(AssessedObligation Assessed, string Text, CellPlace Place);
