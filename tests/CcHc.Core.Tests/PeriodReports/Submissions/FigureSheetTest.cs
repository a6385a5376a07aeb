using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Core.Tests.PeriodReports.Submissions;

public class FigureSheetTest
{
    [Theory]
    [InlineData("CT01", "nhiều", "figure-unreadable", Severity.Error)]
    [InlineData("CT01", "200.5", "figure-not-whole", Severity.Error)]
    [InlineData("CT01", "-200", "figure-out-of-range", Severity.Error)]
    [InlineData("CT01", "200 vụ", "figure-unreadable", Severity.Error)]
    [InlineData("CT01", "@1/5/2026", "figure-is-date", Severity.Error)]
    [InlineData("CT01", "#DIV/0!", "error-cell", Severity.Error)]
    [InlineData("CT01", "{=A1}", "formula-without-value", Severity.Error)]
    [InlineData("CT01", "", "figure-blank", Severity.Warning)]
    [InlineData("CT01", "1,234", "figure-read-as", Severity.Warning)]
    [InlineData("CT04", "5000.5", "figure-out-of-range", Severity.Error)]
    [InlineData("CT04", "1.234", "figure-read-as", Severity.Warning, false)]
    [InlineData("CT05", "90", "figure-read-as", Severity.Warning)]
    [InlineData("CT05", "101", "figure-out-of-range", Severity.Error)]
    [InlineData("CT05", "120%", "figure-out-of-range", Severity.Error)]
    [InlineData("CT05", "-", "figure-mark-blank", Severity.Info)]
    [InlineData("CT06", "", "figure-blank", Severity.Warning)]
    [InlineData("CT03", "0.94", "figure-ratio-differs", Severity.Warning)]
    [InlineData("CT03", "94%", "figure-ratio-differs", Severity.Warning)]
    [InlineData("CT02", "300", "figure-part-exceeds-whole", Severity.Warning)]
    public void Read_SaysWhatIsWrong_AndWhere(string code, string value, string finding, Severity severity, bool isTyped = true)
    {
        var form = new FilledForm().Figure(code, isTyped ? value : value + " ");
        if (code is "CT01" or "CT02")
        {
            form.Figure("CT03", "");
        }

        if (!isTyped)
        {
            // A number cell, not text: there is nothing to doubt.
            Assert.Empty(form.Read().Findings);
            return;
        }

        var reading = form.Read();
        var found = Assert.Single(reading.Findings);
        Assert.Equal((finding, severity, "Chỉ tiêu", severity == Severity.Error), (found.Code, found.Severity, found.Sheet, reading.IsRefused));
        Assert.Equal($"E{(code == "CT02" ? 4 : 2 + code[3] - '0')}", found.Cell);
    }

    [Theory]
    [InlineData("CT01", "1.234.567", 1234567)]
    [InlineData("CT01", "không", 0)]
    [InlineData("CT04", "1.234,5", 1234.5)]
    [InlineData("CT05", "12,5%", 0.125)]
    public void Read_TakesNumbersTypedAsText(string code, string value, double read)
    {
        var reading = new FilledForm().Figure(code, value).Figure("CT02", "0").Figure("CT03", "").Read();
        Assert.Empty(reading.Findings);
        Assert.Equal(read, reading.Submission!.Figures.Single(figure => figure.Code == code).Value);
    }

    [Fact]
    public void Read_KeepsABlankApartFromZero()
    {
        var reading = new FilledForm().Figure("CT04", "").Figure("CT01", "0").Figure("CT02", "0").Figure("CT03", "").Read();
        var figures = reading.Submission!.Figures.ToDictionary(figure => figure.Code, figure => figure.Value);
        Assert.Equal((null, 0, null), (figures["CT04"], figures["CT01"], figures["CT03"]));
    }

    [Theory]
    [InlineData("0.9504")] // within a twentieth of a percentage point
    [InlineData("95%")]
    [InlineData("95,04 %")]
    [InlineData("{=C4/C3}")] // another program's formula, never calculated
    [InlineData("")]
    public void Read_CalculatesARatioItself(string typed)
    {
        var reading = new FilledForm().Figure("CT03", typed, "làm tròn").Read();
        Assert.Empty(reading.Findings);
        Assert.Equal(new("CT03", 0.95, "", "làm tròn", "Chỉ tiêu", "E5"), reading.Submission!.Figures[2]);
    }

    [Fact]
    public void Read_UsesItsOwnRatio_WhenTheTypedOneDiffers() => Assert.Equal(0.95, new FilledForm().Figure("CT03", "0.5").Read().Submission!.Figures[2].Value);

    [Fact]
    public void Read_FindsAFigureByItsName_WhenItsCodeIsLost()
    {
        var form = new FilledForm();
        form.Figures[2] = "|SỐ HỒ SƠ  đã giải quyết|hồ sơ|100|200|";
        Assert.Equal(200, form.Read().Submission!.Figures[0].Value);
    }

    [Fact]
    public void Read_SaysAFigureTheFormDidNotHave_IsNotCounted()
    {
        var form = new FilledForm();
        form.Figures.Add("CT99|Số cuộc họp|cuộc||5|");
        Assert.Equal(("figure-not-on-form", "E9"), (form.OnlyFinding().Code, form.OnlyFinding().Cell));
    }

    [Theory]
    [InlineData("200", null)]
    [InlineData("", null)]
    [InlineData("201", "figure-twice")]
    public void Read_AllowsAFigureTwice_OnlyWhenBothSayTheSame(string second, string? code)
    {
        var form = new FilledForm();
        form.Figures.Add($"CT01|Số hồ sơ đã giải quyết|hồ sơ|100|{second}|");
        Assert.Equal(code, form.Read().Findings.SingleOrDefault()?.Code);
    }

    [Fact]
    public void Read_ListsFiguresWhoseRowsAreGone()
    {
        var form = new FilledForm();
        form.Figures.RemoveRange(5, 2);
        var finding = form.OnlyFinding();
        Assert.Equal(("figure-row-missing", Severity.Warning), (finding.Code, finding.Severity));
        Assert.Contains("CT04, CT05", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nhiều", Severity.Warning)]
    [InlineData("99999", Severity.Warning)]
    [InlineData("", Severity.Info)]
    public void Read_OnlyWarns_OfAnIndicatorYoungerThanThePeriod(string value, Severity severity)
    {
        var younger = FilledForm.Indicators.Select(indicator => indicator.Code == "CT04" ? indicator with { From = new DateOnly(2026, 9, 30) } : indicator)
            .ToList();
        var reading = new FilledForm().Figure("CT04", value).Read(FilledForm.Expected(younger));
        Assert.Equal((severity, false), (Assert.Single(reading.Findings).Severity, reading.IsRefused));
        Assert.Null(reading.Submission!.Figures.Single(figure => figure.Code == "CT04").Value);
    }

    [Fact]
    public void Read_OnlyTells_OfAnIndicatorAddedAfterTheFormWentOut()
    {
        var more = FilledForm.Indicators.Append(new Indicator { Code = "CT07", Name = "Số dịch vụ mới" }).ToList();
        var finding = new FilledForm().OnlyFinding(FilledForm.Expected(more, [.. FilledForm.Indicators.Select(indicator => indicator.Code)]));
        Assert.Equal(("figure-newer-than-form", Severity.Info), (finding.Code, finding.Severity));
    }

    [Fact]
    public void Read_DoesNotMissFiguresOfOtherGroups()
    {
        var more = FilledForm.Indicators.Append(new Indicator { Code = "CT08", Name = "Số xã", Groups = ["UBND cấp xã"] }).ToList();
        Assert.Empty(new FilledForm().Read(FilledForm.Expected(more, [.. FilledForm.Indicators.Select(indicator => indicator.Code)])).Findings);
    }
}
