using CcHc.Core.Findings;

namespace CcHc.Core.Tests.Findings;

public class AnswersTest
{
    private static readonly DateOnly Today = new(2026, 6, 15);
    private static readonly Answer Kept = new("AAAAAA", Verdict.Right, "An", new(2026, 5, 4));

    [Fact]
    public void Merge_KeepsWhatNobodyWroteOf() => Assert.Equal([Kept], Answers.Merge([Kept], [], Today).All);

    [Fact]
    public void Merge_KeepsTheDay_OfAnAnswerThatIsRepeated() =>
        Assert.Equal(Kept.Day, Answers.Merge([Kept], [new("AAAAAA", Verdict.Right, "An")], Today)["AAAAAA"]!.Day);

    [Fact]
    public void Merge_TakesANewDay_WhenTheAnswerChanges() =>
        Assert.Equal(new Answer("AAAAAA", Verdict.Wrong, "quý III", Today), Answers.Merge([Kept], [new("AAAAAA", Verdict.Wrong, "quý III")], Today)["AAAAAA"]);

    [Fact]
    public void Merge_TakesBack_WhatWasCleared()
    {
        var answers = Answers.Merge([Kept], [new("AAAAAA", Verdict.Withdrawn, "")], Today);
        Assert.Null(answers["AAAAAA"]);
        Assert.Equal(["AAAAAA"], answers.Withdrawn);
    }

    [Fact]
    public void Merge_LetsTheLaterWorkbookDecide()
    {
        WrittenAnswer accepted = new("AAAAAA", Verdict.Right, ""), cleared = new("AAAAAA", Verdict.Withdrawn, "");
        Assert.Null(Answers.Merge([], [accepted, cleared], Today)["AAAAAA"]);
        Assert.Empty(Answers.Merge([], [cleared, accepted], Today).Withdrawn);
    }
}
