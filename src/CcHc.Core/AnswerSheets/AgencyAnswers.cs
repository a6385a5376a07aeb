using CcHc.Core.Answers;
using CcHc.Core.Calendars;
using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;
using CcHc.Core.Wording;

namespace CcHc.Core.AnswerSheets;

/// <summary>What the agencies' answers mean for each obligation (trả lời đã nhận).</summary>
public sealed class AgencyAnswers
{
    private readonly Dictionary<(string AgencyCode, string RowKey), List<GivenAnswer>> _given = [];
    private readonly Func<DateOnly, DateOnly> _restEnd;

    private AgencyAnswers(Func<DateOnly, DateOnly> restEnd) => _restEnd = restEnd;

    public static AgencyAnswers None { get; } = new(day => day);

    /// <summary>Every answer there is, in the order given.</summary>
    public IReadOnlyList<GivenAnswer> All { get; private init; } = [];

    /// <param name="oldestFirst">Every answer, in the order they came.</param>
    /// <param name="restWorkingDays">So many working days after an answer its reminders rest while nobody has decided; 0 = not at all.</param>
    public static AgencyAnswers Of(IReadOnlyList<GivenAnswer> oldestFirst, WorkingCalendar calendar, int restWorkingDays)
    {
        var answers = new AgencyAnswers(day => restWorkingDays > 0 ? calendar.AddWorkingDays(day, restWorkingDays) : day.AddDays(-1)) { All = oldestFirst };
        foreach (var answer in oldestFirst)
        {
            var key = (answer.AgencyCode, answer.Statement.RowKey);
            if (!answers._given.TryGetValue(key, out var of))
            {
                answers._given.Add(key, of = []);
            }

            of.Add(answer);
        }

        return answers;
    }

    /// <summary>
    /// The same obligation with its agency's answers: granted time moves its due day as the Gia hạn column does, a completion the office accepted counts like
    /// one of an accepted report, one that waits rests its reminders, and one that was refused stands in its next letter with the reason.
    /// </summary>
    public Obligation Apply(Obligation obligation) => _given.Count > 0 && Find(obligation) is { } given ? Apply(obligation, given) : obligation;

    private List<GivenAnswer>? Find(Obligation obligation)
    {
        var key = ObligationKey.Of(obligation);
        return _given.GetValueOrDefault((obligation.Agency.Code, key))
            ?? obligation.SucceededFrom.Select(ended => _given.GetValueOrDefault((ended.Code, key))).FirstOrDefault(given => given is not null);
    }

    private Obligation Apply(Obligation obligation, List<GivenAnswer> given)
    {
        var asked = given.FindLast(answer => answer is { Statement.Kind: not AnswerKind.Progress, State: not AnswerState.Replaced });
        var result = Moved(obligation, given) with
        {
            Answer = new AnswerStanding(asked, asked is { State: AnswerState.Waiting } ? RestsUntil(asked, given) : null)
            {
                ExtensionsAsked = given.Count(answer => answer.Statement.Kind == AnswerKind.Extension),
                ExtensionsGranted = given.Count(answer => answer is { Statement.Kind: AnswerKind.Extension, State: AnswerState.Accepted }),
            },
        };
        var done = given.FindLast(answer => answer is { Statement.Kind: AnswerKind.Done, State: AnswerState.Accepted });
        if (done is not null && !(obligation.ReportedUndone?.SaidOn > done.SaidOn))
        {
            result = result with
            {
                Reported = new ReportedCompletion(done.Statement.CompletedOn) { SaidOn = done.SaidOn, Through = done.Statement.Due, IsConfirmed = true },
                ReportedUndone = null,
            };
        }

        return asked is { State: AnswerState.Waiting or AnswerState.Refused }
            ? result with { Note = string.Join(' ', new[] { obligation.Note, NoteOf(asked) }.Where(note => note.Length > 0)) } : result;
    }

    /// <summary>
    /// Counted from the first of the answers nobody has decided: saying the same again, or something new each week, rests nothing for ever. What was refused
    /// before and is only said again rests nothing.
    /// </summary>
    private DateOnly? RestsUntil(GivenAnswer asked, List<GivenAnswer> given)
    {
        if (given.Exists(answer => answer.State == AnswerState.Refused && answer.Statement.Fingerprint == asked.Statement.Fingerprint))
        {
            return null;
        }

        var since = given.FindLastIndex(answer => answer.IsDecided);
        var first = given.Skip(since + 1).First(answer => answer.Statement.Kind != AnswerKind.Progress);
        return _restEnd(first.SaidOn);
    }

    /// <summary>With the last day granted, unless the register's own is that late by now: then the register has settled it.</summary>
    private static Obligation Moved(Obligation obligation, List<GivenAnswer> given)
    {
        var granted = given.FindLast(answer => answer is { Statement.Kind: AnswerKind.Extension, State: AnswerState.Accepted });
        if (granted?.GrantedTo is not { } day || obligation.Milestone.Kind is MilestoneKind.Continuous or MilestoneKind.Recurring
            || obligation.Milestone.Due >= day)
        {
            return obligation;
        }

        var moved = new Milestone
        {
            Kind = MilestoneKind.Date, Label = obligation.Milestone.Label, Start = day, Due = day, IsDoubtful = obligation.Milestone.IsDoubtful,
            Reading = $"Gia hạn đến {Vietnamese.Day(day)} theo đề nghị của cơ quan, {granted.DecidedBy} đồng ý",
        };
        return obligation with { Milestone = moved, AsRegistered = obligation.Milestone };
    }

    private static string NoteOf(GivenAnswer answer)
    {
        var said = AnswerText.Said(answer.Statement);
        return answer.State == AnswerState.Refused
            ? $"Trả lời ngày {Vietnamese.Day(answer.SaidOn)} của quý cơ quan ({said}) chưa được chấp nhận: {answer.DecisionReason.TrimEnd('.')}."
            : $"Quý cơ quan đã trả lời ngày {Vietnamese.Day(answer.SaidOn)} ({said}); cơ quan thường trực chưa xử lý.";
    }
}
