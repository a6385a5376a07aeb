using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.Obligations;
using Columns = CcHc.Adapters.Workbooks.Tables.ObligationColumns;

namespace CcHc.Adapters.Workbooks.StatusReports;

/// <summary>The list of an agency's tasks in its letter's workbook (trang Nhiệm vụ).</summary>
internal static class AgencyTasksTable
{
    /// <param name="basisOf">Why a row is in today's letter; null or empty for one that is not.</param>
    public static TableSheet<AssessedObligation> Of(string agencyName, DateOnly asOf, IReadOnlyList<AssessedObligation> rows,
        Func<AssessedObligation, string>? basisOf) => new(
        "Nhiệm vụ",
        "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH – " + agencyName,
        "Tình trạng tính đến " + AdministrativeHeading.InWords(asOf),
        [
            Columns.Area, Columns.Number, Columns.Task, Columns.Product, Columns.TimeText, Columns.Reading,
            Columns.Due, Columns.Standing, Columns.DaysLeft, Columns.Basis(basisOf), Columns.Result, Columns.Source,
            Columns.SourceCell(links: null),
        ],
        [new(null, rows)])
    {
        Tone = row => StatusText.ToneOf(row.Standing),
        WhenEmpty = "Không có nhiệm vụ nào.",
    };
}
