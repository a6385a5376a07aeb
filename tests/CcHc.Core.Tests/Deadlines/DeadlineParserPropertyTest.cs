using System.Globalization;
using CcHc.Core.Calendars;
using CcHc.Core.Deadlines;

namespace CcHc.Core.Tests.Deadlines;

public class DeadlineParserPropertyTest
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    private static readonly string[] Pieces =
    [
        "ngày", "tháng", "quý", "năm", "tuần", "trước", "chậm nhất", "đến hết", "từ", "đến", "hằng", "định kỳ", "20", "31/02", "15/6/2022", "2022", "II",
        "cuối", "đầu", "kỳ", "sau", "theo",
        "quy định", "thường xuyên", "6 tháng", "/", "-", ",", ";", "(", ")", ":", "\n", "- ", "+", ".", "và", "hoặc", "đột xuất", "lần", "kể từ", "làm việc",
        "999999999999", "\u0301", "\ud83d", "ⅳ", "0", "số 7/KH-UBND",
        "9999", "00/00/0000", "trở đi", "năm sau", "17h", "thứ Sáu", "Giêng", "a)", "1.", "…",
    ];

    [Fact]
    public void Read_NeverThrows()
    {
        var random = new Random(20260101);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 14)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            int? year = random.Next(4) switch { 0 => null, 1 => 1, 2 => 9999, _ => 2022 };
            var reading = DeadlineParser.Read(text, year, ["A", "B"]);
            Assert.True(reading.IsUnderstood || reading.Findings.Count > 0, text);
            Assert.All(reading.Milestones, one => Assert.True(one.Due is null || one.Start is null || one.Start <= one.Due, text));
        }
    }

    [Fact]
    public void Read_NeverThrows_OnArbitraryCharacters()
    {
        var random = new Random(7);
        for (var i = 0; i < 5_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(1, 0xFFFF))]);
            Assert.NotNull(DeadlineParser.Read(text, 2022));
        }
    }

    [Theory]
    [InlineData("{0:d/M/yyyy}")]
    [InlineData("Ngày {0:dd/MM/yyyy}")]
    [InlineData("{0:dd-MM-yyyy}")]
    [InlineData("{0:d.M.yyyy}")]
    [InlineData("{0:yyyy-MM-dd}")]
    [InlineData("ngày {0:d} tháng {0:M} năm {0:yyyy}")]
    [InlineData("Vào ngày {0:dd}/{0:MM}")]
    [InlineData("{0:dd/MM/yy}")]
    public void Read_ReadsBackAnyDay(string wording)
    {
        for (var day = new DateOnly(2024, 1, 1); day.Year == 2024; day = day.AddDays(1))
        {
            // A lone "d" or "M" is a standard format, not a day.
            var text = string.Format(CultureInfo.InvariantCulture, wording.Replace("{0:d}", "{0:%d}", StringComparison.Ordinal)
                .Replace("{0:M}", "{0:%M}", StringComparison.Ordinal), day);
            var reading = DeadlineParser.Read(text, 2024);
            Assert.True(reading.IsUnderstood, text);
            Assert.Equal((text, MilestoneKind.Date, day, day),
                (text, reading.Milestones.Single().Kind, reading.Milestones.Single().Start, reading.Milestones.Single().Due));
        }
    }

    [Theory]
    [InlineData("trước ngày {0}", -1)]
    [InlineData("Hoàn thành trước {0}", -1)]
    [InlineData("chậm nhất ngày {0}", 0)]
    [InlineData("đến hết ngày {0}", 0)]
    public void Read_ReadsBackAnyLimit(string wording, int shift)
    {
        for (var day = new DateOnly(2023, 1, 1); day.Year == 2023; day = day.AddDays(1))
        {
            var text = string.Format(CultureInfo.InvariantCulture, wording, day.ToString("dd/M/yyyy", CultureInfo.InvariantCulture));
            Assert.Equal(day.AddDays(shift), DeadlineParser.Read(text, 2023).Milestones.Single().Due);
        }
    }

    [Fact]
    public void Read_ReadsBackMonthsAndTheirRanges()
    {
        for (var first = 1; first <= 12; first++)
        {
            Check($"Tháng {first}/2022", MilestoneKind.Month, DateRange.Month(2022, first));
            Check($"trong tháng {first:00} năm 2022", MilestoneKind.Month, DateRange.Month(2022, first));
            Check($"{first:00}/2022", MilestoneKind.Month, DateRange.Month(2022, first));
            for (var last = first + 1; last <= 12; last++)
            {
                var range = new DateRange(DateRange.Month(2022, first).First, DateRange.Month(2022, last).Last);
                Check($"Từ tháng {first} đến tháng {last}/2022", MilestoneKind.Range, range);
                Check($"Tháng {first}-{last}/2022", MilestoneKind.Range, range);
                Check($"Từ tháng {first} đến hết tháng {last} năm 2022", MilestoneKind.Range, range);
            }
        }
    }

    [Fact]
    public void Read_ReadsBackQuartersAndTheirRanges()
    {
        for (var first = 1; first <= 4; first++)
        {
            Check($"Quý {Roman[first - 1]}/2022", MilestoneKind.Quarter, DateRange.Quarter(2022, first));
            Check($"hoàn thành trong quý {first}", MilestoneKind.Quarter, DateRange.Quarter(2022, first));
            for (var last = first + 1; last <= 4; last++)
            {
                var range = new DateRange(DateRange.Quarter(2022, first).First, DateRange.Quarter(2022, last).Last);
                Check($"Từ Quý {Roman[first - 1]} đến Quý {Roman[last - 1]} năm 2022", MilestoneKind.Range, range);
                Check($"Quý {Roman[first - 1]}-{Roman[last - 1]}/2022", MilestoneKind.Range, range);
            }
        }
    }

    [Fact]
    public void Read_ReadsBackYearsAndStages()
    {
        for (var year = 2018; year <= 2026; year++)
        {
            Check($"Trong năm {year}", MilestoneKind.Year, DateRange.Year(year));
            Check($"Giai đoạn {year}-{year + 4}", MilestoneKind.Range, new DateRange(DateRange.Year(year).First, DateRange.Year(year + 4).Last));
        }
    }

    private static void Check(string text, MilestoneKind kind, DateRange days)
    {
        var reading = DeadlineParser.Read(text, 2022);
        Assert.True(reading.IsUnderstood, text);
        var milestone = Assert.Single(reading.Milestones);
        Assert.Equal((text, kind, days.First, days.Last), (text, milestone.Kind, milestone.Start, milestone.Due));
    }
}
