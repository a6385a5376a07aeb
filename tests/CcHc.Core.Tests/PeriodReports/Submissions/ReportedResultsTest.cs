using CcHc.Core.Agencies;
using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Registers;

namespace CcHc.Core.Tests.PeriodReports.Submissions;

public class ReportedResultsTest
{
    private static readonly RegisterTask Task = new() { Key = "t", Place = new SourcePlace("a.xlsx", "S", 1, "A1", "A1", "A1"), Text = "Việc" };
    private static readonly Milestone Milestone = new() { Kind = MilestoneKind.Date, Due = new DateOnly(2026, 6, 30), Reading = "" };

    [Theory]
    // what each report says, oldest first; then the day the obligation of X counts as done, or that it does not
    [InlineData("nothing reported", "", "open")]
    [InlineData("done", "X:Done:12", "12")]
    [InlineData("done without a day", "X:Done", "done")]
    [InlineData("the latest word stands", "X:Done:12 X:InProgress", "open")]
    [InlineData("a later report that says nothing of it leaves the word", "X:Done:12 X:-", "12")]
    [InlineData("no longer to be done ends nothing", "X:Dropped", "open")]
    [InlineData("another agency's word is not its own", "Y:Done:12", "open")]
    public void Apply_TakesTheAgencysLatestWord(string rule, string reports, string expected) => Assert.Equal((rule, expected), (rule, Fate(reports, [])));

    [Theory]
    [InlineData("the one it took over from was done", "A:Done:12", "A", "12")]
    [InlineData("all of them were", "A:Done:12 B:Done:14", "A B", "14")]
    [InlineData("one gave no day", "A:Done:12 B:Done", "A B", "done")]
    [InlineData("one of two was not", "A:Done:12 B:InProgress", "A B", "open")]
    [InlineData("one of two said nothing", "A:Done:12", "A B", "open")]
    [InlineData("its own word comes first", "A:Done:12 X:InProgress", "A", "open")]
    public void Apply_TakesTheWordOfThoseItTookOverFrom(string rule, string reports, string ended, string expected) =>
        Assert.Equal((rule, expected), (rule, Fate(reports, ended.Split(' '))));

    /// <summary>The periods before the latest that called it untouched without another word between.</summary>
    [Theory]
    [InlineData("Open", "")]
    [InlineData("Open Open", "2026-01")]
    [InlineData("Open Open Open", "2026-01 2026-02")]
    [InlineData("Open - Open", "2026-01")]
    [InlineData("Open InProgress Open", "")]
    [InlineData("Open Done Open", "")]
    [InlineData("Done Open Open", "2026-02")]
    [InlineData("Open Open InProgress", "")]
    public void Apply_RemembersThePeriodsThatCalledItUntouched(string reports, string periods)
    {
        var obligation = new Obligation(Task, Milestone, "M1", AgencyOf("X")) { IsSole = true };
        var said = reports.Split(' ')
            .Select((word, i) => new CountedReport(ReportOf(["X", word], ObligationKey.Of(obligation)), null, new DateOnly(2026, i + 1, 28), $"Kỳ {i + 1}"));
        var undone = ReportedResults.Of(said).Apply(obligation).ReportedUndone;
        Assert.Equal(periods, string.Join(' ', (undone?.EarlierThrough ?? []).Select(day => $"{day:yyyy-MM}")));
    }

    private static string Fate(string reports, string[] ended)
    {
        var obligation = new Obligation(Task, Milestone, "M1", AgencyOf("X")) { SucceededFrom = [.. ended.Select(AgencyOf)], IsSole = true };
        var results = ReportedResults.Of(reports.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(words => words.Split(':'))
            .Select(words => ReportOf(words, ObligationKey.Of(obligation))));
        return results.Apply(obligation).Reported switch { null => "open", { CompletedOn: null } => "done", var done => $"{done.CompletedOn:dd}" };
    }

    private static SubmissionContent ReportOf(string[] words, string key) => new("a.xlsx", "h", "2026-Q1", words[0],
        [
            new ReportedTask(key, words[1] == "-" ? TaskProgress.Unknown : Enum.Parse<TaskProgress>(words[1]), words[1] == "-"
                ? "" : words[1], "", words.Length > 2 ? new DateOnly(2026, 6, int.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture))
                : null, "", "", "Nhiệm vụ", 9, "F9", "J9")], [], []);

    private static Agency AgencyOf(string code) => new() { Code = code, Name = "Sở " + code };
}
