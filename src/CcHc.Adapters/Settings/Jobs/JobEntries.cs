using CcHc.Core.Jobs;

namespace CcHc.Adapters.Settings.Jobs;

/// <summary>Judges the jobs section of jobs.yml.</summary>
internal static class JobEntries
{
    public static IReadOnlyList<JobDefinition> Read(List<JobDocument>? given, YamlPlaces places, Mistakes mistakes)
    {
        if (given is null || given.Count == 0)
        {
            mistakes.Add(places.Wrong("is missing: without a job nothing ever runs.", "jobs").Message);
            return [];
        }

        var jobs = given.Select((job, place) => mistakes.Try(() => ReadOne(job, place, places), new JobDefinition(job.Name ?? "", default))).ToList();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var place = 0; place < jobs.Count; place++)
        {
            if (!names.Add(jobs[place].Name))
            {
                mistakes.Add(places.Wrong($"the job name \"{jobs[place].Name}\" is used twice. Give each job its own name.", "jobs", place, "name").Message);
            }
        }

        return jobs;
    }

    private static JobDefinition ReadOne(JobDocument job, int place, YamlPlaces places)
    {
        object[] at = ["jobs", place];
        var name = string.IsNullOrWhiteSpace(job.Name) ? throw places.Wrong("\"name\" is missing.", at) : job.Name.Trim();
        var days = Choice.Of<JobDays>(job.Days, JobDays.All, places, [.. at, "days"]);
        return new JobDefinition(name, Choice.Of<JobDuty>(job.Does, null, places, [.. at, "does"]))
        {
            Schedule = ScheduleOf(job.Schedule, days, places, [.. at, "schedule"]),
            Days = days,
            Missed = Choice.Of<MissedRunPolicy>(job.Missed, MissedRunPolicy.RunOnce, places, [.. at, "missed"]),
            Retry = new RetryRule(
                Within(job.Retry?.Times ?? RetryRule.Default.Times, 0, 20, places, [.. at, "retry", "times"]),
                TimeSpan.FromMinutes(
                    Within(job.Retry?.PauseMinutes ?? (int)RetryRule.Default.FirstPause.TotalMinutes, 1, 1440, places, [.. at, "retry", "pause_minutes"]))),
            TimeLimit = TimeSpan.FromMinutes(Within(job.TimeLimitMinutes ?? 60, 1, 1440, places, [.. at, "time_limit_minutes"])),
            IsEnabled = job.Enabled ?? true,
        };
    }

    private static JobSchedule? ScheduleOf(string? words, JobDays days, YamlPlaces places, object[] at)
    {
        if (words is null)
        {
            return null;
        }

        return JobSchedule.Read(words, days, out var refusal) is { } schedule ? schedule
            : throw places.Wrong(refusal is null ? $"\"{words}\" is not understood. Examples: {JobSchedule.Examples}." : $"\"{words}\": {refusal}", at);
    }

    private static int Within(int value, int least, int most, YamlPlaces places, object[] at) =>
        value >= least && value <= most ? value : throw places.Wrong(FormattableString.Invariant($"{value} is not between {least} and {most}."), at);
}
