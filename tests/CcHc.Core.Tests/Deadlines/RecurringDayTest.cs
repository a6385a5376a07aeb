using System.Globalization;
using CcHc.Core.Calendars;
using CcHc.Core.Deadlines;

namespace CcHc.Core.Tests.Deadlines;

public class RecurringDayTest
{
    private static readonly DateRange Year = DateRange.Year(2026);

    [Theory]
    [InlineData(Recurrence.Annual, "12-14", "14/12")]
    [InlineData(Recurrence.Annual, "02-29", "28/02")]
    [InlineData(Recurrence.Annual, "Y+1-01-30", "30/01")]
    [InlineData(Recurrence.Annual, "Y-1-12-31", "31/12")]
    [InlineData(Recurrence.Semiannual, "P:18", "18/06 18/12")]
    [InlineData(Recurrence.NineMonths, "P:18", "18/09")]
    [InlineData(Recurrence.Quarterly, "P:18", "18/03 18/06 18/09 18/12")]
    [InlineData(Recurrence.None, "P:18", "")]
    [InlineData(Recurrence.Quarterly, "Q:31", "31/03 30/06 30/09 31/12")]
    [InlineData(Recurrence.Quarterly, "Q+1:15", "15/01 15/04 15/07 15/10")]
    [InlineData(Recurrence.Quarterly, "Q+1:last", "31/03 30/06 30/09 31/12")]
    [InlineData(Recurrence.Monthly, "M:30", "30/01 28/02 30/03 30/04 30/05 30/06 30/07 30/08 30/09 30/10 30/11 30/12")]
    [InlineData(Recurrence.Monthly, "M+1:05", "05/01 05/02 05/03 05/04 05/05 05/06 05/07 05/08 05/09 05/10 05/11 05/12")]
    public void Occurrences_GivesTheDaysOfACode(Recurrence recurrence, string code, string days) =>
        Assert.Equal(days,
            Write(RecurringDay.Occurrences(new Milestone { Kind = MilestoneKind.Recurring, Recurrence = recurrence, OccurrenceDue = [code] }, Year)));

    [Fact]
    public void Occurrences_GivesWeekdays() => Assert.Equal(
        "02/01 09/01 16/01 23/01 30/01",
        Write(RecurringDay.Occurrences(new Milestone { Kind = MilestoneKind.Recurring, Recurrence = Recurrence.Weekly, OccurrenceDue = ["W:5"] },
            DateRange.Month(2026, 1))));

    [Fact]
    public void Occurrences_KeepsThePeriodsOfTheDuty()
    {
        var milestone = new Milestone { Kind = MilestoneKind.Recurring, Recurrence = Recurrence.Quarterly, OccurrenceDue = ["Q+1:10"],
            Start = new DateOnly(2026, 4, 1), Due = new DateOnly(2026, 12, 31) };
        Assert.Equal("10/07 10/10 10/01", Write(RecurringDay.Occurrences(milestone, new DateRange(new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31)))));
    }

    [Fact]
    public void Occurrences_AreNone_WhenNoDayIsWritten() =>
        Assert.Empty(RecurringDay.Occurrences(new Milestone { Kind = MilestoneKind.Recurring, Recurrence = Recurrence.Quarterly }, Year));

    [Fact]
    public void Occurrences_AreInOrder_WhenSeveralDaysAreWritten() => Assert.Equal(
        "19/03 19/06 19/09 19/12",
        Write(
            RecurringDay.Occurrences(new Milestone { Kind = MilestoneKind.Recurring, Recurrence = Recurrence.Quarterly,
                OccurrenceDue = ["12-19", "03-19", "09-19", "06-19"] }, Year)));

    [Fact]
    public void Occurrences_UnderstandsEveryCodeTheParserWrites() => Assert.All(
        DeadlineTable.Cases.SelectMany(one => DeadlineParser.Read(one.Text, one.Year).Milestones)
            .Where(one => one.OccurrenceDue.Count > 0 && one.Start is null && one.Recurrence != Recurrence.None),
        one => Assert.NotEmpty(RecurringDay.Occurrences(one, Year)));

    [Fact]
    public void Occurrences_CoversTheWholeCalendar() =>
        Assert.NotEmpty(
            RecurringDay.Occurrences(new Milestone { Kind = MilestoneKind.Recurring, Recurrence = Recurrence.Monthly, OccurrenceDue = ["M+1:31", "12-31"] },
                new DateRange(DateOnly.MinValue, DateOnly.MaxValue)));

    private static string Write(IEnumerable<DateOnly> days) => string.Join(' ', days.Select(day => day.ToString("dd/MM", CultureInfo.InvariantCulture)));
}
