using System.Globalization;
using System.Text.RegularExpressions;

namespace CcHc.EndToEnd;

public sealed partial class PeriodReportTest(TwoPeriods periods) : IClassFixture<TwoPeriods>
{
    private const string HowToInstall = "These tests need Python with openpyxl (Debian, Ubuntu: apt install python3-openpyxl).\n";

    [Theory]
    [InlineData("Q1 too early", 2, "No form of 2026-Q1 was issued yet")]
    [InlineData("Q1 forms", 0, "25 forms written, 25 mailed")]
    [InlineData("Q1 collected", 3, "25 files, 25 new (2 refused), 0 not readable yet, 0 ahead of their period, 25 receipts queued")]
    [InlineData("Q1 closed", 3, "22 of 25 reports in, version 1 written")]
    [InlineData("Q1 closed again", 2, "2026-Q1 was closed by Bà Trần Thị B already")]
    [InlineData("Q1 status", 3, "AfterClosing")]
    [InlineData("6T forms", 0, "25 forms written, 25 mailed")]
    [InlineData("6T collected", 3, "56 files, 31 new (6 refused), 0 not readable yet, 0 ahead of their period, 30 receipts queued")]
    [InlineData("6T excluded", 0, "excluded by Bà Trần Thị B")]
    [InlineData("6T assembled", 3, "20 of 25 reports in, version 1 written")]
    [InlineData("6T closed", 3, "20 of 25 reports in, version 2 written")]
    [InlineData("6T status", 3, "tong-hop-2026-6T-v2-chot.xlsx")]
    public void EachStep_SaysWhatItDid_AndEndsWithItsCode(string step, int code, string words)
    {
        Assert.Contains(words, periods[step].Said, StringComparison.Ordinal);
        Assert.Equal(code, periods[step].ExitCode);
    }

    /// <summary>The second opinion finds no cell that says otherwise, and looked at enough of them.</summary>
    [Theory]
    [InlineData("Q1 filled", 2_000)]
    [InlineData("Q1 workbook", 8_000)]
    [InlineData("Q1 states", 50)]
    [InlineData("6T filled", 2_500)]
    [InlineData("6T draft", 9_000)]
    [InlineData("6T workbook", 9_000)]
    [InlineData("6T states", 50)]
    public void EveryCell_SaysWhatTheAgenciesReported(string step, int fewest)
    {
        var said = periods[step].Said;
        Assert.True(periods[step].ExitCode == 0, (said.Contains("No module named 'openpyxl'", StringComparison.Ordinal) ? HowToInstall : "") + said);
        Assert.InRange(int.Parse(Cells().Match(said).Groups[1].Value, CultureInfo.InvariantCulture), fewest, int.MaxValue);
    }

    [Fact]
    public async Task AClosedPeriod_KeepsItsBytes_WhateverComesLater()
    {
        Assert.Equal(periods.BytesAtClosing, await File.ReadAllBytesAsync(periods.Closed));
        Assert.Equal(2, Directory.EnumerateFiles(Path.GetDirectoryName(periods.Closed)!).Count());
    }

    [GeneratedRegex(@"(\d+) cells compared, 0 differences\s*$")]
    private static partial Regex Cells();
}
