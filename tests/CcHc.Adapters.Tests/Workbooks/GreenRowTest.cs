using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Core.Registers;
using CcHc.Core.Sheets;
using CcHc.Core.Tests.Support;

namespace CcHc.Adapters.Tests.Workbooks;

/// <summary>A row coloured green is a question to the officer, never "done" by itself.</summary>
public class GreenRowTest
{
    [Theory]
    [InlineData("<fgColor rgb='FF92D050'/>", "", true)]
    [InlineData("<fgColor rgb='FF00B050'/>", "Đang thực hiện", true)]
    [InlineData("<fgColor rgb='FFC6EFCE'/>", "", true)]
    [InlineData("<fgColor theme='9'/>", "Chưa thực hiện", true)]
    [InlineData("<fgColor rgb='FF92D050'/>", "Đã hoàn thành", false)]
    [InlineData("<fgColor rgb='FFFFFF00'/>", "", false)]
    [InlineData("<fgColor rgb='FFFF0000'/>", "", false)]
    [InlineData("<fgColor rgb='FFD9E1F2'/>", "", false)]
    [InlineData("<fgColor theme='4'/>", "", false)]
    [InlineData("", "", false)]
    public void Parse_AsksOfAGreenRow(string colour, string status, bool isAsked)
    {
        var read = RegisterParser.Parse(SheetBuilder.Workbook("so.xlsx", Sheet(colour, status)));
        Assert.Equal(isAsked ? ["B3"] : [], read.Findings.Where(finding => finding.Code == "green-row").Select(finding => finding.Cell));
        Assert.Equal(status == "Đã hoàn thành", read.Tasks[0].Status is TaskProgress.Done);
    }

    /// <summary>Two tasks, the first of them coloured.</summary>
    private static Sheet Sheet(string colour, string status)
    {
        var rows = Row(1, 0, "KẾ HOẠCH NĂM 2026") + Row(2, 0, "STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian thực hiện", "Tình trạng")
            + Row(3, 1, "1", "Ban hành kế hoạch rà soát", "Sở Y tế", "Quý II/2026", status)
            + Row(4, 0, "2", "Tập huấn công chức", "Sở Y tế", "Quý III/2026", "")
            + Row(5, 0, "3", "Công bố danh mục thủ tục", "Sở Y tế", "Quý IV/2026", "");
        var styles =
            $"<styleSheet xmlns='{XlsxFile.Main}'><fonts><font/></fonts><fills><fill/><fill><patternFill patternType='solid'>{colour}</patternFill></fill></fills>"
                + "<cellXfs><xf fillId='0'/><xf fillId='1' applyFill='1'/></cellXfs></styleSheet>";
        return WorkbookReading.FirstSheet(XlsxFile.WithRows(rows).Part("xl/styles.xml", styles));
    }

    private static string Row(int number, int style, params string[] cells) =>
        $"<row r='{number}'>{string.Concat(cells.Select((text, i) => $"<c r='{(char)('A' + i)}{number}' s='{style}' t='str'><v>{text}</v></c>"))}</row>";
}
