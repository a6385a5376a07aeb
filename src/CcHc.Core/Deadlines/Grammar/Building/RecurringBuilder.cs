using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;
using CcHc.Core.Deadlines.Grammar.Rules;

namespace CcHc.Core.Deadlines.Grammar.Building;

/// <summary>Turns a frequency with its days and its window into recurring milestones, one a frequency.</summary>
internal sealed class RecurringBuilder(ReadingContext context, string words)
{
    public IReadOnlyList<Milestone> Build(PhraseGroup group)
    {
        if (group.Frequency is { IsUneven: true })
        {
            context.Note(DeadlineFindings.UnevenFrequency(words));
        }

        if (group.Day is { IsVague: true } || group.Occurrence is { IsVague: true })
        {
            context.Note(DeadlineFindings.Vague(words));
        }

        var recurrences = group.Frequency is { Recurrences: { Count: > 0 } written } ? written : [group.Day?.Implied ?? Recurrence.None];
        var due = Codes(group, recurrences);
        var (start, end) = Window(group);
        return
        [
            .. recurrences.Select((recurrence, i) => new Milestone
            {
                Kind = MilestoneKind.Recurring,
                Start = start,
                Due = end,
                Recurrence = recurrence,
                IsStrict = due[i].IsStrict,
                OccurrenceDue = due[i].Due,
                AltOccurrenceDue = due[i].AltDue,
                Window = due[i].Window,
                Offset = group.Event?.Offset,
                Trigger = group.Event is { } wait ? context.Tokens.Written(wait.From, wait.To) : null,
            }),
        ];
    }

    /// <summary>As many days as frequencies are paired by their order: "6 tháng, năm (trước ngày 15/6, 15/12)".</summary>
    private IReadOnlyList<OccurrenceCodes> Codes(PhraseGroup group, IReadOnlyList<Recurrence> recurrences)
    {
        if (group.Day is { } day)
        {
            return day.Anchors.Count == recurrences.Count && recurrences.Count > 1
                ? [.. recurrences.Select((recurrence, i) => OccurrenceCodes.Of(day with { Anchors = [day.Anchors[i]] }, recurrence))]
                : [.. recurrences.Select(recurrence => OccurrenceCodes.Of(day, recurrence))];
        }

        if (group.Occurrence is not { } date)
        {
            return [.. recurrences.Select(_ => OccurrenceCodes.None)];
        }

        if (date.Points.Items.Any(point => !point.LacksMonth && !point.IsPossible(null)))
        {
            context.Note(DeadlineFindings.ImpossibleDate(words));
            return [.. recurrences.Select(_ => OccurrenceCodes.None)];
        }

        if (recurrences.Count == 1)
        {
            return [OccurrenceCodes.Of(date, recurrences[0])];
        }

        if (date.Points.Items.Count == recurrences.Count && date.Points.Joint != Connector.Range)
        {
            return [
                .. recurrences.Select(
                    (recurrence, i) => OccurrenceCodes.Of(date with { Points = new Points([date.Points.Items[i]], Connector.Single) }, recurrence))];
        }

        context.Note(DeadlineFindings.PartlyUnderstood(words));
        return [.. recurrences.Select(_ => OccurrenceCodes.None)];
    }

    private (DateOnly? Start, DateOnly? End) Window(PhraseGroup group)
    {
        if (group.Frequency?.Year is { } year)
        {
            return context.Resolve(year, words) is { } days ? (days.First, days.Last) : (null, null);
        }

        if (group.Date is not { } date)
        {
            return (null, null);
        }

        var (first, last) = (context.Resolve(date.Points.Items[0], words), context.Resolve(date.Points.Items[^1], words));
        return (date.Bound == Bound.By ? null : first?.First, date.IsOpenEnded || (date.Bound == Bound.From && date.Points.Items is [{ LastYear: null }])
            ? null : last?.Last);
    }
}
