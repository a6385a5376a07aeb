using CcHc.Adapters.Settings.Jobs;
using CcHc.Dashboard.Localization;

namespace CcHc.Dashboard.Pages.Jobs;

/// <summary>
/// What a page calls a job of jobs.yml (tên công việc): what it does, in the reader's language; its own name beside it where several do the same.
/// </summary>
public sealed class JobTitles(JobsFile settings, ViewLocalizer words)
{
    /// <param name="job">As jobs.yml names it; one that is no longer there keeps that name.</param>
    public string this[string job]
    {
        get
        {
            if (settings.Jobs.FirstOrDefault(one => one.Name == job) is not { } known)
            {
                return job;
            }

            var title = words[RunLabels.Duty(known.Duty.ToString())];
            return settings.Jobs.Count(one => one.Duty == known.Duty) == 1 ? title : $"{title} ({job})";
        }
    }
}
