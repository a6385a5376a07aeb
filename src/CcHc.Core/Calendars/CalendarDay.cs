namespace CcHc.Core.Calendars;

/// <summary>What the holiday workbook says of a day: off (nghỉ), or a day off worked to make up for another (làm bù).</summary>
public enum CalendarDayKind { DayOff, MakeUpWorkingDay }

/// <summary>A day of the holiday workbook (lịch nghỉ) that differs from an ordinary week.</summary>
/// <param name="Note">As written: "Tết Nguyên đán", "Làm bù cho ngày 30/4"; empty when none.</param>
public sealed record CalendarDay(DateOnly Day, CalendarDayKind Kind, string Note = "");
