using CcHc.Core.Registers;
using CcHc.Core.Registers.Status;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Registers.Completion;

/// <summary>Every way of saying that a task is done, through the whole parser: column × words × date.</summary>
public class WaysToSayDoneTest
{
    private static readonly string[][] Cases =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Registers", "Completion", "ways-to-say-done.tsv"))
            .Where(line => line.Length > 0 && !line.StartsWith('#')).Select(line => line.Split('\t')),
    ];

    public static IEnumerable<object[]> Ways => Cases;

    [Theory]
    [MemberData(nameof(Ways))]
    public void Parse_TakesItAsDoneOrAsksAboutIt(string column, string cell, string status, string day, string asked)
    {
        var reading = Parse(column, cell);
        var task = reading.Tasks.Single(one => one.Number == "1");
        var codes = reading.Findings.Where(finding => finding.Cell is "E4").Select(finding => finding.Code).ToList();
        Assert.Equal((status, day, asked), (task.Status.ToString(), task.CompletedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            ?? "-", codes.Count == 0 ? "-" : string.Join(' ', codes)));
    }

    /// <summary>What is not surely done and is not plainly under way or untouched has a finding at its cell, and keeps heads out of it.</summary>
    [Fact]
    public void Parse_IsSilentAboutNone()
    {
        Assert.True(Cases.Length >= 60);
        Assert.All(Cases.Where(way => way[2] == "Unknown" || way[4] is "perhaps-done" or "note-may-say-done" or "unreadable-date"),
            way => Assert.True(Parse(way[0], way[1]).Tasks.Single(one => one.Number == "1").MayBeDone, way[1]));
    }

    [Theory]
    [InlineData("Đang thực hiện", "Đã hoàn thành ngày 3/6/2026", "status-contradicts")]
    [InlineData("Chưa", "Xong", "status-contradicts")]
    [InlineData("50%", "Đã hoàn thành", "status-contradicts")]
    public void Parse_KeepsATaskOpen_AndAsks_WhenTheNoteSaysDoneAndTheStatusDoesNot(string status, string note, string code)
    {
        var reading = RegisterParser.Parse(SheetBuilder.Workbook(
            $"KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026\n\nSTT | Nhiệm vụ | Cơ quan chủ trì | Thời gian thực hiện | Tình trạng | Ghi chú\n1 | Ban hành kế hoạch kiểm tra | Sở Nội vụ | Quý II/2026 | {status} | {note}"));
        var task = Assert.Single(reading.Tasks);
        Assert.NotEqual(TaskProgress.Done, task.Status);
        Assert.True(task.MayBeDone);
        Assert.Contains(reading.Findings, finding => finding.Code == code && finding.Cell == "F4" && finding.Message.Contains(note, StringComparison.Ordinal));
    }

    /// <summary>
    /// Days over 12 kept as text beside real dates up to 12: the real ones count as they are shown, the texts do not, and one finding asks about the column.
    /// </summary>
    [Theory]
    [InlineData("@5/3/2026", "2026-03-05")]
    [InlineData("@12/4/2026", "2026-04-12")]
    [InlineData("@6/6/2026", "2026-06-06")]
    [InlineData("5/3/2026", null)]
    [InlineData("25/5/2026", "2026-05-25")]
    public void Parse_CountsARealDateOfAColumnThatLostItsOrder(string cell, string? day)
    {
        var reading = RegisterParser.Parse(SheetBuilder.Workbook(
            "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026\n\nSTT | Nhiệm vụ | Cơ quan chủ trì | Thời gian thực hiện | Tình trạng | Ngày hoàn thành\n"
            + $"1 | Ban hành kế hoạch kiểm tra | Sở Nội vụ | Quý II/2026 | Hoàn thành | {cell}\n2 | Rà soát thủ tục | Sở Tư pháp | Quý II/2026 | Hoàn thành | 13/5/2026\n3 | Mở lớp tập huấn | Sở Tư pháp | Quý II/2026 | Hoàn thành | @7/4/2026"));
        var task = reading.Tasks[0];
        Assert.Equal((TaskProgress.Done, day, false),
            (task.Status, task.CompletedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), task.IsDoneByDayAlone));
        Assert.Single(reading.Findings, finding => finding.Code == "mixed-date-order");
    }

    [Theory]
    [InlineData("Đã gửi quý I", "2026-03-31")]
    [InlineData("Đã báo cáo quý I, II", "2026-06-30")]
    [InlineData("đã nộp báo cáo tháng 3", "2026-03-31")]
    [InlineData("Đã gửi BC 6 tháng đầu năm", "2026-06-30")]
    [InlineData("Xong quý 2/2026", "2026-06-30")]
    [InlineData("Đã hoàn thành quý III", "2026-09-30")]
    [InlineData("Đã gửi báo cáo CCHC quý II năm 2026", "2026-06-30")]
    [InlineData("Đã họp quý 1", "2026-03-31")]
    [InlineData("đã gửi năm 2026", "2026-12-31")]
    [InlineData("Đã thực hiện tháng 1, tháng 2", "2026-02-28")]
    public void Read_KnowsWhatIsDoneForAPeriod(string words, string through) =>
        Assert.Equal((TaskProgress.InProgress, (DateOnly?)Given.Day(through)), StatusParser.Read(words, 2026) is var said
            ? (said.Progress, said.DoneThrough) : default);

    /// <summary>What is read once for all tasks must be done of none of them: "Đã gửi báo cáo" hangs on what the task asks for.</summary>
    [Theory]
    [InlineData("Quý II/2026", true)]
    [InlineData("Trước ngày 20 tháng cuối quý", true)]
    [InlineData("Thường xuyên", true)]
    [InlineData("Sau khi Đề án được phê duyệt", true)]
    [InlineData("Chưa hoàn thành", true)]
    [InlineData("Đã hoàn thành quý II/2026", false)]
    [InlineData("Đã gửi báo cáo", false)]
    [InlineData("Đã ban hành Kế hoạch số 5/KH-UBND", false)]
    [InlineData("Xong 30/6", false)]
    public void NeverSaysDone_HoldsForEveryTask(string words, bool never)
    {
        Assert.Equal(never, StatusParser.NeverSaysDone(words));
        Assert.All(Cases.Select(way => way[1]).Where(cell => StatusParser.Read(cell, 2026, "", "Ban hành kế hoạch kiểm tra công vụ").Progress == TaskProgress.Done),
            cell => Assert.False(StatusParser.NeverSaysDone(cell), cell));
    }

    [Theory]
    [InlineData("one green row is asked about", "2", "", "B5")]
    [InlineData("one that is marked done needs no question", "2", "Đã hoàn thành", "")]
    [InlineData("where every row is green the colour says nothing", "1 2 3", "", "")]
    public void Parse_AsksAboutAGreenRow_AndNeverTakesItAsDone(string rule, string greenRows, string status, string asked)
    {
        var rows = Enumerable.Range(1, 3).Select(number => (Number: number, Mark: greenRows.Contains($"{number}", StringComparison.Ordinal) ? "^" : ""))
            .Select(
                row => $"{row.Number} | {row.Mark}Rà soát thủ tục nhóm {row.Number}{row.Mark} | Sở Nội vụ | Quý II/2026 | {(row.Number == 2 ? status : "")}");
        var reading = RegisterParser.Parse(SheetBuilder.Workbook(
            "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026\n\nSTT | Nhiệm vụ | Cơ quan chủ trì | Thời gian thực hiện | Tình trạng\n" + string.Join('\n', rows)));
        Assert.Equal((rule, asked), (rule, string.Join(' ', reading.Findings.Where(finding => finding.Code == "green-row").Select(finding => finding.Cell))));
        Assert.Equal(status.Length > 0 ? TaskProgress.Done : TaskProgress.Open, reading.Tasks[1].Status);
        Assert.Equal(asked.Length > 0, reading.Tasks[1].MayBeDone);
    }

    private static RegisterReading Parse(string column, string cell) => RegisterParser.Parse(SheetBuilder.Workbook(
        "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026\n\n"
        + $"STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn thực hiện | {column}\n"
        + $"1 | Ban hành kế hoạch kiểm tra công vụ | Sở Nội vụ | Quý II/2026 | {cell}\n"
        + "2 | Rà soát thủ tục hành chính | Sở Tư pháp | Quý II/2026 | \n"
        + "3 | Tổ chức tập huấn một cửa | Sở Nội vụ | Quý III/2026 | "));
}
