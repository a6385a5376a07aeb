using CcHc.Core.Registers;
using CcHc.Core.Sheets;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Registers;

public class RegisterParserTest
{
    private const string Header = "KẾ HOẠCH NĂM 2026\nSTT | Nhiệm vụ | Cơ quan chủ trì | Thời gian\n";

    [Fact]
    public void Parse_KeepsKeys_WhenRowsAreSortedInsertedOrReworded()
    {
        var before = RegisterParser.Parse(SheetBuilder.Workbook(Header + "1 | Lập sổ | Sở A | Quý I\n2 | Viết thư | Sở B | Quý II"));
        var after =
            RegisterParser.Parse(SheetBuilder.Workbook(Header + "2 | Viết thư ngỏ | Sở B | Quý II\n3 | Gửi thư | Sở C | Quý III\n1 | Lập sổ | Sở A | Quý I"));

        Assert.Equal(before.Tasks.Select(task => task.Key).Order(), after.Tasks.Where(task => task.Number != "3").Select(task => task.Key).Order());
    }

    [Fact]
    public void Parse_KeepsKeys_WhenTasksWithOneNumberAreSorted()
    {
        var before = RegisterParser.Parse(SheetBuilder.Workbook(Header + "1 | Lập sổ | Sở A | Quý I\n1 | Viết thư | Sở B | Quý II"));
        var after = RegisterParser.Parse(SheetBuilder.Workbook(Header + "1 | Viết thư | Sở B | Quý II\n1 | Lập sổ | Sở A | Quý I"));

        Assert.Equal(before.Tasks.ToDictionary(task => task.Text, task => task.Key), after.Tasks.ToDictionary(task => task.Text, task => task.Key));
    }

    [Fact]
    public void Parse_BeginsKeysWithTheGivenName() =>
        Assert.StartsWith("ke-hoach-tinh|", RegisterParser.Parse(SheetBuilder.Workbook(Header + "1 | Lập sổ | Sở A | Quý I"), "ke-hoach-tinh").Tasks[0].Key,
            StringComparison.Ordinal);

    [Fact]
    public void Parse_NamesEveryCellOfATask()
    {
        var task = RegisterParser.Parse(SheetBuilder.Workbook(Header + "1 | Lập sổ | Sở A | Quý I")).Tasks[0];

        Assert.Equal(new SourcePlace("so-theo-doi/so-nhiem-vu.xlsx", "Sheet1", 3, "B3", "D3", "C3"), task.Place);
    }

    [Fact]
    public void Parse_LeavesHiddenSheetsOut_AndSaysSo()
    {
        var lines = (Header + "1 | Lập sổ | Sở A | Quý I").Split('\n');
        var reading =
            RegisterParser.Parse(
                SheetBuilder.Workbook("a.xlsx", SheetBuilder.Sheet("2026", lines), SheetBuilder.Sheet("Nháp", lines) with { IsHidden = true }));

        Assert.Single(reading.Tasks);
        Assert.Equal(("hidden-sheet", "Nháp"), (reading.Findings.Single().Code, reading.Findings.Single().Sheet));
    }

    // RELIABILITY 25
    [Fact]
    public void Parse_ReadsHiddenColumnsLikeAnyOther()
    {
        var shown = SheetBuilder.Sheet("2026", (Header + "1 | Lập sổ | Sở A | Quý I").Split('\n'));
        var hidden =
            shown with { Rows =
                [
                    .. shown.Rows.Select(
                        row => row with { Cells = [.. row.Cells.Select(cell => cell.Column > 2 ? cell with { Traits = CellTraits.HiddenColumn } : cell)] })] };

        Assert.Equal(RegisterParser.Parse(SheetBuilder.Workbook("a.xlsx", shown)).Tasks[0].LeadText,
            Assert.Single(RegisterParser.Parse(SheetBuilder.Workbook("a.xlsx", hidden)).Tasks).LeadText);
    }

    [Fact]
    public void Parse_GivesEachSheetItsOwnYear()
    {
        string[] Lines(int year) => [$"KẾ HOẠCH NĂM {year}", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian", "1 | Lập sổ | Sở A | Quý I"];
        var reading = RegisterParser.Parse(SheetBuilder.Workbook("a.xlsx", SheetBuilder.Sheet("cũ", Lines(2025)), SheetBuilder.Sheet("mới", Lines(2026))));

        Assert.Equal([2025, 2026], reading.Tasks.Select(task => task.PlanYear));
        Assert.Equal(2, reading.Tasks.Select(task => task.Key).Distinct().Count());
    }

    [Fact]
    public void Parse_NamesASheetWithoutTasksBesideARegister()
    {
        var register = SheetBuilder.Sheet("2026", (Header + "1 | Lập sổ | Sở A | Quý I").Split('\n'));
        var reading = RegisterParser.Parse(SheetBuilder.Workbook("a.xlsx", register, SheetBuilder.Sheet("Thư", ["Kính gửi các sở"])));

        Assert.Equal(("sheet-not-read", "Thư"), (reading.Findings.Single().Code, reading.Findings.Single().Sheet));
    }

    [Fact]
    public void Parse_WarnsWhenTitleAndFileNameDisagreeOnTheYear()
    {
        var sheet = SheetBuilder.Sheet("S", (Header + "1 | Lập sổ | Sở A | Quý I").Split('\n'));
        var reading = RegisterParser.Parse(SheetBuilder.Workbook("ke-hoach-2027.xlsx", sheet));

        Assert.Equal(2026, reading.PlanYear);
        Assert.Equal("plan-year-conflict", reading.Findings.Single().Code);
    }

    [Fact]
    public void Parse_TellsARegisterWithoutTasks() =>
        Assert.Equal("no-tasks", RegisterParser.Parse(SheetBuilder.Workbook(Header)).Findings.Single().Code);

    [Fact]
    public void Parse_ReadsAnEmptyWorkbookAsNoRegister()
    {
        var reading = RegisterParser.Parse(SheetBuilder.Workbook("a.xlsx"));

        Assert.False(reading.IsRegister);
        Assert.Equal("not-a-register", reading.Findings.Single().Code);
    }

    [Fact]
    public void Parse_NeverThrows_WhateverStandsInTheCells()
    {
        string[] pieces =
        [
            "", "", "1", "1.1", "II", "a)", "-", "x", "STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "Hạn", "Tình trạng", "Ngày hoàn thành",
            "Quý I", "Sở Nội vụ",
            "CẢI CÁCH THỂ CHẾ", "@31/12/2026", "31/02/2026", "#REF!", "{f}", "~bỏ~", "Nơi nhận:", "Ghi chú:", "Tổng cộng", "\\n\\n", "(((", "1. ", "- ", ";;;",
            "\ud83d", "Sản phẩm", "100%",
        ];
        var random = new Random(20260101);
        for (var round = 0; round < 2000; round++)
        {
            string[] header = round % 4 == 0 ? [] : ["STT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Thời gian | Tình trạng | Ngày hoàn thành"];
            var rows = Enumerable.Range(0, random.Next(1, 12))
                .Select(_ => string.Join('|', Enumerable.Range(0, random.Next(1, 7)).Select(_ => pieces[random.Next(pieces.Length)])));
            var merges = Enumerable.Range(0, random.Next(4)).Select(_ => (Row: random.Next(1, 10), Column: random.Next(1, 6)))
                .Select(corner => new CellArea(corner.Row, corner.Column, corner.Row + random.Next(4), corner.Column + random.Next(4)));
            var sheet = SheetBuilder.Sheet("S", header.Concat(rows)) with { Merges = [.. merges] };

            var reading = RegisterParser.Parse(SheetBuilder.Workbook("a.xlsx", sheet));

            Assert.Equal(reading.Tasks.Count, reading.Tasks.Select(task => task.Key).Distinct().Count());
            Assert.All(reading.Tasks, task => Assert.Contains(task.Text, char.IsLetterOrDigit));
        }
    }
}
