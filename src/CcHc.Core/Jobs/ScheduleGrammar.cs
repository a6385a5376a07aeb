using System.Text.RegularExpressions;

namespace CcHc.Core.Jobs;

/// <summary>The words a schedule is written with (ngữ pháp của lịch chạy), for whoever reads them and whoever says them in Vietnamese.</summary>
internal static partial class ScheduleGrammar
{
    [GeneratedRegex(@"\s+")]
    public static partial Regex Spaces();

    [GeneratedRegex(@"^every (?:(?<n>[0-9]{1,3}) )?(?<unit>minute|hour)s?$")]
    public static partial Regex Every();

    [GeneratedRegex(@"^(?<days>[a-z0-9 ]+?(?:, [a-z]+)*) (?:at )?(?<time>[0-9]{1,2}:[0-9]{2})(?:, (?<time>[0-9]{1,2}:[0-9]{2}))*$")]
    public static partial Regex DaysAndTimes();

    [GeneratedRegex("^day ([0-9]{1,3})$")]
    public static partial Regex DayOfMonth();
}
