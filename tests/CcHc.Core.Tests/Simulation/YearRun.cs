using CcHc.Core.Obligations;
using CcHc.Core.Reminders;

namespace CcHc.Core.Tests.Simulation;

/// <summary>A virtual year lived by the product and by the slow office side by side.</summary>
internal static class YearRun
{
    /// <summary>The first day on which they differ, told for a person; null when they agree to the end.</summary>
    public static string? FirstDifference(VirtualYear year)
    {
        var (papers, product, reminders) = (new OfficePapers(year), new VirtualOffice(year), new SlowReminders(year.Policy));
        product.Read(papers.Tasks);
        foreach (var day in year.Days)
        {
            if (papers.LiveThrough(day))
            {
                product.Read(papers.Tasks);
            }

            var calendar = HandCalendars.Of(year.ListsOn(day));
            var lines = SlowLine.All(papers.Tasks, new SlowOffice(calendar, year.Policy, year.Regime), day);
            var assessed = product.Assess(day);
            var difference = Differ(lines, assessed, product.Names);
            if (difference is null && !year.IsDown(day))
            {
                var expected = calendar.Works(day) ? lines.SelectMany(l => reminders.Remind(l, day)).ToHashSet() : [];
                difference = Differ(expected, product.Plan(assessed, day), product.Names, lines);
            }

            if (difference is not null)
            {
                return $"{year.Name}, {day:yyyy-MM-dd dddd}: {difference}";
            }
        }

        return null;
    }

    private static string? Differ(IReadOnlyList<SlowLine> lines, IReadOnlyList<AssessedObligation> assessed, IReadOnlyDictionary<string, string> names)
    {
        var byLine = assessed.GroupBy(a => (names[a.Obligation.Task.Key], a.Obligation.Agency.Code)).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var group in lines.GroupBy(l => (l.Task.Name, l.AgencyCode)))
        {
            var (expected, found) = (group.ToList(), byLine.GetValueOrDefault(group.Key) ?? []);
            for (var i = 0; i < Math.Max(expected.Count, found.Count); i++)
            {
                var (slow, fast) = (expected.ElementAtOrDefault(i)?.Standing, found.ElementAtOrDefault(i)?.Standing);
                var isSame = slow is null || fast is null ? slow is null && fast is null : slow.Kind == fast.Kind && (!fast.IsOpen || slow == Seen(fast));
                if (!isSame)
                {
                    return $"{group.Key} {expected[0].Task}, time {i + 1} of {expected.Count}: by hand {slow}, the product has {fast}.";
                }
            }
        }

        return byLine.Count == lines.GroupBy(l => (l.Task.Name, l.AgencyCode)).Count() ? null : "The product has obligations nobody wrote.";
    }

    private static SlowStanding Seen(Standing standing) => new(standing.Kind, standing.Due, standing.WrittenDue, standing.WorkingDaysLeft);

    private static string? Differ(HashSet<SlowReminder> expected, ReminderPlan plan, IReadOnlyDictionary<string, string> names, IReadOnlyList<SlowLine> lines)
    {
        var found = plan.Reminders.Select(r => new SlowReminder(names[r.Key.TaskKey], r.Key.MilestoneKey, r.Key.Due, r.Key.Stage, r.Key.AgencyCode)).ToHashSet();
        var odd = expected.Except(found).Concat(found.Except(expected)).ToList();
        return odd is [] ? null
            : $"""
               {odd.Count} reminders differ.
               By hand: {string.Join("; ", expected.Except(found).Take(3))}
               The product: {string.Join("; ", found.Except(expected).Take(3))}
               {string.Join("\n", lines.Where(l => l.Task.Name == odd[0].Task && l.AgencyCode == odd[0].Agency))}
               """;
    }
}
