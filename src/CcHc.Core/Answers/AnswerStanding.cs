namespace CcHc.Core.Answers;

/// <summary>How an obligation stands by its agency's own answers (trả lời của cơ quan).</summary>
/// <param name="Latest">Its latest answer that asks something of the office; null when none does.</param>
/// <param name="RestsUntil">Until this day, included, nobody is reminded of it; null: reminders go on.</param>
public sealed record AnswerStanding(GivenAnswer? Latest, DateOnly? RestsUntil)
{
    /// <summary>How often more time was asked for.</summary>
    public int ExtensionsAsked { get; init; }

    public int ExtensionsGranted { get; init; }

    public bool IsWaiting => Latest is { State: AnswerState.Waiting };

    /// <summary>"Cơ quan báo đã xong": said, and nobody has decided yet.</summary>
    public bool SaysDone => Latest is { State: AnswerState.Waiting, Statement.Kind: AnswerKind.Done };

    public bool RestsOn(DateOnly day) => day <= RestsUntil;
}
