using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Calendars;
using CcHc.Core.StatusReport;

namespace CcHc.Adapters.Workbooks.Tables;

/// <summary>The sheet of the files that went into a workbook (nguồn số liệu).</summary>
internal static class SourceTable
{
    public static TableSheet<SourceFile> Of(IReadOnlyList<SourceFile> sources, string note, SourceLinks links) => new(
        "Nguồn",
        "NGUỒN SỐ LIỆU",
        note,
        [
            new("Tệp", 44, source => source.File),
            new("Mở", 7, _ => "mở", ColumnLook.Centered) { Link = source => links.To(source.File) },
            new("Số nhiệm vụ", 13, source => (double)source.Tasks, ColumnLook.Count),
            new("Đọc lúc", 17, source => OfficeTime.Of(source.ReadAt).DateTime, ColumnLook.Moment),
            new("Bản đọc", 30, source => source.IsYesterdays ? "Bản đọc lần trước: lần này không đọc được tệp" : "Bản hiện tại") { ShowsTone = true },
            new("Mã kiểm tra (SHA-256)", 40, source => source.Hash),
            new("Cột được hiểu là", 60, source => source.Columns),
        ],
        [new(null, sources)])
    {
        Tone = source => source.IsYesterdays ? RowTone.Attention : RowTone.Plain,
        WhenEmpty = "Không có tệp nào.",
    };
}
