using CcHc.Core.Findings;

namespace CcHc.Core.Tests.Findings;

public class FindingHistoryTest
{
    private static readonly DateOnly Monday = new(2026, 6, 15);
    private static readonly HashSet<string> NoFile = [];

    [Fact]
    public void Of_TellsNewStayingAndGone()
    {
        var first = FindingHistory.Of([], [Given("A"), Given("B")], NoFile, Monday);
        var second = FindingHistory.Of(first.Changed, [Given("B"), Given("C")], NoFile, Monday.AddDays(1));

        Assert.Equal(Monday, second.Since(Given("B")));
        Assert.Null(second.Since(Given("C")));
        Assert.Equal(["A"], second.Gone.Select(finding => finding.AnswerCode));
    }

    [Fact]
    public void Of_SaysTheSame_WhenTheDayIsLookedAtTwice()
    {
        var first = FindingHistory.Of([], [Given("A"), Given("B")], NoFile, Monday);
        var second = FindingHistory.Of(first.Changed, [Given("B")], NoFile, Monday.AddDays(1));
        var again = FindingHistory.Of(second.Changed, [Given("B")], NoFile, Monday.AddDays(1));

        Assert.Equal(["A"], again.Gone.Select(finding => finding.AnswerCode));
        Assert.Equal(Monday, again.Since(Given("B")));
        Assert.Empty(FindingHistory.Of(again.Changed, [Given("B")], NoFile, Monday.AddDays(2)).Gone);
    }

    [Fact]
    public void Of_CallsAFindingNewAgain_WhenItComesBack()
    {
        var gone = FindingHistory.Of([Known(Given("A"), Monday.AddDays(-9), Monday.AddDays(-1))], [], NoFile, Monday);
        var back = FindingHistory.Of(gone.Changed, [Given("A")], NoFile, Monday.AddDays(3));
        Assert.Null(back.Since(Given("A")));
        Assert.Empty(back.Gone);
    }

    [Fact]
    public void Of_CallsNothingGone_WhoseFileCouldNotBeRead()
    {
        var known = Known(Given("A"), Monday.AddDays(-9), Monday.AddDays(-1));
        var history = FindingHistory.Of([known], [], new HashSet<string> { "so.xlsx" }, Monday);
        Assert.Empty(history.Gone);
        Assert.Empty(history.Changed);
    }

    private static Finding Given(string code) =>
        new(Severity.Warning, "missing-time", "so.xlsx", "Trang", "F5", "Thiếu thời gian.", "Ghi thời gian.") { AnswerCode = code };

    private static KnownFinding Known(Finding finding, DateOnly first, DateOnly last, DateOnly? gone = null) =>
        new() { Finding = finding, FirstSeen = first, LastSeen = last, GoneOn = gone };
}
