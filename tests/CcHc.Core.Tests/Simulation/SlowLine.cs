namespace CcHc.Core.Tests.Simulation;

/// <summary>One obligation of the slow office on a day.</summary>
/// <param name="Agency">Null when nobody could say whom the words mean.</param>
internal sealed record SlowLine(string Name, HandTask Task, HandMilestone Time, string Key, SlowStanding Standing, HandAgency? Agency)
{
    public static string NameOf(string task, int index, string agency) => $"task {task}, time {index + 1}, {(agency.Length == 0 ? "nobody" : agency)}";

    public static IReadOnlyList<SlowLine> All(IReadOnlyList<HandTask> tasks, SlowOffice office, DateOnly day)
    {
        var lines = new List<SlowLine>();
        foreach (var task in tasks)
        {
            var times = SlowOffice.Binding(task);
            for (var i = 0; i < times.Count; i++)
            {
                var (key, standing) = (SlowOffice.KeyOf(times, i), office.Standing(task, times[i], day));
                lines.AddRange(task.Lead.Codes.Select(code =>
                    new SlowLine(NameOf(task.Name, i, code), task, times[i], key, standing, HandAgencies.All.SingleOrDefault(a => a.Code == code))));
            }
        }

        return lines;
    }

    public override string ToString() =>
        $"{Name}: “{Task.Time.Words}”, Hạn {Task.Due}, Gia hạn đến {Task.ExtendedTo}, {Task.Status} {Task.CompletedOn}: by hand {Standing}";
}
