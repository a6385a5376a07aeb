using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.Obligations;
using Columns = CcHc.Adapters.Workbooks.Tables.ObligationColumns;

namespace CcHc.Adapters.Workbooks.StatusReports;

/// <summary>Writes a list of obligations as somebody chose it (danh sách nhiệm vụ).</summary>
public static class TaskListWorkbookWriter
{
    /// <summary>In the order given.</summary>
    /// <param name="chosen">How the list was chosen, said below the title; empty: everything.</param>
    /// <param name="basisOf">Why a row is in a letter; null for a list that goes with none.</param>
    public static byte[] ToBytes(IReadOnlyList<AssessedObligation> rows, string chosen, DateOnly asOf, Func<AssessedObligation, string>? basisOf = null)
    {
        using var bytes = new MemoryStream();
        Write(bytes, rows, chosen, asOf, basisOf);
        return bytes.ToArray();
    }

    /// <summary>Row by row into a stream that need not be able to go back: what is written may be on its way while the rest is drawn.</summary>
    /// <inheritdoc cref="ToBytes"/>
    public static void Write(Stream target, IReadOnlyList<AssessedObligation> rows, string chosen, DateOnly asOf,
        Func<AssessedObligation, string>? basisOf = null)
    {
        using var draft = new WorkbookDraft("Danh sách nhiệm vụ cải cách hành chính", asOf);
        draft.AddTable(new TableSheet<AssessedObligation>(
            "Nhiệm vụ",
            "DANH SÁCH NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH",
            "Tình trạng tính đến " + AdministrativeHeading.InWords(asOf),
            [
                Columns.Area, Columns.Number, Columns.Task, Columns.Product, Columns.Agency, Columns.TimeText, Columns.Reading,
                Columns.Due, Columns.Standing, Columns.DaysLeft,
                .. basisOf is null ? [] : new[] { Columns.Basis(basisOf) }, Columns.Result, Columns.Source, Columns.SourceCell(links: null),
            ],
            [new(null, rows)])
        {
            Tone = row => StatusText.ToneOf(row.Standing),
            Hint = chosen,
            WhenEmpty = "Không có nhiệm vụ nào.",
        });
        draft.Save(target);
    }
}
