using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.PeriodReports.Consolidation;

namespace CcHc.Adapters.Workbooks.PeriodReports;

/// <summary>The sheet of work outside the plans (việc phát sinh), agency by agency.</summary>
internal static class ExtraTable
{
    public static TableSheet<ExtraLine> Of(PeriodReport report, string note, SourceLinks links) => new(
        PeriodSheets.Extra,
        "VIỆC PHÁT SINH NGOÀI KẾ HOẠCH",
        note,
        [
            new("Cơ quan", 22, line => line.Agency.Name), new("Việc phát sinh", 40, line => line.Said.Task) { StaysInSight = true },
            new("Sản phẩm", 20, line => line.Said.Product), new("Kết quả thực hiện", 36, line => line.Said.Result),
            new("Tình trạng được ghi", 15, line => line.Said.StatusText, ColumnLook.Centered),
            new("Ngày hoàn thành", 11.5, line => line.Said.CompletedOn, ColumnLook.Date),
            new("Số, ký hiệu văn bản", 16, line => line.Said.Document), new("Khó khăn, kiến nghị", 26, line => line.Said.Difficulty),
            PlaceColumns.Source<ExtraLine>(line => line.Place), PlaceColumns.Cell<ExtraLine>(line => line.Place, links),
        ],
        [new(null, report.Extra)])
    {
        WhenEmpty = "Các cơ quan không báo cáo việc phát sinh ngoài kế hoạch.",
    };
}
