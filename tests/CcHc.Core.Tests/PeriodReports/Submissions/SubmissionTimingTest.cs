using System.Globalization;
using CcHc.Core.Calendars;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Core.Tests.PeriodReports.Submissions;

public class SubmissionTimingTest
{
    // saved and received on days of June 2026; "-" where nothing valid came
    [Theory]
    [InlineData("accepted 10 11", "10")]
    [InlineData("accepted 12 11", "11")] // a clock ahead: the receipt is believed
    [InlineData("replaced 8 9, accepted 20 20", "8")] // a correction makes nobody late
    [InlineData("accepted 20 20, replaced 8 9", "8")]
    [InlineData("refused 5 5, accepted 15 15", "15")]
    [InlineData("excluded 5 5, duplicate 6 6, accepted 15 15", "15")]
    [InlineData("afterclosing 5 5", "-")]
    [InlineData("refused 5 5", "-")]
    [InlineData("replaced 9 9", "9")]
    [InlineData("", "-")]
    public void TheFirstValidVersion_Counts(string files, string day)
    {
        var first = SubmissionTiming.FirstValid(files.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(FileOf));
        Assert.Equal(day, first?.Day.ToString(CultureInfo.InvariantCulture) ?? "-");
    }

    [Theory]
    [InlineData(30, 30, SubmissionStatus.InTime, 0)]
    [InlineData(29, 30, SubmissionStatus.InTime, 0)]
    [InlineData(27, 26, SubmissionStatus.Late, 0)] // a Saturday: late by no working day
    [InlineData(29, 26, SubmissionStatus.Late, 1)]
    [InlineData(30, 26, SubmissionStatus.Late, 2)]
    [InlineData(30, null, SubmissionStatus.InTime, 0)]
    public void TheDueDayItself_IsInTime_AndWithoutOneNobodyIsLate(int day, int? due, SubmissionStatus status, int workingDaysLate)
    {
        var (on, last) = (new DateOnly(2026, 6, day), due is { } known ? new DateOnly(2026, 6, known) : (DateOnly?)null);
        Assert.Equal(status, SubmissionTiming.StatusOf(on, last));
        Assert.Equal(workingDaysLate, SubmissionTiming.WorkingDaysLate(on, last, new WorkingCalendar([])));
    }

    [Fact]
    public void WithoutAValidVersion_ItIsMissing() => Assert.Equal(SubmissionStatus.Missing, SubmissionTiming.StatusOf(null, new DateOnly(2026, 6, 30)));

    private static SubmittedFileEntry FileOf(string words)
    {
        var parts = words.Split(' ');
        return new SubmittedFileEntry { State = Enum.Parse<SubmissionState>(parts[0], ignoreCase: true), SavedAt = At(parts[1]), ReceivedAt = At(parts[2]) };
    }

    private static DateTimeOffset At(string day) => new(2026, 6, int.Parse(day, CultureInfo.InvariantCulture), 9, 0, 0, TimeSpan.Zero);
}
