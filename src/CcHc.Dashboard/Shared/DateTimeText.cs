using System.Globalization;
using CcHc.Core.Calendars;
using CcHc.Dashboard.Localization;

namespace CcHc.Dashboard.Shared;

/// <summary>Instants as pages write them, by the office's clock (thời điểm).</summary>
public static class DateTimeText
{
    /// <summary>"07:30 15/06/2026".</summary>
    public static string At(DateTimeOffset instant) => OfficeTime.Of(instant).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>"5 phút trước", "3 giờ trước", "2 ngày trước".</summary>
    public static string Age(this ViewLocalizer words, TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => words["vừa xong"],
        { TotalHours: < 1 } => words["{0} phút trước", (int)age.TotalMinutes],
        { TotalDays: < 2 } => words["{0} giờ trước", (int)age.TotalHours],
        _ => words["{0} ngày trước", (int)age.TotalDays],
    };
}
