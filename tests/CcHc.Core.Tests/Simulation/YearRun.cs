using CcHc.Core.Obligations;
using CcHc.Core.Reminders;

namespace CcHc.Core.Tests.Simulation;

/// <summary>A virtual year lived by the product and by the slow office side by side.</summary>
internal static class YearRun
{
    /// <summary>The first day on which they differ, told for a person; null when they agree to the end.</summary>
    public static string? FirstDifference(VirtualYear year)
    {
        var reminders = new SlowReminders(year.Policy);
        foreach (var lived in VirtualOffice.Live(year))
        {
            var calendar = HandCalendars.Of(year.ListsOn(lived.Day));
            var lines = SlowLine.All(lived.Tasks, new SlowOffice(calendar, year.Policy, year.Regime), lived.Day);
            var difference = Standings(lines, lived);
            if (difference is null && lived.Plan is not null)
            {
                var isWorked = calendar.Works(lived.Day);
                var expected = isWorked ? lines.SelectMany(l => reminders.Remind(l, lived.Day, calendar)).ToHashSet() : [];
                difference = Reminders(lines, expected, lived)
                    ?? Reasons(lines.ToDictionary(l => l.Name, l => reminders.WhyNot(l, isWorked, lived.Day, calendar)), lived);
            }

            if (difference is not null)
            {
                return $"{year.Name}, {lived.Day:yyyy-MM-dd dddd}: {difference}";
            }
        }

        return null;
    }

    private static string? Standings(IReadOnlyList<SlowLine> lines, LivedDay lived)
    {
        var found = lived.Assessed.ToDictionary(a => lived.NameOf(a.Obligation), a => a.Standing);
        foreach (var line in lines)
        {
            if (!found.Remove(line.Name, out var standing))
            {
                return $"The product has no {line}.";
            }

            var seen = new SlowStanding(standing.Kind, standing.Due, standing.WrittenDue, standing.WorkingDaysLeft);
            if (standing.Kind != line.Standing.Kind || (standing.IsOpen && line.Standing != seen))
            {
                return $"{line} but the product has {standing}.";
            }
        }

        return found.Count == 0 ? null : $"The product alone has {found.First()}.";
    }

    private static string? Reminders(IReadOnlyList<SlowLine> lines, HashSet<SlowReminder> expected, LivedDay lived)
    {
        var found = lived.Plan!.Reminders.Select(
            r => new SlowReminder(lived.Names[r.Key.TaskKey], r.Key.MilestoneKey, r.Key.Due, r.Key.Stage, r.Key.AgencyCode)).ToHashSet();
        var (missing, surplus) = (expected.Except(found).ToList(), found.Except(expected).ToList());
        if (missing.Count + surplus.Count == 0)
        {
            return null;
        }

        var first = missing.Concat(surplus).First();
        var about = string.Join("\n", lines.Where(l => l.Task.Name == first.Task && l.Agency?.Code == first.Agency));
        return $"{missing.Count} reminders are missing, {surplus.Count} are too many, first {first}.\n{about}";
    }

    /// <summary>Where several reasons are true the product may give any of them.</summary>
    private static string? Reasons(Dictionary<string, IReadOnlySet<NoReminderReason>> allowed, LivedDay lived)
    {
        foreach (var (assessed, reason) in lived.Plan!.NotReminded)
        {
            var name = lived.NameOf(assessed.Obligation);
            if (!allowed[name].Contains(reason))
            {
                return $"{name} is not reminded because {reason}; by hand: {string.Join(", ", allowed[name])}.";
            }
        }

        return null;
    }
}
