using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Composition;

/// <summary>Puts neighbouring phrases of a clause together where they say one time.</summary>
internal static class Joining
{
    public static IReadOnlyList<PhraseGroup> Join(Tokens tokens, IReadOnlyList<TimePhrase> found)
    {
        var groups = new List<PhraseGroup>();
        foreach (var one in found)
        {
            if (groups.Count > 0
                && (Brackets.Explain(tokens, groups[^1], one) ?? Together(groups[^1], one, Gap.Between(tokens, groups[^1].To, one.From))) is { } joined)
            {
                groups[^1] = joined with { To = one.To };
            }
            else
            {
                groups.Add(PhraseGroup.Of(one));
            }
        }

        return Yearly(tokens, groups);
    }

    /// <summary>"trước ngày 30/6 và trước ngày 31/12 hằng năm": each year holds for both days.</summary>
    private static List<PhraseGroup> Yearly(Tokens tokens, List<PhraseGroup> groups)
    {
        for (var i = groups.Count - 1; i > 0; i--)
        {
            var (first, second) = (groups[i - 1], groups[i]);
            if (second is { Occurrence: { } last, Frequency: not null, Day: null }
                && first is { Date: { MayRecur: true } date, IsRecurring: false, Steady: null }
                && date.Bound == last.Bound && date.Points.Items[0].Grain == last.Points.Items[0].Grain
                && date.Points.Joint is Connector.Single or Connector.List
                && last.Points.Joint is Connector.Single or Connector.List && Gap.Between(tokens, first.To, second.From).IsEmpty)
            {
                groups[i - 1] = second with { From = first.From,
                    Occurrence = last with { From = date.From, Points = new Points([.. date.Points.Items, .. last.Points.Items], Connector.List) } };
                groups.RemoveAt(i);
            }
        }

        return groups;
    }

    private static PhraseGroup? Together(PhraseGroup group, TimePhrase next, Gap gap) => next switch
    {
        AdHoc => group with { IsAdHoc = true },
        EventPhrase happening => WithEvent(group, happening, gap),
        _ when group is { Event: not null, Date: null, Counted: null, Frequency: null, Day: null, Steady: null } =>
            gap.IsEmpty && next is not Frequent ? PhraseGroup.Of(next) with { From = group.From, IsAdHoc = group.IsAdHoc } : null,
        Frequent frequent => WithFrequency(group, frequent, gap),
        DueDay day => WithDay(group, day, gap),
        Dated dated => WithDate(group, dated, gap),
        Continuous steady => gap is { IsEmpty: true, HasAnd: false } && group.Date is { } window && MayBeWindow(window) && !group.IsRecurring
            ? group with { Steady = steady } : null,
        _ => null,
    };

    private static PhraseGroup? WithEvent(PhraseGroup group, EventPhrase happening, Gap gap)
    {
        if (!gap.IsEmpty && gap.HasStop)
        {
            return null;
        }

        return group.Event is null && group.IsRecurring && happening.Offset is not null
            ? group with { Event = happening } : group.Event is null ? group : group with
            {
                Event = group.Event with { To = happening.To, Offset = group.Event.Offset ?? happening.Offset, HoldsTime = group.Event.HoldsTime
                    || happening.HoldsTime },
            };
    }

    private static PhraseGroup? WithFrequency(PhraseGroup group, Frequent frequent, Gap gap)
    {
        // "trước ngày 14 của tháng cuối kỳ (đối với báo cáo quý, 6 tháng, năm)"
        if (group is { Frequency: null, Day.Anchors: ["P"] } && frequent.IsBare)
        {
            return group with { Frequency = frequent };
        }

        if (!gap.IsEmpty)
        {
            return null;
        }

        if (group.Frequency is not null && frequent.Recurrences.Count == 0)
        {
            return group;
        }

        if (group.Frequency is { Recurrences.Count: 0, IsUneven: false })
        {
            return group with { Frequency = frequent };
        }

        if (group.Day is { } day && group.Frequency is null)
        {
            // "Cuối mỗi quý, 6 tháng, năm": the list goes on from the day's own period.
            return group with { Frequency = frequent.IsBare && day.Implied != Recurrence.None
                ? frequent with { Recurrences = [.. frequent.Recurrences.Prepend(day.Implied).Distinct()] } : frequent };
        }

        if (group.Date is { } date && group is { Frequency: null, Steady: null } && !gap.HasAnd)
        {
            return frequent.Recurrences is [Recurrence.Annual] && MayRecurYearly(date) ? group with { Date = null, Occurrence = date, Frequency = frequent }
                : frequent.Recurrences is [Recurrence.Monthly] && date.Points.Items.All(point => point.LacksMonth)
                ? group with { Date = null, Occurrence = date, Frequency = frequent }
                : MayBeWindow(date) || date.Bound == Bound.By && date.Points.Items.All(point => point.Grain == Granularity.Year)
                ? group with { Frequency = frequent }
                : null;
        }

        return null;
    }

    private static PhraseGroup? WithDay(PhraseGroup group, DueDay day, Gap gap)
    {
        if (group.Day is not null || group.Occurrence is not null || group.Steady is not null)
        {
            return null;
        }

        return group.Frequency is not null ? group with { Day = day }
            : gap.IsEmpty && group.Date is { } date && MayBeWindow(date) ? group with { Day = day } : null;
    }

    private static PhraseGroup? WithDate(PhraseGroup group, Dated next, Gap gap)
    {
        if (group.Day is { Days: [0] } lastMonth && next.Points.Items.All(point => point.LacksMonth))
        {
            return group with { Day = lastMonth with { Bound = next.Bound, Days = [.. next.Points.Items.Select(point => point.FirstDay)] } };
        }

        if (group.Frequency is { } frequency && group is { Date: null, Day: null, Occurrence: null })
        {
            return WithOccurrence(group, frequency, next, gap);
        }

        if (group is { Steady: not null, Date: { Bound: Bound.In } whole } && next.Bound == Bound.From && gap.IsEmpty && next.Points.Joint == Connector.Single)
        {
            var start = next.Points.Items[0];
            var year = whole.Points.Items[^1];
            return group with { Date = start.HasYear
                ? next : next with { Points = new Points([start with { Year = year.Year, YearShift = year.YearShift }], Connector.Single) } };
        }

        if (group.IsRecurring)
        {
            return group.Date is null && gap.IsEmpty && MayBeWindow(next) && next.Points.Items[0].HasYear ? group with { Date = next } : null;
        }

        if (group is { Steady: not null, Date: null })
        {
            var isWindow = MayBeWindow(next) || (next.HasPreposition && next.Bound is Bound.In or Bound.By && gap.IsEmpty);
            return isWindow && (gap.IsEmpty && !(gap.HasAnd && !next.HasPreposition) || (!gap.HasStop && next.HasPreposition))
                ? group with { Date = next } : null;
        }

        if (group is { Steady: null, Date: { } first } && gap.IsEmpty && (!gap.HasAnd || (gap.HasEnd && first.Bound == Bound.From)))
        {
            var ends = next.Bound is Bound.By or Bound.Before || (next.Bound == Bound.In && gap.HasEnd);
            return first.Bound == Bound.From && ends && !first.IsOpenEnded && first.Points.Joint == Connector.Single && next.Points.Joint == Connector.Single
                ? group with { Date = first with { To = next.To, Bound = Bound.In,
                    Points = Points.Between(first.Points.Items[0], next.Points.Items[0], next.Bound == Bound.Before) } }
                : Narrowing.Of(first, next) is { } narrower ? group with { Date = narrower } : null;
        }

        return null;
    }

    private static PhraseGroup? WithOccurrence(PhraseGroup group, Frequent frequency, Dated next, Gap gap)
    {
        if (next.Points.Items.All(point => point.LacksMonth))
        {
            return frequency.Recurrences is [Recurrence.Monthly] or [Recurrence.Quarterly] ? group with { Occurrence = next } : null;
        }

        var isDay = next.Points.Items.All(point => point.Grain == Granularity.Day);
        var startsSpan = next.Bound is Bound.From || next.IsOpenEnded;
        if (next.MayRecur && !startsSpan && (isDay && (gap.IsEmpty || !gap.HasAnd) && frequency.Recurrences.Count > 0
            || gap is { IsEmpty: true, HasAnd: false } && next.Points.Items[0].Grain != Granularity.Year
                && (frequency.Recurrences is [Recurrence.Annual]
                    || (frequency.Recurrences.Count == 1 && next.Points is { Joint: Connector.List, Items.Count: > 1 }))))
        {
            return group with { Occurrence = next };
        }

        // "Hằng năm, trước ngày 30/11/2022": the duty comes back; the year only says which one is meant now.
        if (frequency.Recurrences is [Recurrence.Annual] && gap is { IsEmpty: true, HasAnd: false } && isDay && next.Points.Joint == Connector.Single
            && !startsSpan)
        {
            return group with { Occurrence = next };
        }

        if (frequency.Recurrences.Count == 0 && isDay && !frequency.IsUneven && (gap.IsEmpty || !gap.HasStop))
        {
            return group with { Frequency = null, Date = next };
        }

        var endsWindow = next.Bound == Bound.By && next.Points is { Joint: Connector.Single, Items: [{ Grain: Granularity.Year }] };
        return gap.IsEmpty && (MayBeWindow(next) || endsWindow
            || (next.HasPreposition && next.Bound == Bound.In && frequency.Recurrences is [Recurrence.Monthly] or [Recurrence.Weekly]))
            ? group with { Date = next }
            : null;
    }

    private static bool MayRecurYearly(Dated date) =>
        date.Points.Items[0].Grain != Granularity.Year
            && (date.MayRecur || date is { Bound: Bound.Before or Bound.By, Points: { Joint: Connector.Single, Items: [{ Grain: Granularity.Day }] } });

    /// <summary>A year, a stage, "từ … (trở đi)", "từ … đến …": a time something may go on in.</summary>
    private static bool MayBeWindow(Dated date) =>
        date.IsOpenEnded || date.Bound == Bound.From
            || (date.Bound == Bound.In
                && (date.Points.Joint == Connector.Range || date.Points.Items.All(point => point.Grain is Granularity.Year or Granularity.Span)));
}
