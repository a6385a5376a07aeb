using CcHc.Dashboard.Localization;

namespace CcHc.Dashboard.Pages.Jobs;

/// <summary>What pages call that which an alarm speaks of: a job by what it does, or the service itself.</summary>
public static class AlarmNames
{
    public static string Of(ViewLocalizer words, JobTitles titles, string job) => job switch
    {
        "service" => words["dịch vụ không chạy được lịch"],
        "settings" => words["thiết lập mới bị từ chối"],
        _ => words["công việc “{0}” không chạy được", titles[job]],
    };
}
