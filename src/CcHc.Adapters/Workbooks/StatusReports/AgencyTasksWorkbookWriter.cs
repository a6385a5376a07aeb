using CcHc.Adapters.Workbooks.Answers;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.Agencies;
using CcHc.Core.AnswerSheets;
using CcHc.Core.Obligations;
using Columns = CcHc.Adapters.Workbooks.Tables.ObligationColumns;

namespace CcHc.Adapters.Workbooks.StatusReports;

/// <summary>Writes the workbook attached to a letter (phụ lục nhiệm vụ của cơ quan).</summary>
public static class AgencyTasksWorkbookWriter
{
    /// <summary>Only rows of this agency are written, in the order given; whatever else is handed in never reaches it.</summary>
    /// <param name="basisOf">Why a row is in today's letter; empty for one that is not.</param>
    public static byte[] ToBytes(Agency agency, IReadOnlyList<AssessedObligation> rows, DateOnly asOf, Func<AssessedObligation, string>? basisOf = null)
    {
        using var draft = new WorkbookDraft("Nhiệm vụ cải cách hành chính của " + agency.Name, asOf);
        draft.AddTable(new TableSheet<AssessedObligation>(
            "Nhiệm vụ",
            "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH – " + agency.Name,
            "Tình trạng tính đến " + AdministrativeHeading.InWords(asOf),
            [
                Columns.Area, Columns.Number, Columns.Task, Columns.Product, Columns.TimeText, Columns.Reading,
                Columns.Due, Columns.Standing, Columns.DaysLeft, new("Căn cứ nhắc", 20, row => basisOf?.Invoke(row) ?? ""), Columns.Result, Columns.Source,
                Columns.SourceCell(links: null),
            ],
            [new(null, [.. rows.Where(row => row.Obligation.Agency.Code == agency.Code)])])
        {
            Tone = row => StatusText.ToneOf(row.Standing),
            WhenEmpty = "Không có nhiệm vụ nào.",
        });
        AnswerSheetWriter.Draw(draft, AnswerSheet.Of(agency, rows, asOf));
        using var bytes = new MemoryStream();
        draft.Save(bytes);
        return bytes.ToArray();
    }
}
