using System.Globalization;
using CcHc.Core.Calendars;

namespace CcHc.Core.Tests.Calendars;

public class LunarCalendarTest
{
    [Theory]
    [InlineData(1968, "1968-01-29")] // the calendars of Saigon and Beijing had 30/01
    [InlineData(1985, "1985-01-21")] // China: 20/02
    [InlineData(2000, "2000-02-05")]
    [InlineData(2007, "2007-02-17")] // China: 18/02
    [InlineData(2018, "2018-02-16")]
    [InlineData(2019, "2019-02-05")]
    [InlineData(2020, "2020-01-25")]
    [InlineData(2021, "2021-02-12")]
    [InlineData(2022, "2022-02-01")]
    [InlineData(2023, "2023-01-22")]
    [InlineData(2024, "2024-02-10")]
    [InlineData(2025, "2025-01-29")]
    [InlineData(2026, "2026-02-17")]
    [InlineData(2027, "2027-02-06")]
    [InlineData(2030, "2030-02-02")] // China: 03/02
    public void NewYear_IsReckonedAtTheVietnameseMeridian(int year, string day)
    {
        Assert.Equal(Day(day), LunarCalendar.NewYear(year));
        Assert.Equal(new LunarDate(year, 1, 1), LunarCalendar.ToLunar(Day(day)));
    }

    [Theory]
    [InlineData(2023, "2023-04-29")]
    [InlineData(2024, "2024-04-18")]
    [InlineData(2025, "2025-04-07")]
    [InlineData(2026, "2026-04-26")]
    public void FromLunar_GivesTheDayOfTheAncestors(int year, string day) => Assert.Equal(Day(day), LunarCalendar.FromLunar(10, 3, false, year));

    [Theory]
    [InlineData("2023-03-22", 2023, 2, 1, true)]
    [InlineData("2025-07-25", 2025, 6, 1, true)]
    [InlineData("2025-06-25", 2025, 6, 1, false)]
    [InlineData("2024-02-09", 2023, 12, 30, false)]
    [InlineData("1985-03-21", 1985, 2, 1, true)]
    public void ToLunar_KnowsLeapMonths(string day, int year, int month, int lunarDay, bool isLeap) =>
        Assert.Equal(new LunarDate(year, month, lunarDay, isLeap), LunarCalendar.ToLunar(Day(day)));

    [Fact]
    public void FromLunar_GivesBackEveryDayOfTwoHundredYears()
    {
        for (var day = new DateOnly(1900, 2, 1); day.Year < 2100; day = day.AddDays(1))
        {
            var lunar = LunarCalendar.ToLunar(day);
            Assert.Equal(day, LunarCalendar.FromLunar(lunar.Day, lunar.Month, lunar.IsLeap, lunar.Year));
        }
    }

    [Theory]
    [InlineData(1, 2, true, 2024)]
    [InlineData(30, 12, false, 2024)]
    [InlineData(1, 13, false, 2024)]
    [InlineData(0, 1, false, 2024)]
    public void FromLunar_IsNull_WhenThereIsNoSuchDay(int day, int month, bool isLeap, int year) =>
        Assert.Null(LunarCalendar.FromLunar(day, month, isLeap, year));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
