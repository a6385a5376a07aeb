using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Sheets;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.PeriodReports.Submissions;

/// <summary>Files that are not this agency's report of this period: each is told in words of its own.</summary>
public class WrongFileTest
{
    [Theory]
    [InlineData("report-old-template", "earlier version")]
    [InlineData("report-old-template", "last year's")]
    [InlineData("report-other-agency", "other agency's, by the file name")]
    [InlineData("report-other-agency", "other agency's, by the folder")]
    [InlineData("report-other-period", "other period's")]
    [InlineData("report-not-a-form", "minutes")]
    [InlineData("report-empty", "nothing filled in")]
    [InlineData("report-empty", "nothing but what it went out with")]
    public void Read_RefusesAWrongFile_WithItsOwnMessage(string code, string kind)
    {
        var reading = Read(kind);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((code, Severity.Error, true), (finding.Code, finding.Severity, reading.IsRefused));
        Assert.True(finding.Message.Length > 0 && finding.Remedy.Length > 0);
    }

    [Fact]
    public void Read_SaysEachInOtherWords()
    {
        string[] kinds = ["earlier version", "other agency's, by the file name", "other period's", "minutes", "nothing filled in"];
        Assert.Equal(kinds.Length, kinds.Select(kind => Read(kind).Findings[0].Message).Distinct().Count());
    }

    [Fact]
    public void Read_NamesBothAgencies_AndTellsTheOneThatDroppedIt()
    {
        var reading = Read("other agency's, by the folder");
        Assert.Contains("“Sở Tư pháp” (STP)", reading.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("“Sở Y tế” (SYT)", reading.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal(("SYT", "2026-Q2"), (reading.AgencyCode, reading.PeriodCode));
    }

    [Fact]
    public void Read_NamesBothPeriods()
    {
        var reading = Read("other period's");
        Assert.Contains("kỳ 2026-Q1", reading.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("kỳ 2026-Q2", reading.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal("2026-Q2", reading.PeriodCode);
    }

    [Fact]
    public void Read_SaysWhatIsWrong_WithTheOnlyFigureTyped() =>
        Assert.Contains(Blank().Figure("CT01", "nhiều").Read().Findings, finding => finding.Code == "figure-unreadable");

    [Theory]
    [InlineData("bao-cao/2026-Q2/Gửi SNV báo cáo quý II.xlsx")] // says where it goes
    [InlineData("bao-cao/2026-Q2/stp/bc.xlsx")]
    [InlineData("bao-cao/2026-q2/STP_bc.xlsx")]
    [InlineData("bc.xlsx")]
    public void Read_TakesAFileUnderAnyNameThatDoesNotContradictIt(string path) => Assert.Empty(new FilledForm { Path = path }.Read().Findings);

    [Theory]
    [InlineData("BQL", "report-not-owed")]
    [InlineData("XYZ", "report-agency-unknown")]
    public void Read_RefusesAnAgencyThatOwesNoReport(string agency, string code) =>
        Assert.Equal(code, new FilledForm { Path = "bao-cao/2026-Q2/bc.xlsx", Hidden = FilledForm.HiddenOf(agency, "2026-Q2") }.OnlyFinding().Code);

    [Theory]
    [InlineData("2026-Q3", "report-period-unknown")]
    [InlineData("2025-Q2", "report-old-template")]
    public void Read_RefusesAPeriodNobodyAskedFor(string period, string code) =>
        Assert.Equal(code, new FilledForm { Path = "STP.xlsx", Hidden = FilledForm.HiddenOf("STP", period) }.OnlyFinding().Code);

    [Theory]
    [InlineData("bao-cao/2026-Q2/SYT.xlsx", "report-other-agency")]
    [InlineData("bao-cao/2026-Q1/STP.xlsx", "report-other-period")]
    [InlineData("bao-cao/2027-Q2/STP.xlsx", "report-old-template")]
    public void Read_TellsWrongFilesApart_WithoutTheHiddenSheet(string path, string code) =>
        Assert.Equal(code, new FilledForm { Path = path, Hidden = null }.OnlyFinding().Code);

    [Theory]
    [InlineData("Sở Y tế", "QUÝ II NĂM 2026", "bc.xlsx", "SYT", "2026-Q2")]
    [InlineData("SƠ\u0309 Y TÊ\u0301", "quý\u00A0II/2026", "bc.xlsx", "SYT", "2026-Q2")]
    [InlineData("", "", "bao-cao/2026-Q1/STP/bc.xlsx", "STP", "2026-Q1")]
    [InlineData("", "", "bao-cao/2026-Q1/bc_STP_lần 2.xlsx", "STP", "2026-Q1")]
    [InlineData("Kính gửi: Sở Y tế", "", "bao-cao/2026-Q2/STP.xlsx", "STP", "2026-Q2")]
    [InlineData("", "Tỉnh Mẫu, ngày 15 tháng 6 năm 2026", "bao-cao/2026-Q2/STP.xlsx", "STP", "2026-Q2")]
    public void Read_KnowsAgencyAndPeriod_ByHeadingsFolderAndName(string agency, string period, string path, string code, string periodCode)
    {
        var form = new FilledForm { Path = path, Hidden = null };
        (form.Tasks[0], form.Tasks[1], form.Figures[0], form.Narrative[0]) = (period, agency, "", "");
        var reading = form.Read();
        Assert.Equal((code, periodCode, false), (reading.AgencyCode, reading.PeriodCode, reading.IsRefused));
    }

    [Theory]
    [InlineData("bao-cao/2026-Q2/bc.xlsx", "report-agency-unknown")]
    [InlineData("STP.xlsx", "report-period-unknown")]
    public void Read_RefusesAFileNobodyCanPlace(string path, string code)
    {
        var form = new FilledForm { Path = path, Hidden = null };
        (form.Tasks[0], form.Tasks[1], form.Figures[0], form.Narrative[0]) = ("", "", "", "");
        Assert.Contains(form.Read().Findings, finding => finding.Code == code);
    }

    [Theory]
    [InlineData("ky|2026-Q2", "co-quan|STP", "report-keys-changed", false)] // only the checksum is gone
    [InlineData("ky|2026-Q1", "co-quan|STP", "report-keys-contradict", true)]
    [InlineData("ky|2026-Q2", "co-quan|SYT", "report-keys-contradict", true)]
    public void Read_GoesByTheContent_WhenTheHiddenEntriesWereChanged(string period, string agency, string code, bool isRefused)
    {
        var reading = new FilledForm { Hidden = ["mau|CCHC-1", period, agency, "ma-kiem|XXXXXXXXXXXX"] }.Read();
        Assert.Equal((code, isRefused), (Assert.Single(reading.Findings).Code, reading.IsRefused));
    }

    [Fact]
    public void Read_TakesARegister_ForNoForm_EvenInTheAgencysOwnFolder()
    {
        var register = SheetBuilder.Workbook("bao-cao/2026-Q2/STP/so.xlsx",
            SheetBuilder.Sheet("Sổ", ["STT|Nhiệm vụ|Cơ quan chủ trì|Tình trạng", "1|Đi họp|Sở Y tế|Xong"]));
        Assert.Equal("report-not-a-form", Assert.Single(SubmissionReader.Read(register, FilledForm.Expected()).Findings).Code);
    }

    [Fact]
    public void Read_NeverThrows_WhateverTheCellsHold()
    {
        foreach (var bad in (string[])["\uD800", "\uFFFF", new string('(', 5000), "{x}", "#REF!", "@1/1/2100", "99999999999999999999"])
        {
            var form = new FilledForm();
            form.Tasks = [form.Tasks[2], .. Enumerable.Repeat(string.Join('|', Enumerable.Repeat(bad, 11)), 3)];
            form.Figures = [form.Figures[1], string.Join('|', Enumerable.Repeat(bad, 6))];
            form.Narrative = [bad, .. FormLayout.Sections.Select(section => section + bad)];
            Assert.NotNull(form.Read());
            Assert.NotNull(new FilledForm { Path = bad + "/" + bad, Hidden = [$"ky|{bad}", $"co-quan|{bad}"] }.Read());
        }

        Assert.NotNull(SubmissionReader.Read(new WorkbookContent("", "", []), FilledForm.Expected()));
    }

    private static SubmissionReading Read(string kind) => kind switch
    {
        "earlier version" => new FilledForm { Hidden = FilledForm.HiddenOf("STP", "2026-Q2", "CCHC-0") }.Read(),
        "last year's" => new FilledForm { Hidden = FilledForm.HiddenOf("STP", "2025-Q2") }.Read(),
        "other agency's, by the file name" => new FilledForm { Path = "bao-cao/2026-Q2/SYT - Báo cáo.xlsx" }.Read(),
        "other agency's, by the folder" => new FilledForm { Path = "bao-cao/2026-Q2/SYT/Báo cáo.xlsx" }.Read(),
        "other period's" => new FilledForm { Hidden = FilledForm.HiddenOf("STP", "2026-Q1") }.Read(),
        "minutes" =>
            SubmissionReader.Read(SheetBuilder.Workbook("bao-cao/2026-Q2/STP.xlsx",
                SheetBuilder.Sheet("Biên bản", ["Biên bản họp", "Thành phần|Ghi chú", "An|vắng"])), FilledForm.Expected()),
        "nothing but what it went out with" => Blank("Đang thực hiện").Read(),
        _ => Blank().Read(),
    };

    private static FilledForm Blank(string status = "")
    {
        var form = new FilledForm();
        for (var i = 3; i < form.Tasks.Count; i++)
        {
            var cells = form.Tasks[i].Split('|');
            form.Tasks[i] = string.Join('|', [.. cells.Take(5), "", status, "", "", "", cells[^1]]);
        }

        foreach (var indicator in FilledForm.Indicators)
        {
            form.Figure(indicator.Code, "");
        }

        form.Narrative = [.. form.Narrative.Select((line, i) => i > 0 && i % 2 == 0 ? "" : line)];
        return form;
    }
}
