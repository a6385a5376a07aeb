using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Wording;

namespace CcHc.Adapters.Workbooks.Templates;

/// <summary>A register of tasks to begin with (sổ theo dõi mẫu): empty, or with examples of the ways a time may be written.</summary>
public static class RegisterTemplate
{
    private const int Room = 40;
    private const int LeftColumns = 3;
    private const int FewestLines = 2;

    private sealed record Line(string Number, string Area, string Task, string Product, string Lead, string Others, string Time, DateOnly? Due, string Status);

    private static readonly Line Blank = new("", "", "", "", "", "", "", null, "");

    private static readonly IReadOnlyList<TableColumn<Line>> Columns =
    [
        new("TT", 6, line => line.Number, ColumnLook.Centered), new("Lĩnh vực", 18, line => line.Area),
        new("Nhiệm vụ", 44, line => line.Task), new("Sản phẩm", 22, line => line.Product),
        new("Cơ quan chủ trì", 20, line => line.Lead), new("Cơ quan phối hợp", 20, line => line.Others), new("Thời gian thực hiện", 20, line => line.Time),
        new("Hạn", 12, line => line.Due, ColumnLook.Date) { IsAnswer = true },
        new("Tình trạng", 15, line => line.Status) { IsAnswer = true, Choices = FormLayout.StatusChoices },
        new("Ngày hoàn thành", 12, _ => default, ColumnLook.Date) { IsAnswer = true },
        new("Gia hạn đến", 12, _ => default, ColumnLook.Date) { IsAnswer = true },
        new("Ghi chú", 18, _ => default) { IsAnswer = true },
    ];

    public static byte[] Empty(string provinceName, int year, DateOnly asOf) =>
        Write(provinceName, year, asOf, [], "(Ban hành kèm theo Kế hoạch số      /KH-UBND)", Room);

    /// <param name="lead">The name of Sở Nội vụ: the examples are its own tasks, so that a letter about them goes to nobody else.</param>
    public static byte[] Example(string provinceName, int year, string lead, DateOnly asOf)
    {
        var soon = asOf.AddDays(3);
        return Write(provinceName, year, asOf,
        [
            new("1", "Chỉ đạo, điều hành", "Ban hành kế hoạch kiểm tra cải cách hành chính", "Kế hoạch", lead, "",
                $"Trước ngày {Vietnamese.Day(soon)}", null, ""),
            new("2", "Cải cách thể chế", "Rà soát văn bản quy phạm pháp luật thuộc lĩnh vực nội vụ", "Báo cáo", lead, "Sở Tư pháp",
                FormattableString.Invariant($"Quý IV năm {year}"), null, ""),
            new("3", "Cải cách thủ tục hành chính", "Công khai thủ tục hành chính trên trang thông tin điện tử", "Danh mục thủ tục", lead,
                "Các sở, ban, ngành", "Thường xuyên", null, ""),
            new("4", "Cải cách chế độ công vụ", "Tổ chức lớp bồi dưỡng kỹ năng số cho công chức", "02 lớp", lead, "",
                FormattableString.Invariant($"Tháng 12/{year}"), null, "Đang thực hiện"),
            new("5", "Chỉ đạo, điều hành", "Báo cáo kết quả cải cách hành chính", "Báo cáo", lead, "", "Hằng quý, trước ngày 20 của tháng cuối quý", null, ""),
        ],
        "(Ví dụ cách ghi; tệp nằm ngoài thư mục so-theo-doi nên không được dùng để nhắc việc)", 0);
    }

    private static byte[] Write(string provinceName, int year, DateOnly asOf, IReadOnlyList<Line> lines, string note, int emptyRows) =>
        OfficeTemplates.Bytes("Sổ theo dõi nhiệm vụ", asOf, draft =>
            Draw(draft, provinceName, year, asOf, [.. lines, .. Enumerable.Repeat(Blank, emptyRows)], note));

    private static void Draw(WorkbookDraft draft, string provinceName, int year, DateOnly asOf, IReadOnlyList<Line> lines, string note)
    {
        var sheet = draft.AddSheet("Nhiệm vụ");
        var title = FormattableString.Invariant($"SỔ THEO DÕI THỰC HIỆN KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM {year}");
        FillTable.SetWidths(sheet, Columns);
        AdministrativeHeading.Draw(sheet, provinceName, title, note, asOf, LeftColumns, Columns.Count);
        FillTable.Draw(sheet, AdministrativeHeading.FirstFreeRow, Columns, lines, FewestLines);
        sheet.View.FreezePanes(AdministrativeHeading.FirstFreeRow + 1, 4);
        PageSetup.ApplyA4Landscape(sheet, (AdministrativeHeading.FirstFreeRow, AdministrativeHeading.FirstFreeRow), title);
    }
}
