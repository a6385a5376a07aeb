namespace CcHc.Core.Tests.Simulation;

/// <summary>One obligation of the slow office on a day.</summary>
/// <param name="Agency">Null when nobody could say whom the words mean.</param>
internal sealed record SlowLine(HandTask Task, HandMilestone Time, string Key, SlowStanding Standing, HandAgency? Agency)
{
    public string AgencyCode => Agency?.Code ?? "";

    public static IReadOnlyList<SlowLine> All(IReadOnlyList<HandTask> tasks, SlowOffice office, DateOnly day)
    {
        var lines = new List<SlowLine>();
        foreach (var task in tasks)
        {
            var times = SlowOffice.Binding(task);
            for (var i = 0; i < times.Count; i++)
            {
                var (key, standing) = (SlowOffice.KeyOf(times, i), office.Standing(task, times[i], day));
                lines.AddRange(task.Lead.Codes.Select(code => new SlowLine(task, times[i], key, standing, HandAgencies.All.SingleOrDefault(a => a.Code == code))));
            }
        }

        return lines;
    }
}
