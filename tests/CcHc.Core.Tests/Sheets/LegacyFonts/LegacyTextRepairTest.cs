using CcHc.Core.Findings;
using CcHc.Core.Sheets;
using CcHc.Core.Sheets.LegacyFonts;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Sheets.LegacyFonts;

public class LegacyTextRepairTest
{
    private const string Register = """
        Kế hoạch cải cách hành chính năm 2026
        STT|Nhiệm vụ|Cơ quan chủ trì|Thời gian
        1|Rà soát thủ tục hành chính cấp xã|Sở Tư pháp|Trước ngày 30/6
        2|Có báo cáo sơ kết, số liệu tổng hợp|Sở Nội vụ|Quý III
        3|Số|Xã|Có
        """;

    private static readonly LegacyFont VnTime = LegacyFont.Of(".VnTime")!.Value;
    private static readonly LegacyFont VnTimeH = LegacyFont.Of(".VnTimeH")!.Value;

    [Theory]
    [InlineData(LegacyEncoding.Tcvn3)]
    [InlineData(LegacyEncoding.Vni)]
    public void Repair_ReadsASheetWithoutFonts_ByItsLetters(LegacyEncoding encoding)
    {
        var repaired = LegacyTextRepair.Repair(SheetBuilder.Workbook(OldTypist.Type(Register, encoding)));
        Assert.Equal(Texts(SheetBuilder.Workbook(Register)), Texts(repaired.Workbook));
        var finding = Assert.Single(repaired.Findings);
        Assert.Equal((Severity.Info, "legacy-text-converted", "Sheet1"), (finding.Severity, finding.Code, finding.Sheet));
        Assert.Contains(encoding == LegacyEncoding.Tcvn3 ? "TCVN3" : "VNI", finding.Message, StringComparison.Ordinal);
        Assert.Contains("“Kế hoạch cải cách hành chính năm 2026”", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Register)]
    [InlineData("Xã|Có|là|và|các|hoà|toán|loài|ngoài|hoàn toàn|Bình|số tài khoản")]
    [InlineData("Müller, Zürich|Là où l'été français|naïve Noël à la carte|Großmütter, Äpfel, Öl, Übung|Curaçao, São Paulo|Smørrebrød på gården")]
    [InlineData("5 µm|20°C|12 m²|«báo cáo»|§ 5|½ ngày|Ø20|© ®|3 ± 1|£5|10¹²")]
    [InlineData("Sở Nôị vụ tôt môt viêc|hop đồng tôt|mốt môt lân|môt tôt lôc|khôp nôt hôc|tôp côt")]
    public void Repair_LeavesEverythingElse(string lines)
    {
        var workbook = SheetBuilder.Workbook(lines);
        var repaired = LegacyTextRepair.Repair(workbook);
        Assert.Equal(Texts(workbook), Texts(repaired.Workbook));
        Assert.Empty(repaired.Findings);
    }

    [Fact]
    public void Repair_TakesASheetApart_WhenOnlySomeCellsAreOld()
    {
        var lines = Register.Split('\n');
        var half = string.Join('\n', lines.Select((line, i) => i is 2 or 3 ? OldTypist.Type(line, LegacyEncoding.Tcvn3) : line));
        var repaired = LegacyTextRepair.Repair(SheetBuilder.Workbook(half));
        Assert.Equal(Texts(SheetBuilder.Workbook(Register))[..12], Texts(repaired.Workbook)[..12]);
        Assert.Contains(repaired.Findings, f => f is { Code: "legacy-text-converted" });
        // "Xã" may as well be "Xó" here; nobody can tell.
        var unsure = repaired.Findings.Where(f => f.Code == "legacy-text-unsure").ToList();
        Assert.All(unsure, f => Assert.Equal(Severity.Warning, f.Severity));
        Assert.Equal("C5 D5", string.Join(' ', unsure.Select(f => f.Cell)));
        Assert.True(repaired.Workbook.Sheets[0].Rows[4][3].Has(CellTraits.LegacyText));
    }

    [Fact]
    public void Repair_OnlyWarns_WhenTheSheetSaysTooLittle()
    {
        var workbook = SheetBuilder.Workbook("Nhiệm vụ|Cơ quan\nXây dựng kế hoạch|Së Néi vô");
        var repaired = LegacyTextRepair.Repair(workbook);
        Assert.Equal(Texts(workbook), Texts(repaired.Workbook));
        Assert.Equal(("legacy-text-unsure", "B2"), (Assert.Single(repaired.Findings).Code, repaired.Findings[0].Cell));
        Assert.True(repaired.Workbook.Sheets[0].Rows[1][2].Has(CellTraits.LegacyText));
    }

    [Fact]
    public void Repair_NamesTwentyUnsureCells_AndCountsTheOthers()
    {
        var findings = LegacyTextRepair.Repair(SheetBuilder.Workbook(string.Join('\n', Enumerable.Repeat("Së", 25)))).Findings;
        Assert.Equal(21, findings.Count);
        Assert.Contains("còn 5 ô", findings[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Repair_FollowsTheFont_ForASingleWord()
    {
        var repaired = Fonted("cã", new FontRun("cã", VnTime));
        Assert.Equal("có", Text(repaired));
        Assert.Equal((Severity.Info, "legacy-text-converted"), (Assert.Single(repaired.Findings).Severity, repaired.Findings[0].Code));
    }

    [Fact]
    public void Repair_ConvertsOnlyRunsInOldFonts() =>
        Assert.Equal("Sở Nội vụ (có mặt)",
            Text(Fonted("Sở Néi vô (có mặt)", new FontRun("Sở ", null), new FontRun("Néi vô", VnTime), new FontRun(" (có mặt)", null))));

    [Fact]
    public void Repair_ReadsTwoOldFontsInOneCell() =>
        Assert.Equal("Sở Nội vụ", Text(Fonted("Së Noäi vuï", new FontRun("Së ", VnTime), new FontRun("Noäi vuï", LegacyFont.Of("VNI-Times")))));

    [Theory]
    [InlineData("kÕ ho¹ch", "KẾ HOẠCH")]
    [InlineData("Nam 2026", "NAM 2026")]
    [InlineData("Sở Nội vụ", "Sở Nội vụ")]
    public void Repair_GivesCapitals_WhereTheFontShowsThem(string written, string read) =>
        Assert.Equal(read, Text(Fonted(written, new FontRun(written, VnTimeH))));

    [Theory]
    [InlineData("Sở Nội vụ")]
    [InlineData("Báo cáo")]
    [InlineData("UBND 12/2026")]
    public void Repair_LeavesUnicodeInAnOldFont(string text)
    {
        var repaired = Fonted(text, new FontRun(text, VnTime));
        Assert.Equal(text, Text(repaired));
        Assert.Empty(repaired.Findings);
    }

    [Theory]
    [InlineData("Xã", "Sở Tư pháp|Ủy ban nhân dân", "Xã", "")]
    [InlineData("X·", "Sở Tư pháp", "Xã", "legacy-text-converted")]
    [InlineData("Cã", "Së T­ ph¸p", "Có", "legacy-text-converted")]
    [InlineData("Xã", "Sở Tư pháp|Së Néi vô", "Xã", "legacy-text-converted legacy-text-unsure")]
    public void Repair_LetsTheOtherCellsOfTheFontDecide_WhatMayBeEither(string text, string others, string read, string codes)
    {
        var workbook = SheetBuilder.Workbook($"{text}|{others}");
        var fonts = new LegacyCells();
        foreach (var cell in workbook.Sheets[0].Rows[0].Cells)
        {
            fonts.Add(1, cell.Column, VnTime);
        }

        var repaired = LegacyTextRepair.Repair(workbook, [fonts]);
        Assert.Equal(read, Text(repaired));
        Assert.Equal(codes, string.Join(' ', repaired.Findings.Select(f => f.Code)));
    }

    [Fact]
    public void Repair_TakesATextApart_WhereEveryWordIsClear() => Assert.Equal("Sở Tư pháp", Text(Fonted("Sở T­ ph¸p", new FontRun("Sở T­ ph¸p", VnTime))));

    [Fact]
    public void Repair_IsUnsure_WhereAMixedTextIsNotClear()
    {
        var repaired = Fonted("Sở Néi vô tØnh", new FontRun("Sở Néi vô tØnh", VnTime));
        Assert.Equal("Sở Néi vô tØnh", Text(repaired));
        Assert.Equal("legacy-text-unsure", Assert.Single(repaired.Findings).Code);
    }

    [Fact]
    public void Repair_GivesBackTheSameWorkbook_WhenNothingIsOld()
    {
        var workbook = SheetBuilder.Workbook(Register);
        Assert.Same(workbook, LegacyTextRepair.Repair(workbook, [new LegacyCells()]).Workbook);
    }

    private static RepairedWorkbook Fonted(string text, params FontRun[] runs)
    {
        var fonts = new LegacyCells();
        fonts.Add(1, 1, runs);
        return LegacyTextRepair.Repair(SheetBuilder.Workbook(text), [fonts]);
    }

    private static string Text(RepairedWorkbook repaired) => repaired.Workbook.Sheets[0].Rows[0][1].Text;

    private static string[] Texts(WorkbookContent workbook) => [.. workbook.Sheets.SelectMany(s => s.Rows).SelectMany(r => r.Cells).Select(c => c.Text)];
}
