using CcHc.Core.Findings;
using CcHc.Core.Registers;
using CcHc.Core.Sheets;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Registers;

/// <summary>Sheets no office would write on purpose: read, or told of once, and never in a time that grows with the square of their size.</summary>
public class OddSheetTest
{
    private const string Header = "STT|Nhiệm vụ|Sản phẩm|Cơ quan chủ trì|Thời gian thực hiện";
    private const string Task = "1|Rà soát thủ tục|Báo cáo|Sở Tư pháp|Quý II năm 2026";

    [Fact]
    public void Parse_RefusesASheet_LargerThanAnyRegister()
    {
        var reading = Read([Header, .. Enumerable.Repeat(Task, SheetSizeLimit)]);
        Assert.Empty(reading.Tasks);
        Assert.Equal("sheet-too-large", Assert.Single(reading.Findings).Code);
    }

    [Fact]
    public void Parse_RefusesASheet_WhoseMergeRepeatsALongTextTooOften()
    {
        var long_ = "Rà soát " + new string('x', 30_000);
        var rows = new[] { Header, $"1|{long_}|a|Sở Tư pháp|Quý I" }.Concat(Enumerable.Range(2, 1_000).Select(i => $"{i}||a|Sở Tư pháp|Quý I"));
        Assert.Contains("sheet-too-large", Codes(Read(rows, "B2:B1002")));
    }

    [Fact]
    public void Parse_ReadsASheetOnce_ThatIsMergedOverAllOfItsCells()
    {
        var reading =
            Read(["KẾ HOẠCH NĂM 2026", "", Header, Task, .. Enumerable.Range(2, 3_000).Select(i => $"{i}|Việc {i}|Báo cáo|Sở Tư pháp|Quý II")], "A1:XFD2");
        Assert.Equal(3_001, reading.Tasks.Count);
    }

    [Fact]
    public void Parse_TellsOnce_OfATaskWithoutEnd()
    {
        var reading = Read([Header, Task, .. Enumerable.Range(1, 5_000).Select(i => $"||Báo cáo số {i}||")]);
        Assert.Single(reading.Tasks);
        Assert.Equal(301, reading.Tasks[0].Products.Count);
        Assert.Equal("A303", Assert.Single(reading.Findings, finding => finding.Code == "task-endless").Cell);
    }

    [Fact]
    public void Parse_KeepsEachOfManyTasksApart_ThatSayTheSame()
    {
        var reading = Read([Header, .. Enumerable.Repeat(Task, 8_000)]);
        Assert.Equal(8_000, reading.Tasks.Select(task => task.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("Còn 7998 ô khác", Assert.Single(reading.Findings, finding => finding.Code == "duplicate-task").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ReadsASheetOfHeadersOnly()
    {
        var reading = Read([.. Enumerable.Range(1, 4_000).Select(i => Header + $"|Cột {i}")]);
        Assert.Empty(reading.Tasks);
        Assert.Contains("no-tasks", Codes(reading));
    }

    [Fact]
    public void Parse_NestsNoDeeper_ThanAnyPlan()
    {
        var numbers = Enumerable.Range(2, 9).Select(depth => string.Join('.', Enumerable.Repeat("1", depth)));
        var reading = Read([Header, "1|Mục 1", .. numbers.Select(number => $"{number}|Mục {number}"), "1.1.1.1.1.1.1.1.1.1.1.1.1.1.1|Sâu quá", Task]);
        Assert.All(reading.Tasks, task => Assert.InRange(task.Section.Length, 0, 500));
    }

    [Fact]
    public void Parse_LooksAtNoColumn_BeyondTheWidestTable()
    {
        var stray = new SheetRow(3, [new SheetCell(16_384, CellKind.Text, "Nhiệm vụ"), new SheetCell(16_385, CellKind.Text, "Cơ quan chủ trì")]);
        var sheet = SheetBuilder.Sheet("Sheet1", [Header, Task]);
        Assert.Single(RegisterParser.Parse(SheetBuilder.Workbook("a.xlsx", sheet with { Rows = [.. sheet.Rows, stray] })).Tasks);
    }

    [Fact]
    public void Parse_QuotesAnEndlessCell_OnlyAtItsBeginning()
    {
        var finding = Assert.Single(Read([Header + "|Tình trạng", Task + "|" + new string('ă', 30_000)]).Findings, finding => finding.Code == "unknown-status");
        Assert.InRange(finding.Message.Length, 100, 400);
        Assert.EndsWith("ă…”; nhiệm vụ được coi là chưa hoàn thành.", finding.Message, StringComparison.Ordinal);
    }

    private const int SheetSizeLimit = 15_000;

    private static IEnumerable<string> Codes(RegisterReading reading) => reading.Findings.Select(finding => finding.Code);

    private static RegisterReading Read(IEnumerable<string> lines, string merges = "") =>
        RegisterParser.Parse(SheetBuilder.Workbook("so-theo-doi/ke-hoach-2026.xlsx", SheetBuilder.Sheet("Sheet1", lines, merges)));
}
