using System.Text;
using CcHc.Core.Obligations;
using CcHc.Dashboard.Pages.Calendar;
using CcHc.Dashboard.Tests.Support;
using static CcHc.Dashboard.Tests.Support.TestBoard;

namespace CcHc.Dashboard.Tests.Pages.Calendar;

public class CalendarFileTest
{
    private const string LongText =
        "Rà soát, đơn giản hóa thủ tục; công bố \\ công khai\r\nBEGIN:VEVENT 😀 và tiếp tục rà soát các quy định về điều kiện kinh doanh thuộc phạm vi quản lý của tỉnh";

    private static string Of(params Obligation[] owed) =>
        CalendarFile.Of("Sở Tư pháp, tỉnh Mẫu", TestBoard.Office(Monday, owed).Rows
            .Select(row => row.Assessed), new DateTimeOffset(2026, 6, 15, 7, 30, 0, TimeSpan.FromHours(7)));

    [Fact]
    public void EveryLine_HasAtMost75Octets_AndEndsWithCrLf()
    {
        var file = Of(Owed(TestBoard.Task(1, LongText), Justice, Monday.AddDays(2)));

        Assert.EndsWith("END:VCALENDAR\r\n", file, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', file);
    }

    [Fact]
    public void Words_CannotBecomeLinesOfTheirOwn()
    {
        var lines = Unfolded(Of(Owed(TestBoard.Task(1, LongText), Justice, Monday.AddDays(2))));

        Assert.Single(lines, "BEGIN:VEVENT");
        Assert.Single(lines,
            line => line.StartsWith(@"DESCRIPTION:Rà soát\, đơn giản hóa thủ tục\; công bố \\ công khai\nBEGIN:VEVENT 😀", StringComparison.Ordinal));
        Assert.Contains(@"X-WR-CALNAME:CCHC – Sở Tư pháp\, tỉnh Mẫu", lines);
    }

    [Fact]
    public void Event_IsTheWholeDueDay()
    {
        var lines = Unfolded(Of(Owed(TestBoard.Task(1, "Việc"), Justice, new DateOnly(2026, 6, 30))));

        Assert.Contains("DTSTART;VALUE=DATE:20260630", lines);
        Assert.Contains("DTEND;VALUE=DATE:20260701", lines);
        Assert.Contains("DTSTAMP:20260615T003000Z", lines);
    }

    [Fact]
    public void Uid_StaysTheSame_WhenTheDayOfItsOnlyMilestoneMoves()
    {
        Assert.Equal(Uids(Of(Owed(TestBoard.Task(1, "Việc"), Justice, Monday.AddDays(2)))),
            Uids(Of(Owed(TestBoard.Task(1, "Việc"), Justice, Monday.AddDays(30)))));
        Assert.Equal(3,
            Uids(Of(Owed(TestBoard.Task(1, "Việc"), Justice, Monday), Owed(TestBoard.Task(1, "Việc"), Home, Monday),
                Owed(TestBoard.Task(2, "Việc"), Home, Monday))).Distinct().Count());
    }

    [Fact]
    public void OnlyWhatIsOpenAndHasADay_IsListed() => Assert.Equal(6, Uids(Of([.. OfEachKind(Monday)])).Count);

    private static List<string> Uids(string file) => [.. Unfolded(file).Where(line => line.StartsWith("UID:", StringComparison.Ordinal))];

    private static string[] Unfolded(string file) => file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
}
