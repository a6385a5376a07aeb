using System.Text;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;

namespace CcHc.Core.Tests.Deadlines;

public class DeadlineParserTest
{
    public static TheoryData<int> Lines => [.. Enumerable.Range(0, DeadlineTable.Cases.Count)];

    public static TheoryData<int, string> Spellings
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var spelling in (string[])["no accents", "decomposed", "capitals", "no-break spaces"])
            {
                for (var i = 0; i < DeadlineTable.Cases.Count; i++)
                {
                    data.Add(i, spelling);
                }
            }

            return data;
        }
    }

    // RELIABILITY 16, 33
    [Theory]
    [MemberData(nameof(Lines), DisableDiscoveryEnumeration = true)]
    public void Read_GivesTheMilestonesOfTheTable(int line)
    {
        var one = DeadlineTable.Cases[line];
        Assert.Equal($"{one}: {one.Expected}", $"{one}: {DeadlineTable.Compact(DeadlineParser.Read(one.Text, one.Year))}");
    }

    [Theory]
    [MemberData(nameof(Spellings), DisableDiscoveryEnumeration = true)]
    public void Read_DoesNotDependOnSpelling(int line, string spelling)
    {
        var one = DeadlineTable.Cases[line];
        var text = spelling switch
        {
            "no accents" => WithoutAccents(one.Text),
            "decomposed" => one.Text.Normalize(NormalizationForm.FormD),
            "capitals" => one.Text.ToUpperInvariant(),
            _ => one.Text.Replace(' ', '\u00a0'),
        };
        Assert.Equal($"{one}: {one.Expected}", $"{one}: {DeadlineTable.Compact(DeadlineParser.Read(text, one.Year))}");
    }

    [Theory]
    [MemberData(nameof(Lines), DisableDiscoveryEnumeration = true)]
    public void Read_ExplainsEveryMilestone(int line)
    {
        var one = DeadlineTable.Cases[line];
        Assert.All(DeadlineParser.Read(one.Text, one.Year).Milestones, milestone => Assert.NotEqual("", milestone.Reading));
    }

    [Theory]
    [InlineData("Quý II/2018", "Quý II/2018: từ 1/4/2018 đến hết 30/6/2018")]
    [InlineData("trước ngày 31/01/2018", "Phải xong chậm nhất ngày 30/1/2018 (trước ngày 31/1/2018)")]
    [InlineData("trước ngày 20 tháng cuối quý", "Định kỳ hằng quý, mỗi kỳ trước ngày 20 tháng cuối quý")]
    [InlineData("Theo kế hoạch", "Chờ sự kiện: Theo kế hoạch, hệ thống không tự tính ngày")]
    public void Read_SaysHowItUnderstood(string text, string reading) =>
        Assert.Equal(reading, Assert.Single(DeadlineParser.Read(text, 2018).Milestones).Reading);

    [Theory]
    [InlineData("31/02/2018", "deadline-impossible-date")]
    [InlineData("tháng 13/2018", "deadline-impossible-date")]
    [InlineData("", "deadline-missing")]
    [InlineData("Đang cập nhật", "deadline-not-understood")]
    [InlineData("2 tuần sau quý I", "deadline-partly-understood")]
    [InlineData("03 lần/năm", "deadline-frequency-unknown")]
    public void Read_NamesTheTrouble_WhenNotUnderstood(string text, string code)
    {
        var reading = DeadlineParser.Read(text, 2018);
        Assert.False(reading.IsUnderstood);
        Assert.Contains(reading.Findings, finding => finding.Code == code && finding.Message.Length > 0 && finding.Remedy.Length > 0);
    }

    [Theory]
    [InlineData("Quý II")]
    [InlineData("trước ngày 15/6")]
    [InlineData("Trong năm")]
    public void Read_GuessesNoYear_WhenThePlanYearIsUnknown(string text)
    {
        var reading = DeadlineParser.Read(text, null);
        Assert.False(reading.IsUnderstood);
        Assert.All(reading.Milestones, one => Assert.True(one is { Start: null, Due: null }));
        Assert.Contains(reading.Findings, finding => finding.Code == "deadline-year-unknown");
    }

    [Theory]
    [InlineData("Nửa quý II/2022")]
    [InlineData("Ngoài quý II/2022")]
    [InlineData("Trừ tháng 6/2022")]
    [InlineData("Gia hạn quý II/2022")]
    [InlineData("Quý III/2022 thay vì quý II/2022")]
    [InlineData("Quý II/2022 trở về trước")]
    [InlineData("Hằng tháng trước ngày 20, quý")]
    [InlineData("Tháng 1; 4; 7")]
    public void Read_IsNotUnderstood_WhenWordsOfTimeAreLeftOver(string text) => Assert.False(DeadlineParser.Read(text, 2022).IsUnderstood);

    [Fact]
    public void Read_Warns_WhenAWrittenYearIsFarFromThePlan() =>
        Assert.Contains(DeadlineParser.Read("Tháng 3/2012", 2022).Findings, finding => finding is { Code: "deadline-year-far", Severity: Severity.Warning });

    [Theory]
    [InlineData("Cuối tháng 6")]
    [InlineData("Khoảng tháng 6")]
    [InlineData("Giữa năm")]
    public void Read_Tells_WhenTheWordsNameNoExactDay(string text) =>
        Assert.Contains(DeadlineParser.Read(text, 2022).Findings, finding => finding.Code == "deadline-vague");

    [Fact]
    public void Read_PairsLinesWithProductsByOrder()
    {
        var reading = DeadlineParser.Read("- Tháng 02/2021\n- Ngày 15/11/2021", 2021, ["Kế hoạch", "Báo cáo"]);
        Assert.Equal(["Kế hoạch", "Báo cáo"], reading.Milestones.Select(one => one.Label));
        Assert.All(reading.Milestones, one => Assert.True(one.IsAlignedByOrder));
    }

    [Fact]
    public void Read_PairsNothing_WhenTheCountsDiffer()
    {
        var reading = DeadlineParser.Read("- Tháng 02/2021\n- Ngày 15/11/2021", 2021, ["Kế hoạch", "Báo cáo", "Danh sách"]);
        Assert.All(reading.Milestones, one => Assert.False(one.IsAlignedByOrder));
        Assert.Contains(reading.Findings, finding => finding.Code == "deadline-count-mismatch");
    }

    [Theory]
    [InlineData("Ban hành danh mục: Quý I/2022", "Ban hành danh mục")]
    [InlineData("Quý I/2022 ban hành danh mục", "ban hành danh mục")]
    [InlineData("Hoàn thành việc lập danh mục trước ngày 31/3/2022", "lập danh mục")]
    [InlineData("Đối với cấp huyện: tháng 11/2022", "Đối với cấp huyện")]
    [InlineData("Tháng 11/2022 (Danh mục)", "Danh mục")]
    [InlineData("Thời gian hoàn thành: tháng 11/2022", null)]
    [InlineData("Tháng 11/2022 (nếu có)", null)]
    public void Read_FindsTheLabel(string text, string? label) => Assert.Equal(label, Assert.Single(DeadlineParser.Read(text, 2022).Milestones).Label);

    [Fact]
    public void Read_SharesOneTimeAmongProductsNamedBeforeIt() =>
        Assert.Equal(["Danh sách", "Tờ trình"], DeadlineParser.Read("- Danh sách; Tờ trình: trước tháng 12/2019", 2019).Milestones.Select(one => one.Label));

    [Fact]
    public void Read_KeepsThePreviousTime_ForAnActWithoutOne()
    {
        var reading = DeadlineParser.Read("Quý I lập danh sách; trình phê duyệt; báo cáo kết quả", 2019);
        Assert.Equal([MilestoneKind.Quarter, MilestoneKind.Quarter, MilestoneKind.Unspecified], reading.Milestones.Select(one => one.Kind));
        Assert.True(reading.Milestones[1].IsInherited);
    }

    [Fact]
    public void Read_MarksAdHocConditionalAndTentative()
    {
        Assert.True(Assert.Single(DeadlineParser.Read("Hằng quý hoặc đột xuất", 2022).Milestones).IsAdHoc);
        Assert.True(Assert.Single(DeadlineParser.Read("Trong năm 2022 (nếu có)", 2022).Milestones).IsConditional);
        Assert.True(Assert.Single(DeadlineParser.Read("Dự kiến tháng 6/2022", 2022).Milestones).IsTentative);
    }

    [Fact]
    public void Read_KeepsTheWrittenDay_WhenBeforeIsStrict()
    {
        var milestone = Assert.Single(DeadlineParser.Read("Trước ngày 25/12/2019", 2019).Milestones);
        Assert.True(milestone.IsStrict);
        Assert.Equal(new DateOnly(2019, 12, 25), milestone.AltDue);
    }

    [Theory]
    [InlineData("Trong 15 ngày làm việc kể từ ngày ban hành", 15, true)]
    [InlineData("20 ngày kể từ khi có kết quả", 20, false)]
    [InlineData("Trong 2 tuần sau khi kết thúc", 14, false)]
    public void Read_KeepsTheCountOfDays_WhenTheStartIsNoDate(string text, int days, bool areWorkingDays) =>
        Assert.Equal(new DayOffset(days, areWorkingDays), Assert.Single(DeadlineParser.Read(text, 2022).Milestones).Offset);

    internal static string WithoutAccents(string text) => new(
        [.. text.Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
            .Select(c => c switch { 'đ' => 'd', 'Đ' => 'D', _ => c })]);
}
