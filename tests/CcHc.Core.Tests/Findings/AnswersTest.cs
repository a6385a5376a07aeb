using CcHc.Core.Findings;

namespace CcHc.Core.Tests.Findings;

public class AnswersTest
{
    private static readonly DateOnly Today = new(2026, 6, 15);
    private static readonly FindingAnswer Kept = new("AAAAAA", Verdict.Right, "An", new(2026, 5, 4));

    [Fact]
    public void Merge_KeepsWhatNobodyWroteOf() => Assert.Equal([Kept], FindingAnswers.Merge([Kept], [], Today).All);

    [Fact]
    public void Merge_KeepsTheDay_OfAnAnswerThatIsRepeated() =>
        Assert.Equal(Kept.Day, FindingAnswers.Merge([Kept], [new("AAAAAA", Verdict.Right, "An")], Today)["AAAAAA"]!.Day);

    [Fact]
    public void Merge_TakesANewDay_WhenTheAnswerChanges() =>
        Assert.Equal(new FindingAnswer("AAAAAA", Verdict.Wrong, "quý III", Today),
            FindingAnswers.Merge([Kept], [new("AAAAAA", Verdict.Wrong, "quý III")], Today)["AAAAAA"]);

    [Fact]
    public void Merge_TakesBack_WhatWasCleared()
    {
        var answers = FindingAnswers.Merge([Kept], [new("AAAAAA", Verdict.Withdrawn, "")], Today);
        Assert.Null(answers["AAAAAA"]);
        Assert.Equal(["AAAAAA"], answers.Withdrawn);
    }

    [Fact]
    public void Merge_LetsTheLaterWorkbookDecide()
    {
        WrittenAnswer accepted = new("AAAAAA", Verdict.Right, ""), cleared = new("AAAAAA", Verdict.Withdrawn, "");
        Assert.Null(FindingAnswers.Merge([], [accepted, cleared], Today)["AAAAAA"]);
        Assert.Empty(FindingAnswers.Merge([], [cleared, accepted], Today).Withdrawn);
    }
}
