using CcHc.Core.Deadlines.Grammar.Building;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Composition;

/// <summary>What the words around a day make of it.</summary>
internal enum DayRole { Plain, Replaced, InForce, Negated, Start, Document, Past, Exception, Particular }

/// <summary>
/// Days that stand in a time cell and are no deadline: the old one beside the new one, the day of a decision, of a start, an exception. Where another day
/// remains they are set aside and named; where none does, the day is kept and said to be doubtful.
/// </summary>
internal sealed class DayRoles(ReadingContext context)
{
    private sealed record Day(Dated Found, TokenSpan Words, TokenSpan Part, int Line, DayRole Role, int Round)
    {
        /// <summary>Nothing but the day stands in its part.</summary>
        public bool IsAlone => Found.From <= Part.From && Found.To >= Part.To;
    }

    /// <param name="parts">The cell's parts with the times found in them, and the line each belongs to.</param>
    public void Weigh(IReadOnlyList<(TokenSpan Part, int Line, IReadOnlyList<TimePhrase> Times)> parts)
    {
        var days = parts.SelectMany(one => DaysOf(one.Part, one.Line, one.Times)).ToList();
        DoubtOthersBesideCompletion(days);
        if (days.All(day => day.Role == DayRole.Plain))
        {
            return;
        }

        // "Gia hạn lần 1: …; lần 2: …": the first words hold for the second day, too.
        if (days.Any(day => day is { Role: DayRole.InForce, Round: > 0 }))
        {
            days = [.. days.Select(day => day is { Role: DayRole.Plain, Round: > 0 } ? day with { Role = DayRole.InForce } : day)];
        }

        var others = parts.Sum(one => one.Times.Count(time => time is not (Dated or AdHoc)));
        foreach (var day in days.Where(day => IsOutOfForce(day, days)).ToList())
        {
            var isAlone = others == 0 && days.All(other => other == day || IsOutOfForce(other, days));
            if (isAlone)
            {
                context.Doubt(DeadlineFindings.RoleUnclear(Written(day)));
                continue;
            }

            context.SetAside(day.Found.From, day.Found.To);
            context.Use(day.Words.From, day.Words.To);
            if (day.Role is DayRole.Start or DayRole.Document)
            {
                context.Note(DeadlineFindings.NotADeadline(Written(day)));
            }
            else
            {
                context.Doubt(day.Role == DayRole.Exception ? DeadlineFindings.RoleUnclear(Written(day)) : DeadlineFindings.SetAside(Written(day)));
            }
        }

        // "Ngày 25 hằng tháng, riêng tháng 12: ngày 15": one occurrence has a day of its own.
        if (parts.Any(one => one.Times.Any(time => time is Frequent or DueDay)))
        {
            foreach (var day in days.Where(day => day.Role == DayRole.Particular))
            {
                context.Doubt(DeadlineFindings.Unexplained(Written(day)));
            }
        }

        foreach (var day in days.Where(day => day.Role == DayRole.Past
            || (day.Role == DayRole.InForce && days.Count(other => other.Role == DayRole.InForce && !IsOutOfForce(other, days)) > 1)))
        {
            context.Doubt(DeadlineFindings.RoleUnclear(Written(day)));
        }
    }

    /// <summary>"Nhận 05/01/2026, xong 30/6/2026": beside the day of completion another day with words of its own need not be a deadline.</summary>
    private void DoubtOthersBesideCompletion(List<Day> days)
    {
        foreach (var end in days.Where(day => day.Role == DayRole.Plain && RoleWords.IsCompletion(context.Tokens, day.Words.From, day.Found.From)))
        {
            foreach (var day in days.Where(day => day.Line == end.Line && day.Found.From < end.Found.From
                && day is { Role: DayRole.Plain, Found: { Bound: Bound.In, HasPreposition: false } }
                && day.Found.Points.Items is [{ Grain: Granularity.Day }] && context.Tokens[day.Words.From].IsWord
                && !RoleWords.IsCompletion(context.Tokens, day.Words.From, day.Found.From)
                && day.Words.From < day.Found.From))
            {
                context.Doubt(DeadlineFindings.RoleUnclear(Written(day)));
            }
        }
    }

    private string Written(Day day) => context.Tokens.Written(day.Words.From, day.Words.To);

    private static bool IsOutOfForce(Day day, List<Day> days) => day.Role switch
    {
        DayRole.Replaced or DayRole.Negated or DayRole.Start or DayRole.Document or DayRole.Exception => true,
        DayRole.InForce => day.Round > 0 && days.Any(other => other.Role == DayRole.InForce && other.Round > day.Round),

        // "30/6/2026, gia hạn đến 30/9/2026": the day before the one in force is the old one.
        DayRole.Plain => days.Any(other => other.Role == DayRole.InForce && other.Found.From > day.Found.From && (other.Part == day.Part || day.IsAlone)),
        _ => false,
    };

    private IEnumerable<Day> DaysOf(TokenSpan part, int line, IReadOnlyList<TimePhrase> times)
    {
        for (var i = 0; i < times.Count; i++)
        {
            if (times[i] is not Dated { Bound: Bound.In or Bound.Before or Bound.By } found)
            {
                continue;
            }

            var before = Before(i > 0 ? times[i - 1].To : part.From, found.From);
            var behind = Behind(found.To, i + 1 < times.Count ? times[i + 1].From : part.To, part.To);
            var role = RoleWords.Before(context.Tokens, before, found) ?? RoleWords.Behind(context.Tokens, behind) ?? DayRole.Plain;
            yield return new Day(found, new TokenSpan(before.From, behind.IsEmpty ? found.To : behind.To), part, line, role,
                RoleWords.Round(context.Tokens, before));
        }
    }

    /// <summary>The words of the same phrase before a day; a colon does not end it.</summary>
    private TokenSpan Before(int limit, int day)
    {
        var from = day;
        while (from > limit && !context.Tokens.IsAny(from - 1, ",", ";", "(", ")"))
        {
            from--;
        }

        return new TokenSpan(from, day);
    }

    /// <summary>The words of the same phrase behind a day, or those in the bracket behind it; words that lead to the next day are that day's.</summary>
    private TokenSpan Behind(int day, int next, int partEnd)
    {
        var isBracket = context.Tokens.Is(day, "(");
        var to = isBracket ? day + 1 : day;
        while (to < next && !(isBracket ? context.Tokens.Is(to, ")") : context.Tokens.IsAny(to, ",", ";", "(", ")", ":")))
        {
            to++;
        }

        return to == next && next < partEnd ? new TokenSpan(day, day) : new TokenSpan(day, to);
    }
}
