using CcHc.Core.Agencies;
using CcHc.Core.Agencies.Expressions;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Sheets;

namespace CcHc.Office;

/// <summary>
/// Understands a register of two tasks on another processor, while the first workbook is still unpacked. What it says is thrown away: the code it ran, its
/// tables and its expressions are ready when the real register comes, and looking for those is most of the time a check of one register takes.
/// </summary>
public static class ReadyParser
{
    private static readonly DateOnly AnyDay = new(2026, 6, 15);

    public static void Begin()
    {
        if (Environment.ProcessorCount > 1)
        {
            _ = Task.Run(Understand);
        }
    }

    /// <summary>What is understood of the example.</summary>
    public static CheckedFiles Understand()
    {
        var agency = new Agency { Code = "SNV", Name = "Sở Nội vụ", OtherNames = ["Nội vụ"], Emails = ["snv@example.vn"] };
        var expressions = new AgencyExpressions(new AgencyDirectory([agency]), AnyDay);
        var reading = RegisterParser.Parse(new WorkbookContent("theo-doi.xlsx", "", [Example()]));
        var tasks = reading.Tasks.Select(task => InterpretedTask.Of(task, expressions)).ToList();
        return new CheckedFiles(tasks, [.. reading.Findings, .. tasks.SelectMany(task => task.Findings(AnyDay))]);
    }

    private static Sheet Example() =>
        new("Theo dõi",
            [
                Row(1, "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026"),
                Row(2, "STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Tình trạng", "Ghi chú"),
                Row(3, "I", "CẢI CÁCH THỂ CHẾ"),
                Row(4, "1", "Rà soát văn bản; trình UBND tỉnh", "Sở Nội vụ", "Các sở, ban, ngành", "Trước ngày 30/6/2026", "Đang thực hiện", ""),
                Row(5, "2", "Báo cáo kết quả", "Nội vụ; Sở Tư pháp", "UBND cấp xã", "Hằng quý", "Đã hoàn thành ngày 05/4/2026", "xong"),
            ],
            []);

    private static SheetRow Row(int number, params string[] texts) =>
        new(number, [.. texts.Select((text, index) => new SheetCell(index + 1, text.Length == 0 ? CellKind.Blank : CellKind.Text, text))
            .Where(cell => !cell.IsBlank)]);
}
