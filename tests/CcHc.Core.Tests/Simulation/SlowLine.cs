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
            foreach (var code in task.Lead.Codes)
            {
                var agency = HandAgencies.All.SingleOrDefault(a => a.Code == code);
                lines.AddRange(times.Select((time, i) => new SlowLine(task, time, SlowOffice.KeyOf(times, i), office.Standing(task, time, day), agency)));
            }
        }

        return lines;
    }
}
