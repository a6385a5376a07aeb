using CcHc.Core.Deadlines.Grammar.Composition;

namespace CcHc.Core.Deadlines.Grammar.Lexing;

/// <summary>How a phrase binds its day: in it, before it, by its end, from it on, after it.</summary>
internal enum Bound { In, Before, By, From, After }

/// <summary>A time phrase found in a clause.</summary>
/// <param name="To">Not included.</param>
internal abstract record TimePhrase(int From, int To);

/// <summary>"trong Quý II", "trước ngày 31/01/2018", "từ tháng 3 đến tháng 6".</summary>
internal sealed record Dated(int From, int To, Bound Bound, Points Points) : TimePhrase(From, To)
{
    public bool HasPreposition { get; init; }
    public bool IsOpenEnded { get; init; }
    public bool IsTentative { get; init; }
    public bool IsVague { get; init; }

    /// <summary>True for "0 giờ ngày …": the day is only beginning.</summary>
    public bool StartsAtMidnight { get; init; }

    /// <summary>True for a day-level phrase without any year or with a bare day, which may be the day of a recurring duty.</summary>
    public bool MayRecur => Points.Items.All(point => !point.HasYear || point.YearShift is not null);
}

/// <summary>"định kỳ hằng quý, 6 tháng, năm"; "02 lần/năm"; "định kỳ" alone has no recurrence.</summary>
internal sealed record Frequent(int From, int To, IReadOnlyList<Recurrence> Recurrences) : TimePhrase(From, To)
{
    /// <summary>A list such as "quý, 6 tháng, năm" without "định kỳ" or "hằng".</summary>
    public bool IsBare { get; init; }

    /// <summary>"ba lần một năm": no period of the office's calendar.</summary>
    public bool IsUneven { get; init; }

    public Point? Year { get; init; }
}

/// <summary>The day of an occurrence: "trước ngày 20 tháng cuối quý", "ngày 25 hằng tháng".</summary>
/// <param name="Anchors">"M", "M+1", "Q", "Q+1", "P", "W" or a month "MM"; one code for each with each day.</param>
/// <param name="Days">0: the last day.</param>
internal sealed record DueDay(int From, int To, Bound Bound, IReadOnlyList<string> Anchors, IReadOnlyList<int> Days, Recurrence Implied) : TimePhrase(From, To)
{
    public bool IsVague { get; init; }
}

/// <summary>"thường xuyên", "liên tục".</summary>
internal sealed record Continuous(int From, int To) : TimePhrase(From, To);

/// <summary>"theo quy định", "sau khi …", "15 ngày làm việc kể từ …": the system cannot count it.</summary>
internal sealed record EventPhrase(int From, int To) : TimePhrase(From, To)
{
    public DayOffset? Offset { get; init; }
    public bool IsAdHoc { get; init; }

    /// <summary>True when the trigger itself holds a month, quarter or day that was not read as a deadline.</summary>
    public bool HoldsTime { get; init; }
}

/// <summary>"15 ngày kể từ ngày 01/3/2018": the last day, counted.</summary>
internal sealed record Counted(int From, int To, Point Start, int Days, int Months) : TimePhrase(From, To)
{
    public bool AreWorkingDays { get; init; }
}

/// <summary>"hoặc đột xuất".</summary>
internal sealed record AdHoc(int From, int To) : TimePhrase(From, To);

/// <summary>"Kế hoạch số 76/KH-UBND ngày 05/4/2018": a paper's number and day, never a deadline.</summary>
internal sealed record DocumentReference(int From, int To) : TimePhrase(From, To);
