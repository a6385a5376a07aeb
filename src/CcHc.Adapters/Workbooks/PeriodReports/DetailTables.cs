using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Consolidation;
using Columns = CcHc.Adapters.Workbooks.Tables.ObligationColumns;

namespace CcHc.Adapters.Workbooks.PeriodReports;

/// <summary>The sheets of a period's obligations (chi tiết, quá hạn, khó khăn): a task once an agency, with what the agency reported and where.</summary>
internal static class DetailTables
{
    private static readonly TableColumn<DetailLine> Status = new("Tình trạng được ghi", 15, line => line.Status, ColumnLook.Centered);
    private static readonly TableColumn<DetailLine> Result = new("Kết quả thực hiện", 32, line => line.Result);
    private static readonly TableColumn<DetailLine> Completed = new("Ngày hoàn thành", 11.5, line => line.CompletedOn, ColumnLook.Date);
    private static readonly TableColumn<DetailLine> Document = new("Số, ký hiệu văn bản", 16, line => line.Document);
    private static readonly TableColumn<DetailLine> Basis = new("Căn cứ", 12, line => line.Basis, ColumnLook.Centered);

    public static TableSheet<DetailLine> Details(PeriodReport report, string note, SourceLinks links) => new(
        PeriodSheets.Details,
        "CHI TIẾT KẾT QUẢ THỰC HIỆN NHIỆM VỤ THEO CƠ QUAN",
        note,
        [
            Columns.Area.In<DetailLine>(Obligation), Columns.Number.In<DetailLine>(Obligation), Columns.Task.In<DetailLine>(Obligation),
            Columns.Product.In<DetailLine>(Obligation), Columns.Agency.In<DetailLine>(Obligation), Columns.Due.In<DetailLine>(Obligation),
            Columns.Standing.In<DetailLine>(Obligation), Status, Result, Completed, Document, Basis,
            PlaceColumns.Source<DetailLine>(line => line.Place), PlaceColumns.Cell<DetailLine>(line => line.Place, links),
        ],
        [new(null, report.Details)])
    {
        Tone = line => StatusText.ToneOf(line.Assessed.Standing),
        WhenEmpty = "Kỳ này không có nhiệm vụ nào.",
    };

    public static TableSheet<DetailLine> Overdue(PeriodReport report, string note, SourceLinks links) => new(
        PeriodSheets.Overdue,
        "NHIỆM VỤ QUÁ HẠN",
        note,
        [
            Columns.Agency.In<DetailLine>(Obligation), Columns.DaysOver.In<DetailLine>(Obligation), Columns.Due.In<DetailLine>(Obligation),
            Columns.Area.In<DetailLine>(Obligation), Columns.Number.In<DetailLine>(Obligation), Columns.Task.In<DetailLine>(Obligation),
            Columns.Product.In<DetailLine>(Obligation), Status, Result, PlaceColumns.Source<DetailLine>(line => line.Place),
            PlaceColumns.Cell<DetailLine>(line => line.Place, links),
        ],
        [
            // Worst first.
            .. from band in report.Overdue.Reverse()
               where band.Lines.Count > 0
               let title = FormattableString.Invariant($"{band.Name}: {band.Lines.Count} đầu việc")
               select new TableSection<DetailLine>(title, band.Lines),
        ])
    {
        Tone = _ => RowTone.Alarm,
        WhenEmpty = "Không có nhiệm vụ quá hạn.",
    };

    public static TableSheet<DifficultyLine> Difficulties(PeriodReport report, string note, SourceLinks links) => new(
        PeriodSheets.Difficulties,
        "KHÓ KHĂN, KIẾN NGHỊ CỦA CÁC CƠ QUAN",
        note,
        [
            Columns.Agency.In<DifficultyLine>(line => line.Assessed), Columns.Area.In<DifficultyLine>(line => line.Assessed),
            Columns.Number.In<DifficultyLine>(line => line.Assessed), Columns.Task.In<DifficultyLine>(line => line.Assessed),
            new("Khó khăn, kiến nghị", 64, line => line.Text), PlaceColumns.Source<DifficultyLine>(line => line.Place),
            PlaceColumns.Cell<DifficultyLine>(line => line.Place, links),
        ],
        [new(null, report.Difficulties)])
    {
        WhenEmpty = "Các cơ quan không nêu khó khăn, kiến nghị ở nhiệm vụ nào.",
    };

    private static AssessedObligation Obligation(DetailLine line) => line.Assessed;
}
