using CcHc.Core.Registers;
using CcHc.Core.Sheets;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Registers;

/// <summary>What stands beside a cell's words: its hidden year, its comment, the note below the table, the years of the rows around it.</summary>
public class CellFactsTest
{
    private const string Head = "KẾ HOẠCH NĂM 2026\nSTT | Nhiệm vụ | Cơ quan chủ trì | Thời gian thực hiện\n";

    [Theory]
    [InlineData("2026", "2027", "2028", true)]
    [InlineData("30/6/2026", "30/6/2027", "30/6/2028", true)]
    [InlineData("Quý II/2026", "Quý II/2027", "Quý II/2028", true)]
    [InlineData("Trước ngày 15/12/2026", "Trước ngày 15/12/2027", "Trước ngày 15/12/2028", true)]
    [InlineData("Tháng 6 năm 2026", "Tháng 6 năm 2027", "Tháng 6 năm 2028", true)]
    [InlineData("@30/6/2026", "@30/6/2027", "@30/6/2028", true)]
    [InlineData("Giai đoạn 2026-2027", "Giai đoạn 2026-2028", "Giai đoạn 2026-2029", true)]
    [InlineData("30/6/2026", "30/6/2026", "30/6/2026", false)]
    [InlineData("30/6/2026", "30/6/2027", "30/6/2027", false)]
    [InlineData("30/6/2026", "30/7/2027", "30/8/2028", false)]
    [InlineData("Quý I/2026", "Quý II/2026", "Quý III/2026", false)]
    [InlineData("2028", "2027", "2026", false)]
    [InlineData("Công văn 120261", "Công văn 120271", "Công văn 120281", false)]
    [InlineData("Quý I/2026, họp năm 2026", "Quý I/2026, họp năm 2027", "Quý I/2026, họp năm 2028", true)]
    [InlineData("2026", "Thường xuyên", "2027", false)]
    public void Parse_TellsYearsThatCountUpDownAColumn(string first, string second, string third, bool isTold)
    {
        var read = Read($"1 | Việc một | Sở Y tế | {first}\n2 | Việc hai | Sở Y tế | {second}\n3 | Việc ba | Sở Y tế | {third}");
        Assert.Equal(isTold ? ["D4"] : [], read.Findings.Where(finding => finding.Code == "years-filled-down").Select(finding => finding.Cell));
    }

    [Theory]
    [InlineData("Lùi sang 30/9/2026", true)]
    [InlineData("đã xin gia hạn", true)]
    [InlineData("chuyển cho Sở Tài chính làm", true)]
    [InlineData("hạn mới: quý IV", true)]
    [InlineData("làm trước 15/8", true)]
    [InlineData("UBND tỉnh đã đồng ý", true)]
    [InlineData("thêm Công an tỉnh phối hợp", true)]
    [InlineData("hoàn thành trong tháng 7", true)]
    [InlineData("đợi cuối năm", true)]
    [InlineData("Phòng Cải cách hành chính theo dõi", true)]
    [InlineData("đã gọi điện", false)]
    [InlineData("xem lại câu chữ", false)]
    [InlineData("so sánh với bản trước", false)]
    [InlineData("", false)]
    public void Parse_TellsACommentThatSpeaksOfADateOrAnAgency(string comment, bool isTold)
    {
        var sheet = Sheet("1 | Việc một | Sở Y tế | Quý II");
        var read =
            RegisterParser.Parse(SheetBuilder.Workbook("so.xlsx", sheet with { Comments = [new CellComment(3, 4, comment), new CellComment(90, 4, comment)] }));
        Assert.Equal(isTold ? ["D3"] : [], read.Findings.Where(finding => finding.Code == "comment-not-read").Select(finding => finding.Cell));
    }

    [Theory]
    [InlineData("Ghi chú: riêng Sở Y tế hoàn thành trước 15/5/2026", true)]
    [InlineData("Ghi chú: (1) do Văn phòng UBND tỉnh chủ trì", true)]
    [InlineData("Lưu ý: các nhiệm vụ quý IV báo cáo trước ngày 15", true)]
    [InlineData("(*) Thời hạn lùi đến 30/9/2026", true)]
    [InlineData("* Ghi chú: hạn cuối là tháng 11", true)]
    [InlineData("Ghi chú: chữ in đậm là nhiệm vụ mới", false)]
    [InlineData("Lưu ý: xem bản giấy", false)]
    public void Parse_TellsANoteBelowTheTable(string note, bool isTold)
    {
        var read = Read($"1 | Việc một | Sở Y tế | Quý II\n| {note}");
        Assert.Single(read.Tasks);
        Assert.Equal(isTold ? ["B4"] : [], read.Findings.Where(finding => finding.Code == "footnote-not-read").Select(finding => finding.Cell));
    }

    [Theory]
    [InlineData(2026, "15/06/2026", false)]
    [InlineData(2025, "15/06", true)]
    [InlineData(2024, "15/06", true)]
    [InlineData(2027, "15/06", true)]
    public void Parse_FollowsTheDayShown_AndTellsTheYearThatIsNot(int stored, string time, bool isTold)
    {
        var read = WithTime(DayOf(new DateOnly(stored, 6, 15), CellTraits.YearHidden));
        Assert.Equal(time, Assert.Single(read.Tasks).TimeText);
        Assert.Equal(isTold ? ["D3"] : [], read.Findings.Where(finding => finding.Code == "hidden-year").Select(finding => finding.Cell));
    }

    [Fact]
    public void Parse_TellsAYearHiddenBehindWords()
    {
        var day = DayOf(new DateOnly(2025, 6, 20), CellTraits.YearHidden | CellTraits.ShownWords) with { Kind = CellKind.Text, Text = "Trước ngày 20/06" };
        var read = WithTime(day);
        Assert.Equal("Trước ngày 20/06", Assert.Single(read.Tasks).TimeText);
        Assert.Equal("D3", Assert.Single(read.Findings, finding => finding.Code == "hidden-year").Cell);
    }

    [Fact]
    public void Parse_TellsAHiddenValue() =>
        Assert.Equal("D3",
            Assert.Single(WithTime(new SheetCell(4, CellKind.Blank, "", 0, CellTraits.ValueHidden)).Findings, finding => finding.Code == "hidden-value").Cell);

    [Theory]
    [InlineData("1 | Việc | ~Sở Y tế~ | Quý II", "", "Quý II", "C3")]
    [InlineData("1 | Việc | Sở Y tế | ~Quý II~", "Sở Y tế", "", "D3")]
    [InlineData("1 | Việc | ~Sở Y tế~ | ~Quý II~", "", "", "C3 D3")]
    [InlineData("~1~ | Việc | Sở Y tế | Quý II", "Sở Y tế", "Quý II", "")]
    [InlineData("~1~ | ~Việc~ | ~Sở Y tế~ | ~Quý II~", "Sở Y tế", "Quý II", "")]
    [InlineData("1 | ~Việc~ | Sở Y tế | Quý II", "Sở Y tế", "Quý II", "")]
    public void Parse_TakesBackAStruckCell_InARowThatStands(string row, string lead, string time, string told)
    {
        var read = Read(row);
        var task = Assert.Single(read.Tasks);
        Assert.Equal((lead, time, told),
            (task.LeadText, task.TimeText, string.Join(' ', read.Findings.Where(finding => finding.Code == "struck-value").Select(finding => finding.Cell))));
    }

    [Fact]
    public void TakeBack_BlanksStruckCells_AndTellsEachRowOnce()
    {
        var workbook = SheetBuilder.Workbook("Mã | Tên\nA | ~Sở cũ~\n~B~ | ~Sở khác~\nC | Sở mới");
        var (standing, findings) = StruckCells.TakeBack(workbook);
        Assert.Equal(["Mã Tên", "A ", " ", "C Sở mới"], standing.Sheets[0].Rows.Select(row => string.Join(' ', row.Cells.Select(cell => cell.Text))));
        Assert.Equal([("struck-value", "B2"), ("struck-value", "A3")], findings.Select(finding => (finding.Code, finding.Cell!)));
    }

    private static RegisterReading WithTime(SheetCell time)
    {
        var sheet = Sheet("1 | Việc một | Sở Y tế | x\n2 | Việc hai | Sở Y tế | Quý II");
        var row = sheet.Rows[2] with { Cells = [.. sheet.Rows[2].Cells.Take(3), time] };
        var read = RegisterParser.Parse(SheetBuilder.Workbook("so.xlsx", sheet with { Rows = [sheet.Rows[0], sheet.Rows[1], row, sheet.Rows[3]] }));
        return read with { Tasks = [read.Tasks[0]] };
    }

    private static SheetCell DayOf(DateOnly day, CellTraits traits) =>
        new(4, CellKind.Date, day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture), day.ToDateTime(TimeOnly.MinValue)
            .ToOADate(), traits);

    private static RegisterReading Read(string rows) => RegisterParser.Parse(SheetBuilder.Workbook("so.xlsx", Sheet(rows)));

    private static Sheet Sheet(string rows) => SheetBuilder.Sheet("NV", (Head + rows).Split('\n'));
}
