using System.Globalization;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Calendars;

namespace CcHc.Adapters.Tests.Settings;

public sealed class OwnRegimeTest : IDisposable
{
    private const string Head = """
        office: { province: tỉnh Mẫu, standing_body: SNV }
        folders: { shared: chung }
        jobs: [{ name: nhac, does: remind_agencies }]
        regime: cua-tinh
        regimes:
          - name: cua-tinh

        """;

    private const string Whole = """
            title: Chế độ riêng
            reports:
              - name: Báo cáo quý
                every: quarterly
                window:
                  from: { day: 15, month: before_first }
                  to: { day: 14, month: last }
                due_day: 18
              - name: Báo cáo năm
                every: annual
                replaces: [Q4]
                due_day: 5
                due_month: after_last
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-jobs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("    based_on: quang-ngai-2018\n    due_day: 20\n", "2026-Q1", "2026-01-01", "2026-03-31", "2026-03-20")]
    [InlineData("    based_on: quang-ngai-2018\n    due_day: 20\n", "2026-6T", "2026-01-01", "2026-06-30", "2026-06-20")]
    [InlineData("    based_on: nd-09-2019\n    due_day: 18\n", "2026-Q3", "2026-06-15", "2026-09-14", "2026-09-18")]
    [InlineData("    based_on: nd-09-2019\n    reports: [{ every: annual, due_day: 10, due_month: after_last }]\n", "2026-N", "2025-12-15", "2026-12-14", "2027-01-10")]
    [InlineData("    based_on: nd-09-2019\n    reports: [{ every: annual, due_day: 10 }]\n", "2026-Q1", "2025-12-15", "2026-03-14", "2026-03-20")]
    [InlineData("    based_on: nd-09-2019\n    reports: [{ every: monthly, name: Một cửa, due_day: 25 }]\n", "2026-T02", "2026-02-01", "2026-02-28", "2026-02-25")]
    [InlineData("    based_on: nd-09-2019\n    reports: [{ every: nine_months, name: 9 tháng, replaces: [Q3] }]\n    due_day: 19\n", "2026-9T", "2026-01-01", "2026-09-30", "2026-09-19")]
    [InlineData(Whole, "2026-Q1", "2025-12-15", "2026-03-14", "2026-03-18")]
    [InlineData(Whole, "2026-N", "2026-01-01", "2026-12-31", "2027-01-05")]
    public void Read_TakesTheOfficesOwnRegime(string regime, string code, string first, string last, string due)
    {
        var period = Read(Head + regime).Regime.Period(code)!;
        Assert.Equal((new DateRange(Day(first), Day(last)), Day(due)), (period.Window, period.Due!.Value));
    }

    [Theory]
    [InlineData("    based_on: nd-09-2019\n    reports: [{ every: nine_months, name: 9 tháng, replaces: [Q3] }]\n", "2026-Q1 2026-6T 2026-9T 2026-N")]
    [InlineData(Whole, "2026-Q1 2026-Q2 2026-Q3 2026-N")]
    public void Read_LeavesOutWhatAnotherReportReplaces(string regime, string codes) =>
        Assert.Equal(codes, string.Join(' ', Read(Head + regime).Regime.Periods(2026).Select(period => period.Code)));

    [Theory]
    [InlineData("    due_day: 20\n", "line 6", "based_on")]
    [InlineData("    based_on: nd-99\n", "line 6", "nd-09-2019")]
    [InlineData("    based_on: nd-09-2019\n    due_days: 20\n", "line 8", "due_days")]
    [InlineData("    based_on: nd-09-2019\n    due_day: 32\n", "line 8", "due_day: 32")]
    [InlineData("    based_on: nd-09-2019\n    due_month: last\n", "line 6", "due_day")]
    [InlineData("    based_on: nd-09-2019\n    reports:\n      - every: weekly\n", "line 9", "monthly, quarterly, semiannual, nine_months, annual")]
    [InlineData("    based_on: nd-09-2019\n    reports:\n      - every: annual\n      - every: annual\n", "line 10", "twice")]
    [InlineData("    based_on: nd-09-2019\n    reports:\n      - every: monthly\n", "line 9", "name")]
    [InlineData("    based_on: nd-09-2019\n    reports:\n      - every: annual\n        replaces: [Q7]\n", "line 10", "Q7")]
    [InlineData("    based_on: nd-09-2019\n    reports:\n      - every: annual\n        window:\n          from: { day: 1, month: january }\n          to: { day: 31, month: last }\n", "line 11", "before_first")]
    [InlineData("    based_on: nd-09-2019\n    reports:\n      - every: annual\n        window: { from: { day: 1, month: first } }\n", "line 10", "to")]
    [InlineData("    based_on: nd-09-2019\n  - name: cua-tinh\n    based_on: nd-09-2019\n", "line 8", "already taken")]
    [InlineData("    based_on: nd-09-2019\n  - name: ND-09-2019\n    based_on: nd-09-2019\n", "line 8", "already taken")]
    public void Read_RefusesWhatIsWrong_WithItsLine(string regime, string line, string named)
    {
        var message = Assert.Throws<SettingsException>(() => Read(Head + regime)).Message;
        Assert.Contains(line, message, StringComparison.Ordinal);
        Assert.Contains(named, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ProposesAnotherWindow_WhereOneIsTooLong()
    {
        const string fourMonths =
            "    based_on: nd-09-2019\n    reports:\n      - every: quarterly\n        window:\n          from: { day: 15, month: before_first }\n          to: { day: 14, month: after_last }\n";
        var message = Assert.Throws<SettingsException>(() => Read(Head + fourMonths)).Message;
        Assert.Contains("line 9", message, StringComparison.Ordinal);
        Assert.Contains("Perhaps 15/01/2026 - 14/04/2026", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NamesOwnRegimes_AmongTheKnown() =>
        Assert.Contains("cua-tinh", Assert.Throws<SettingsException>(
            () => Read((Head + Whole).Replace("regime: cua-tinh", "regime: khac", StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_TakesTheExampleInTheRepositorysFile()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Folder, "jobs.yml"));
        var example = lines.SkipWhile(line => line != "# regimes:").TakeWhile(line => line.StartsWith('#')).Select(line => line[2..]);
        var office = Read(string.Join('\n', lines.Where(line => !line.StartsWith('#')).Concat(example)));
        Assert.Equal(Day("2026-09-20"), Assert.Single(office.OwnRegimes).Period("2026-9T")!.Due);
    }

    private JobsFile Read(string text)
    {
        var path = Path.Combine(_folder, "jobs.yml");
        File.WriteAllText(path, text.ReplaceLineEndings("\n"));
        return JobsFileReader.Read(path);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
