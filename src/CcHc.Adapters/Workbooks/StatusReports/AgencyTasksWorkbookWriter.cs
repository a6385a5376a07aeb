using System.Collections.Concurrent;
using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.Answers;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Drawing.Templates;
using CcHc.Core.Agencies;
using CcHc.Core.AnswerSheets;
using CcHc.Core.Obligations;

namespace CcHc.Adapters.Workbooks.StatusReports;

/// <summary>
/// Writes the workbooks attached to a day's letters (phụ lục nhiệm vụ của cơ quan). What they have in common is drawn once; many may be written at a time.
/// </summary>
public sealed class AgencyTasksWorkbookWriter(DateOnly asOf)
{
    private readonly ConcurrentDictionary<(string? Name, bool HasRows, bool HasAnswers), Lazy<AgencyTasksTemplate>> _templates = new();

    /// <summary>Only rows of this agency are written, in the order given; whatever else is handed in never reaches it.</summary>
    /// <param name="basisOf">Why a row is in today's letter; empty for one that is not.</param>
    public static byte[] ToBytes(Agency agency, IReadOnlyList<AssessedObligation> rows, DateOnly asOf, Func<AssessedObligation, string>? basisOf = null) =>
        PackedWorkbook.Of(new AgencyTasksWorkbookWriter(asOf).ToLooseBytes(agency, rows, basisOf));

    /// <summary>The same, its parts not yet compressed.</summary>
    public byte[] ToLooseBytes(Agency agency, IReadOnlyList<AssessedObligation> rows, Func<AssessedObligation, string>? basisOf = null)
    {
        var own = rows.Where(row => row.Obligation.Agency.Code == agency.Code).ToList();
        var answers = AnswerSheet.Of(agency, own, asOf);
        // A name so long that it wraps makes its row taller, so that workbook is drawn for itself.
        var name = AnswerSheetWriter.IsOneLine(agency.Name, asOf) ? null : SafeText.Cell(agency.Name);
        var key = (name, own.Count > 0, answers.Rows.Count > 0);
        var template = _templates.GetOrAdd(key, key => new(() => new AgencyTasksTemplate(asOf, key.Name, key.HasRows, key.HasAnswers))).Value;
        return template.Fill(agency.Name, AgencyTasksTable.Of(agency.Name, asOf, own, basisOf), answers);
    }
}
