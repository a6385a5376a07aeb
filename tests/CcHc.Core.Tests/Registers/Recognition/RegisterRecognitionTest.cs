using CcHc.Core.Registers;
using CcHc.Core.Registers.Recognition;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Registers.Recognition;

public class RegisterRecognitionTest
{
    private static readonly DateOnly Monday = Given.Day("2026-06-15");

    private static readonly string[] Tasks =
    [
        "Ban hành kế hoạch rà soát thủ tục | Sở Tư pháp | Quý I", "Tổng hợp kết quả kiểm tra văn bản | Sở Tư pháp | Tháng 11",
        "Tập huấn kiểm soát thủ tục | Văn phòng UBND tỉnh | Quý II", "Xây dựng đề án vị trí việc làm | Sở Nội vụ | Quý III",
        "Kiểm tra công vụ | Sở Nội vụ | Quý II", "Bồi dưỡng kỹ năng số | Sở Khoa học và Công nghệ | Quý IV",
    ];

    private readonly List<KnownRegister> _known = [];

    [Fact]
    public void Recognize_GivesKeysAsTheParserProposesThem_AtTheFirstReading()
    {
        var reading = Register("so/a.xlsx", 2026, Tasks);
        Assert.Equal(reading.Tasks.Select(task => task.Key), Assert.Single(Read(reading)).Reading.Tasks.Select(task => task.Key));
    }

    [Fact]
    public void Recognize_HasNothingToRemember_WhenNothingChanged()
    {
        Read(Register("so/a.xlsx", 2026, Tasks));
        var again = new RegisterRecognition(_known, Monday.AddDays(1));
        again.Recognize([Register("so/a.xlsx", 2026, Tasks)], UnreadRegisters.None);
        Assert.Empty(again.Changed);
    }

    [Theory]
    [InlineData("so/b.xlsx")]
    [InlineData("so/2026/a.xlsx")]
    [InlineData("so/2027/a.xlsx")]
    public void Recognize_KeepsKeys_WhenTheFileIsRenamedOrMoved(string path)
    {
        var before = Keys(Read(Register("so/a.xlsx", 2026, Tasks)));
        Assert.Equal(before, Keys(Read(Register(path, 2026, Tasks))));
        Assert.Equal(path, Assert.Single(_known).Path);
    }

    [Fact]
    public void Recognize_GivesANewTaskOfARenamedRegisterAKeyOfTheRegister()
    {
        Read(Register("so/a.xlsx", 2026, Tasks));
        Assert.Equal("so/a|2026||7", Keys(Read(Register("so/b.xlsx", 2026, [.. Tasks, "Đo lường sự hài lòng | Sở Nội vụ | Quý IV"])))[^1]);
    }

    [Fact]
    public void Recognize_NeverGivesTheKeyOfARenumberedTaskToTheNewOneInItsPlace()
    {
        var before = Keys(Read(Register("so/a.xlsx", 2026, Tasks)));
        var after = Keys(Read(Register("so/a.xlsx", 2026, ["Công bố danh mục dịch vụ công | Sở Tư pháp | Quý I", .. Tasks])));
        Assert.Equal(before, after.Skip(1));
        Assert.DoesNotContain(after[0], before);
    }

    [Fact]
    public void Recognize_ReadsACopyNotAtAll_AndSaysWhichFileIsUsed()
    {
        Read(Register("so/m.xlsx", 2026, Tasks));
        var read = Read(Register("so/a.xlsx", 2026, Tasks), Register("so/m.xlsx", 2026, Tasks));

        Assert.Equal(("so/m.xlsx", 0, "register-duplicate"), (read[0].CopyOf, read[0].Reading.Tasks.Count, read[0].Reading.Findings.Single().Code));
        Assert.Equal(6, read[1].Reading.Tasks.Count);
    }

    [Theory]
    [InlineData(5, "so/m.xlsx")]
    [InlineData(2, null)]
    public void Recognize_TakesAnExcerptForACopy_ButNotAFewTasksInCommon(int shared, string? copyOf)
    {
        var excerpt = Tasks[..shared].Concat(shared < 3 ? ["Lập dự toán | Sở Tài chính | Quý I"] : []).ToArray();
        string[] whole = [.. Tasks, .. Enumerable.Range(7, 20).Select(i => $"Việc thứ {i} | Sở Nội vụ | Tháng 9")];
        Assert.Equal(copyOf, Read(Register("so/m.xlsx", 2026, whole), Register("so/n.xlsx", 2026, excerpt))[1].CopyOf);
    }

    [Fact]
    public void Recognize_ReadsTheFirst_WhenBothAreNew() =>
        Assert.Equal([null, "so/a.xlsx"], Read(Register("so/a.xlsx", 2026, Tasks), Register("so/b.xlsx", 2026, Tasks)).Select(read => read.CopyOf));

    [Fact]
    public void Recognize_KeepsACopyACopy_WhileSomebodyWorksInIt()
    {
        Read(Register("so/a.xlsx", 2026, Tasks), Register("so/b.xlsx", 2026, Tasks));
        var worked = Tasks.Select((task, i) => i < 3 ? $"Việc mới số {i} | Sở Nội vụ | Tháng {i + 7}" : task).ToArray();
        Assert.Equal("so/a.xlsx", Read(Register("so/a.xlsx", 2026, Tasks), Register("so/b.xlsx", 2026, worked))[1].CopyOf);
    }

    [Fact]
    public void Recognize_TakesTheCopy_WhenTheOriginalIsGone_ButNotInTheFirstHour()
    {
        var before = Keys(Read(Register("so/a.xlsx", 2026, Tasks), Register("so/b.xlsx", 2026, Tasks)));
        var gone = new HashSet<string> { "so/a.xlsx" };
        RegisterReading[] left = [Register("so/b.xlsx", 2026, Tasks)];

        Assert.Equal("so/a.xlsx", Assert.Single(Read(left, new UnreadRegisters(new HashSet<string>(), gone, gone))).CopyOf);
        Assert.Equal(before.Take(6), Keys(Read(left, new UnreadRegisters(new HashSet<string>(), gone, new HashSet<string>()))));
    }

    [Fact]
    public void Recognize_DoesNotMakeACopyTheRegister_WhileItsFileIsThereAndUnreadable()
    {
        Read(Register("so/a.xlsx", 2026, Tasks));
        var locked = new UnreadRegisters(new HashSet<string> { "so/a.xlsx" }, new HashSet<string>(), new HashSet<string>());
        Assert.Equal("so/a.xlsx", Assert.Single(Read([Register("so/b.xlsx", 2026, Tasks)], locked)).CopyOf);
    }

    [Fact]
    public void Recognize_TakesTheCopyForANewYear_AsANewRegister()
    {
        var before = Keys(Read(Register("so/2026/a.xlsx", 2026, Tasks)));
        var read = Read(Register("so/2026/a.xlsx", 2026, Tasks), Register("so/2027/a.xlsx", 2027, Tasks));

        Assert.Equal(before, Keys([read[0]]));
        Assert.Equal(6, read[1].Reading.Tasks.Count);
        Assert.Empty(before.Intersect(Keys([read[1]])));
    }

    [Fact]
    public void Recognize_TakesTheNextYearsPlanInTheSameFile_AsANewRegister()
    {
        var before = Keys(Read(Register("so/a.xlsx", 2026, Tasks)));
        var after = Keys(Read(Register("so/a.xlsx", 2027, Tasks)));
        Assert.Empty(before.Intersect(after));
        Assert.Equal(["so/a", "so/a@2027"], _known.Select(register => register.Id));
    }

    [Fact]
    public void Recognize_KeepsKeys_WhenOnlyTheYearInTheTitleIsMended()
    {
        string[] dated = [.. Tasks.Select((task, i) => task[..task.LastIndexOf('|')] + $"| Ngày {i + 10}/6/2026")];
        var before = Keys(Read(Register("so/a.xlsx", 2025, dated)));
        Assert.Equal(before, Keys(Read(Register("so/a.xlsx", 2026, dated))));
    }

    [Fact]
    public void Recognize_FollowsARegister_WhoseNameAnotherOneTookOver()
    {
        var before = Keys(Read(Register("so/a.xlsx", 2026, Tasks)));
        var read = Read(Register("so/a.xlsx", 2026, ["Lập dự toán | Sở Tài chính | Quý I", "Quyết toán | Sở Tài chính | Quý II"]),
            Register("so/cu.xlsx", 2026, Tasks));
        Assert.Equal(before, Keys([read[1]]));
        Assert.Empty(before.Intersect(Keys([read[0]])));
    }

    [Fact]
    public void Recognize_ReadsPlansOfOneTemplate_ForEachCommune()
    {
        string[] Of(string commune) => [.. Tasks.Select(task => $"{task.Split('|')[0]}| UBND xã {commune} | {task.Split('|')[2]}")];
        Assert.All(Read(Register("so/a.xlsx", 2026, Of("A")), Register("so/b.xlsx", 2026, Of("B"))), read => Assert.Null(read.CopyOf));
    }

    [Theory]
    [InlineData(true, "so/a.xlsx")]
    [InlineData(false, null)]
    public void Recognize_LosesNoTaskOfAHeldRegister_WhenMostOfItIsMissingUnderTheNewName(bool isHeld, string? copyOf)
    {
        Read(Register("so/a.xlsx", 2026, [.. Tasks, "Lập hồ sơ | Sở Nội vụ | Quý I"]));
        var unread = new UnreadRegisters(new HashSet<string>(), isHeld ? new HashSet<string> { "so/a.xlsx" } : new HashSet<string>(), new HashSet<string>());
        Assert.Equal(copyOf, Assert.Single(Read([Register("so/b.xlsx", 2026, Tasks[..3])], unread)).CopyOf);
    }

    [Fact]
    public void Recognize_TellsForAWeek_ThatATaskCouldBeAnother()
    {
        Read(Register("so/a.xlsx", 2026, Tasks));
        string[] replaced = [.. Tasks[..4], "Rà soát hồ sơ điện tử | Sở Nội vụ | Quý II", Tasks[5]];
        Assert.Equal(("task-perhaps-replaced", "B7"), Said(Monday));
        Assert.Equal(("task-perhaps-replaced", "B7"), Said(Monday.AddDays(6)));
        Assert.Equal(("", ""), Said(Monday.AddDays(7)));

        (string, string) Said(DateOnly day) =>
            Read([Register("so/a.xlsx", 2026, replaced)], UnreadRegisters.None, day)[0].Reading.Findings.Select(finding => (finding.Code, finding.Cell!))
                .FirstOrDefault(("", ""));
    }

    private IReadOnlyList<RecognizedRegister> Read(params RegisterReading[] readings) => Read(readings, UnreadRegisters.None);

    private IReadOnlyList<RecognizedRegister> Read(RegisterReading[] readings, UnreadRegisters unread, DateOnly? today = null)
    {
        var recognition = new RegisterRecognition([.. _known], today ?? Monday);
        var read = recognition.Recognize(readings, unread);
        foreach (var register in recognition.Changed)
        {
            _known.RemoveAll(one => one.Id == register.Id);
            _known.Add(register);
        }

        return read;
    }

    private static List<string> Keys(IEnumerable<RecognizedRegister> read) => [.. read.SelectMany(one => one.Reading.Tasks).Select(task => task.Key)];

    private static RegisterReading Register(string path, int year, string[] tasks) =>
        RegisterParser.Parse(SheetBuilder.Workbook(path, SheetBuilder.Sheet("2026",
            [$"KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM {year}", "STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian", .. tasks.Select((task, i) => $"{i + 1} | {task}")])));
}
