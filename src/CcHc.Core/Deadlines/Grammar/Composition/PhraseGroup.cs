using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Composition;

/// <summary>Found phrases that together say one time: a frequency and its days, a month and the day in it, "thường xuyên" and its window.</summary>
internal sealed record PhraseGroup(int From, int To)
{
    public Dated? Date { get; init; }
    public Counted? Counted { get; init; }
    public Frequent? Frequency { get; init; }
    public DueDay? Day { get; init; }

    /// <summary>A date without a year that says when a recurring duty falls due.</summary>
    public Dated? Occurrence { get; init; }
    public Continuous? Steady { get; init; }
    public EventPhrase? Event { get; init; }
    public bool IsAdHoc { get; init; }

    public bool IsRecurring => Frequency is not null || Day is not null;

    public static PhraseGroup Of(TimePhrase found)
    {
        var group = new PhraseGroup(found.From, found.To);
        return found switch
        {
            Dated one => group with { Date = one },
            Counted one => group with { Counted = one },
            Frequent one => group with { Frequency = one },
            DueDay one => group with { Day = one },
            Continuous one => group with { Steady = one },
            EventPhrase one => group with { Event = one },
            AdHoc => group with { IsAdHoc = true },
            _ => throw new ArgumentOutOfRangeException(nameof(found), found, "A reference is no time."),
        };
    }
}
