using CcHc.Core.Registers.Recognition;
using CcHc.Core.Text;

namespace CcHc.Core.Tests.Registers.Recognition;

public class TaskMatcherTest
{
    /// <summary>The register as it was: a line a task, "section number. words / lead / time"; its key is its line's place from the top.</summary>
    private const string Before =
        """
        I 1. Ban hành kế hoạch rà soát thủ tục hành chính / stp / quý I
        I 2. Tổng hợp báo cáo kết quả rà soát văn bản quy phạm pháp luật / stp / tháng 11
        I 3. Tập huấn nghiệp vụ kiểm soát thủ tục / vpub / quý II
        II 1. Xây dựng đề án vị trí việc làm của các cơ quan / snv / quý III
        II 2. Kiểm tra công vụ tại các đơn vị / snv / quý II
        II 3. Bồi dưỡng kỹ năng số cho cán bộ cấp xã / stttt / quý II
        """;

    public static TheoryData<string, string, string> Changes => new()
    {
        {
            "sorted, numbers kept", "6 4 2 5 1 3",
            """
            II 3. Bồi dưỡng kỹ năng số cho cán bộ cấp xã / stttt / quý II
            II 1. Xây dựng đề án vị trí việc làm của các cơ quan / snv / quý III
            I 2. Tổng hợp báo cáo kết quả rà soát văn bản quy phạm pháp luật / stp / tháng 11
            II 2. Kiểm tra công vụ tại các đơn vị / snv / quý II
            I 1. Ban hành kế hoạch rà soát thủ tục hành chính / stp / quý I
            I 3. Tập huấn nghiệp vụ kiểm soát thủ tục / vpub / quý II
            """
        },
        {
            "inserted in the middle, the rest renumbered", "1 - 2 3 4 5 6",
            """
            I 1. Ban hành kế hoạch rà soát thủ tục hành chính / stp / quý I
            I 2. Công bố danh mục dịch vụ công trực tuyến / vpub / tháng 11
            I 3. Tổng hợp báo cáo kết quả rà soát văn bản quy phạm pháp luật / stp / tháng 11
            I 4. Tập huấn nghiệp vụ kiểm soát thủ tục / vpub / quý II
            II 1. Xây dựng đề án vị trí việc làm của các cơ quan / snv / quý III
            II 2. Kiểm tra công vụ tại các đơn vị / snv / quý II
            II 3. Bồi dưỡng kỹ năng số cho cán bộ cấp xã / stttt / quý II
            """
        },
        {
            "deleted, the rest renumbered", "1 3 4 6",
            """
            I 1. Ban hành kế hoạch rà soát thủ tục hành chính / stp / quý I
            I 2. Tập huấn nghiệp vụ kiểm soát thủ tục / vpub / quý II
            II 1. Xây dựng đề án vị trí việc làm của các cơ quan / snv / quý III
            II 2. Bồi dưỡng kỹ năng số cho cán bộ cấp xã / stttt / quý II
            """
        },
        {
            "deleted, and another put in its number", "1 - 3",
            """
            I 1. Ban hành kế hoạch rà soát thủ tục hành chính / stp / quý I
            I 2. Nâng cấp cổng dịch vụ công / stttt / quý IV
            I 3. Tập huấn nghiệp vụ kiểm soát thủ tục / vpub / quý II
            """
        },
        {
            "reworded", "1 2 3",
            """
            I 1. Trình ban hành kế hoạch rà soát, đơn giản hóa thủ tục hành chính / stp / quý I
            I 2. Tổng hợp báo cáo kết quả rà soát văn bản / stp / tháng 11
            I 3. Tổ chức lớp tập huấn nghiệp vụ / vpub / quý II
            """
        },
        {
            "reworded and renumbered by a row above", "1 - 2 3",
            """
            I 1. Ban hành kế hoạch rà soát thủ tục hành chính / stp / quý I
            I 2. Lập danh mục hồ sơ điện tử / vpub / quý II
            I 3. Báo cáo kết quả rà soát văn bản quy phạm pháp luật năm 2026 / stp / tháng 11
            I 4. Tập huấn nghiệp vụ kiểm soát thủ tục cho đầu mối / vpub / quý II
            """
        },
        {
            "every word changed, numbers kept", "1? 2? 3?",
            """
            I 1. Kế hoạch đơn giản hóa hồ sơ / stp / quý I
            I 2. Hệ thống hóa các nghị quyết / stp / tháng 11
            I 3. Mở lớp cho công chức một cửa / vpub / quý II
            """
        },
        {
            "numbers swapped", "2 1",
            """
            I 1. Tổng hợp báo cáo kết quả rà soát văn bản quy phạm pháp luật / stp / tháng 11
            I 2. Ban hành kế hoạch rà soát thủ tục hành chính / stp / quý I
            """
        },
        {
            "split in two", "1 - 4 5",
            """
            I 1. Ban hành kế hoạch rà soát thủ tục hành chính / stp / quý I
            I 2. Công khai thủ tục hành chính / stp / quý I
            II 1. Xây dựng đề án vị trí việc làm của các cơ quan / snv / quý III
            II 2. Kiểm tra công vụ tại các đơn vị / snv / quý II
            """
        },
        {
            "moved under another heading", "4 3",
            """
            II 1. Xây dựng đề án vị trí việc làm của các cơ quan / snv / quý III
            II 2. Tập huấn nghiệp vụ kiểm soát thủ tục / vpub / quý II
            """
        },
        { "another lead", "5", "II 2. Kiểm tra công vụ tại các đơn vị / stp / quý II" },
        { "another time", "5", "II 2. Kiểm tra công vụ tại các đơn vị / snv / quý IV" },
        {
            "one copied below itself", "5 -",
            """
            II 2. Kiểm tra công vụ tại các đơn vị / snv / quý II
            II 3. Kiểm tra công vụ tại các đơn vị / snv / quý II
            """
        },
        {
            "two rows of one number", "1 - 2",
            """
            I 1. Ban hành kế hoạch rà soát thủ tục hành chính / stp / quý I
            I 1. Rà soát biểu mẫu điện tử / vpub / quý IV
            I 2. Tổng hợp báo cáo kết quả rà soát văn bản quy phạm pháp luật / stp / tháng 11
            """
        },
        { "numbers left out", "1 3", " . Ban hành kế hoạch rà soát thủ tục hành chính / stp / quý I\n . Tập huấn nghiệp vụ kiểm soát thủ tục / vpub / quý II" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Match_KeepsTheKeyWithTheTask(string change, string expected, string after)
    {
        Assert.NotEmpty(change);
        Assert.Equal(expected, Matched(Known(Before), Marks(after)));
    }

    [Fact]
    public void Match_FollowsARenamedSheet()
    {
        var renamed = Marks(Before).Select(mark => mark with { Sheet = "Năm 2026" }).ToList();
        renamed[0] = renamed[0] with { Text = "lap ho so", Section = "I" };
        Assert.Equal("1? 2 3 4 5 6", Matched(Known(Before), renamed));
    }

    [Fact]
    public void Match_KeepsSheetsOfTheSameTasksApart()
    {
        var known = Marks(Before).Concat(Marks(Before).Select(mark => mark with { Sheet = "Xã B" })).Select((mark, i) => new KnownTask($"{i + 1}", mark))
            .ToList();
        Assert.Equal("7 8 9 10 11 12 1 2 3 4 5 6", Matched(known, [.. known.Skip(6).Concat(known.Take(6)).Select(task => task.Mark)]));
    }

    [Fact]
    public void Match_GivesAReturningRowItsKey_AndANewOneInItsPlaceNone()
    {
        var known = Known(Before);
        known[1] = known[1] with { GoneSince = new DateOnly(2026, 5, 4) };
        var back = Marks(Before)[1];

        Assert.Equal("2", Matched(known, [back]));
        Assert.Equal("-", Matched(known, [back with { Text = "ra soat phi va le phi" }]));
    }

    [Fact]
    public void Match_StaysNearTheNumberOfRows_WhenALongRegisterIsRewordedAndRenumbered()
    {
        string Text(int i, string rest) => $"xay dung ke hoach cai cach hanh chinh phan {i} cua don vi {i * 7} {rest}";
        var known = Enumerable.Range(1, 5000)
            .Select(i => new KnownTask($"{i}", new TaskMark("S", "", $"{i}", Text(i, "trong nam"), $"so {i % 20}", $"quy {i % 4}"))).ToList();
        var read = Enumerable.Range(1, 5000).Select(i => new TaskMark("S", "", $"{i + 1}", Text(i, "trong ca nam"), $"so {i % 20}", $"quy {i % 4}")).ToList();

        Assert.Equal(known.Select(task => task.Key), TaskMatcher.Match(known, read).Select(match => match.Known?.Key));
    }

    private static string Matched(IReadOnlyList<KnownTask> known, IReadOnlyList<TaskMark> read) =>
        string.Join(' ', TaskMatcher.Match(known, read).Select(match => (match.Known?.Key ?? "-") + (match.IsUnsure ? "?" : "")));

    private static List<KnownTask> Known(string lines) => [.. Marks(lines).Select((mark, i) => new KnownTask($"{i + 1}", mark))];

    private static List<TaskMark> Marks(string lines) => [.. lines.ReplaceLineEndings("\n").Split('\n').Select(Mark)];

    private static TaskMark Mark(string line)
    {
        var parts = line.Split(" / ");
        var (place, text) =
            (parts[0][..parts[0].IndexOf('.', StringComparison.Ordinal)].Split(' '), parts[0][(parts[0].IndexOf('.', StringComparison.Ordinal) + 1)..]);
        return new TaskMark("Phụ lục", place[0], place[1], VietnameseText.Fold(text), parts[1], VietnameseText.Fold(parts[2]));
    }
}
