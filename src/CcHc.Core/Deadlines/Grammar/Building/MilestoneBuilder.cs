using CcHc.Core.Calendars;
using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Building;

/// <summary>Turns a group of phrases into milestones.</summary>
internal sealed class MilestoneBuilder(ReadingContext context)
{
    /// <summary>Every milestone of a list quotes its words.</summary>
    private const int LongestQuote = 240;

    private string _words = "";

    private string Quoted => _words.Length <= LongestQuote ? _words : _words[..LongestQuote] + "…";

    public IReadOnlyList<Milestone> Build(PhraseGroup group)
    {
        _words = context.Tokens.Written(group.From, group.To);
        if (group.Event is { HoldsTime: true })
        {
            context.Note(DeadlineFindings.PartlyUnderstood(_words));
        }

        IReadOnlyList<Milestone> milestones = group switch
        {
            { Steady: not null } => [Continuous(group.Date)],
            { Frequency: not null } or { Day: not null } => new RecurringBuilder(context, _words).Build(group),
            { Date: { } date } => Dated(date),
            { Counted: { } counted } => Counted(counted),
            _ => [Event(group)],
        };
        return [.. milestones.Select(one => one with { IsAdHoc = one.IsAdHoc || group.IsAdHoc, Reading = "" })
            .Select(one => one with { Reading = Sentences.Of(one, Quoted) })];
    }

    private IReadOnlyList<Milestone> Dated(Dated date)
    {
        if (date.IsVague && !IsExact(date))
        {
            context.Note(DeadlineFindings.Vague(_words));
        }

        var items = date.Points.Items;
        if (date.Points.TurnsYear)
        {
            NoteTurnOfYear(items);
        }

        if (date.Bound is Bound.From or Bound.After || date.IsOpenEnded)
        {
            return [From(date)];
        }

        if (date.Bound is Bound.Before or Bound.By)
        {
            if (date.Points.Joint is not (Connector.Single or Connector.List))
            {
                context.Note(DeadlineFindings.Ambiguous(_words, ""));
            }

            return [.. items.Select(point => Bounded(date, point))];
        }

        return date.Points.Joint switch
        {
            Connector.Range => [Range(date)],
            Connector.Either => [Range(date)],
            Connector.List when AreNeighbours(items) => [Range(date)],
            _ => [.. items.Select(point => Within(date, point))],
        };
    }

    // "Quý IV, quý I/2027" in a plan of 2026 is sure; in a plan of 2027 the list may only be out of order.
    private void NoteTurnOfYear(IReadOnlyList<Point> items)
    {
        if (items[0].YearShift == 0 || items[0].Year is { } year && year == context.PlanYear)
        {
            context.Note(DeadlineFindings.YearAssumed(_words));
        }
        else
        {
            context.Doubt(DeadlineFindings.YearTurned(_words));
        }
    }

    // "đến cuối năm" and "từ đầu năm đến …" leave no doubt about the day.
    private static bool IsExact(Dated date) =>
        (date.Bound is Bound.By or Bound.From || date.Points.Joint == Connector.Range)
            && date.Points.Items.All(point => !point.IsVague || (point.Grain == Granularity.Day && point.FirstDay is 1 or Point.MonthEnd));

    private Milestone Within(Dated date, Point point)
    {
        if (date.StartsAtMidnight)
        {
            context.Doubt(DeadlineFindings.Midnight(_words));
        }

        var days = context.Resolve(point, _words);
        var kind = point.IsThroughout ? MilestoneKind.Continuous
            : point.Grain switch { Granularity.Day => MilestoneKind.Date, Granularity.Month =>
                MilestoneKind.Month, Granularity.Quarter => MilestoneKind.Quarter, Granularity.Year => MilestoneKind.Year, _ => MilestoneKind.Range };
        return Marked(date, point, new Milestone { Kind = kind, Start = days?.First, Due = days?.Last });
    }

    private Milestone Bounded(Dated date, Point point)
    {
        var days = context.Resolve(point, _words);
        if (date is { Bound: Bound.Before, StartsAtMidnight: true })
        {
            return Marked(date, point, new Milestone { Kind = MilestoneKind.Before, Due = days?.First.AddDays(-1) });
        }

        return Marked(date, point, date.Bound == Bound.By
            ? new Milestone { Kind = MilestoneKind.Before, Due = days?.Last }
            : new Milestone { Kind = MilestoneKind.Before, Due = days?.First.AddDays(-1), AltDue = point.Grain == Granularity.Day
            ? days?.First : null, IsStrict = true });
    }

    private Milestone Range(Dated date)
    {
        var items = date.Points.Items;
        var (first, last) = (context.Resolve(items[0], _words), context.Resolve(items[^1], _words));
        if (first is { } a && last is { } b && b.Last < a.First)
        {
            if (!items[^1].HasYear && context.Resolve(items[^1] with { YearShift = 1 }, _words) is { } later)
            {
                context.Note(DeadlineFindings.YearAssumed(_words));
                last = later;
            }
            else
            {
                context.Note(DeadlineFindings.Ambiguous(_words, ": mốc cuối đứng trước mốc đầu"));
                return new Milestone { Kind = MilestoneKind.Range };
            }
        }

        return Marked(date, items[0], new Milestone
        {
            Kind = MilestoneKind.Range,
            Start = first?.First,
            Due = date.Points.EndsBeforeLast ? last?.First.AddDays(-1) : last?.Last,
            Either = date.Points.Joint == Connector.Either && first is { } one && last is { } other ? [one.Last, other.Last] : [],
        });
    }

    private Milestone From(Dated date)
    {
        if (date.Points.Joint != Connector.Single && !(date.Points.Joint == Connector.Range && date.IsOpenEnded))
        {
            context.Note(DeadlineFindings.PartlyUnderstood(_words));
        }

        var point = date.Points.Items[0];
        var days = context.Resolve(point, _words);
        if (date.Bound == Bound.After)
        {
            return Marked(date, point, new Milestone { Kind = MilestoneKind.Range, Start = days?.Last.AddDays(1), IsOpenEnded = true });
        }

        return point.LastYear is not null && !date.IsOpenEnded ? Within(date, point)
            : date.IsOpenEnded || point.Grain == Granularity.Year
            ? Marked(date, point, new Milestone { Kind = MilestoneKind.Range, Start = days?.First, IsOpenEnded = true })
            : Marked(date, point,
                new Milestone { Kind = MilestoneKind.Continuous, Start = days?.First, Due = days is { } start ? DateRange.Year(start.First.Year).Last : null });
    }

    private Milestone Continuous(Dated? window)
    {
        if (window is null)
        {
            return new Milestone { Kind = MilestoneKind.Continuous };
        }

        var (first, last) = (context.Resolve(window.Points.Items[0], _words), context.Resolve(window.Points.Items[^1], _words));
        var isStart = window.Bound == Bound.From && window.Points.Items is [{ LastYear: null }];
        return Marked(window, window.Points.Items[0], new Milestone
        {
            Kind = MilestoneKind.Continuous,
            Start = window.Bound == Bound.By ? YearStart(first) : first?.First,
            Due = window.IsOpenEnded ? null : isStart ? YearEnd(first) : last?.Last,
            IsOpenEnded = window.IsOpenEnded,
        });
    }

    private DateOnly? YearStart(DateRange? days) =>
        days is { } range ? DateRange.Year(Math.Min(context.PlanYear ?? range.Last.Year, range.Last.Year)).First : null;

    private static DateOnly? YearEnd(DateRange? days) => days is { } range ? DateRange.Year(range.First.Year).Last : null;

    private IReadOnlyList<Milestone> Counted(Counted counted)
    {
        var days = context.Resolve(counted.Start, _words);
        if (days is null)
        {
            return [new Milestone { Kind = MilestoneKind.Before }];
        }

        // Bộ luật Dân sự 2015, Điều 147: the day itself is not counted.
        var start = days.Value.First.AddMonths(counted.Months);
        var due = counted.AreWorkingDays ? WorkingCalendar.Statutory.AddWorkingDays(start, counted.Days) : start.AddDays(counted.Days);
        if (counted.AreWorkingDays)
        {
            context.Note(DeadlineFindings.WorkingDays(_words, due));
        }

        return [new Milestone { Kind = MilestoneKind.Before, Due = due, Offset = counted.Days > 0
            ? new DayOffset(counted.Days, counted.AreWorkingDays) : null, IsYearFromPlan = !counted.Start.HasYear }];
    }

    private Milestone Event(PhraseGroup group) => new()
    {
        Kind = MilestoneKind.Event,
        Trigger = _words,
        Offset = group.Event?.Offset,
        IsAdHoc = group.IsAdHoc || group.Event is { IsAdHoc: true },
    };

    private static Milestone Marked(Dated date, Point point, Milestone milestone) =>
        milestone with { IsTentative = date.IsTentative, IsYearFromPlan = point.Year is null };

    private bool AreNeighbours(IReadOnlyList<Point> items)
    {
        for (var i = 1; i < items.Count; i++)
        {
            if (context.Resolve(items[i - 1], _words) is not { } before || context.Resolve(items[i], _words) is not { } after
                || before.Last.AddDays(1) != after.First)
            {
                return false;
            }
        }

        return true;
    }
}
