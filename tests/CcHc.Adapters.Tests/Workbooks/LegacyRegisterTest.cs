using System.Security;
using System.Text.Json;
using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Agencies;
using CcHc.Core.Agencies.Expressions;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Sheets.LegacyFonts;
using CcHc.Core.Tests.Support;

namespace CcHc.Adapters.Tests.Workbooks;

/// <summary>A register typed the old way means what its Unicode twin means: RELIABILITY line 19.</summary>
public class LegacyRegisterTest
{
    private static readonly string[] Register =
    [
        "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026",
        "Lĩnh vực|Nhiệm vụ chung|Nhiệm vụ cụ thể|Sản phẩm|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian thực hiện",
        "Cải cách thể chế|1. Hoàn thiện văn bản|Rà soát văn bản còn nhắc đến cấp huyện|- Danh mục\n- Báo cáo|Sở Tư pháp|Các sở, ban, ngành|- Tháng 6/2026\n- Tháng 11/2026",
        "Cải cách thể chế|1. Hoàn thiện văn bản|Kiểm tra văn bản của cấp xã|Kế hoạch|Sở Tư pháp|UBND cấp xã|Trước ngày 15/02/2026",
        "Cải cách thủ tục hành chính|2. Một cửa|Công bố danh mục thủ tục|Quyết định|Văn phòng UBND tỉnh|Sở Nội vụ; Sở Tư pháp|Quý III/2026",
        "Cải cách thủ tục hành chính|2. Một cửa|Số hóa hồ sơ|Báo cáo|Sở Nội vụ|Xã|Thường xuyên",
    ];

    private static readonly AgencyExpressions Agencies = new(new AgencyDirectory(
    [
        Agency("SNV", "Sở Nội vụ", AgencyGroups.Departments), Agency("STP", "Sở Tư pháp", AgencyGroups.Departments),
        Agency("VP", "Văn phòng UBND tỉnh", ""), Agency("XA1", "UBND xã Một", AgencyGroups.Communes),
    ]));

    private static readonly IReadOnlyList<InterpretedTask> Twin = Tasks(Read(Register.Select(row => (row, 0))));

    [Fact]
    public void Twin_IsARegisterWithDeadlinesAndAgencies()
    {
        Assert.Equal(["STP", "STP", "VP", "SNV"], Twin.Select(task => Assert.Single(task.InRole(AgencyRole.Lead)).Code));
        Assert.Equal(new DateOnly(2026, 2, 14), Twin[1].Deadline.Milestones[0].Due);
        Assert.Equal(2, Twin[0].Deadline.Milestones.Count);
    }

    [Theory]
    [InlineData(LegacyEncoding.Tcvn3, ".VnTime")]
    [InlineData(LegacyEncoding.Vni, "VNI-Times")]
    [InlineData(LegacyEncoding.Tcvn3, "Times New Roman")]
    [InlineData(LegacyEncoding.Vni, "Times New Roman")]
    public void Read_GivesTheTasksOfTheUnicodeTwin(LegacyEncoding encoding, string font)
    {
        // Capitals with a tone have no place in TCVN3: the title is typed in small letters, and the capital font shows it.
        var title = encoding == LegacyEncoding.Tcvn3 ? Register[0].ToLowerInvariant() : Register[0];
        var read = Read(Register.Select((row, i) => i == 0 ? (OldTypist.Type(title, encoding), 2) : (OldTypist.Type(row, encoding), 1)), font);
        Assert.Equal(Written(Twin), Written(Tasks(read)));
        Assert.All(read.Findings, finding => Assert.Equal("legacy-text-converted", finding.Code));
        Assert.Equal(encoding == LegacyEncoding.Tcvn3 && font == "Times New Roman" ? title : Register[0], read.Content!.Sheets[0].Rows[0].Cells[0].Text);
    }

    [Fact]
    public void Read_GivesTheTasksOfTheUnicodeTwin_WhenOnlySomeRowsAreOld()
    {
        var read = Read(Register.Select((row, i) => i is 2 or 4 ? (OldTypist.Type(row, LegacyEncoding.Tcvn3), 1) : (row, 0)));
        Assert.Equal(Written(Twin), Written(Tasks(read)));
    }

    [Fact]
    public void Read_MarksTheTaskWhoseTextItCannotRead()
    {
        var read = Read(Register.Select((row, i) => (i == 3 ? row.Replace("Kế hoạch", "KÕ ho¹ch", StringComparison.Ordinal) : row, 0)));
        Assert.Equal("legacy-text-unsure", Assert.Single(read.Findings).Code);
        Assert.Equal([false, true, false, false], Tasks(read).Select(task => task.Task.HasLegacyText));
    }

    private static WorkbookReadResult Read(IEnumerable<(string Row, int Style)> rows, string font = ".VnTime")
    {
        var capitals = font == ".VnTime" ? ".VnTimeH" : font;
        var file = XlsxFile.WithRows(string.Concat(rows.Select(row => $"<row>{string.Concat(row.Row.Split('|').Select(text => Cell(text, row.Style)))}</row>")))
            .Styles("<xf fontId='0'/><xf fontId='1'/><xf fontId='2'/>",
                fonts: $"<font><name val='Times New Roman'/></font><font><name val='{font}'/></font><font><name val='{capitals}'/></font>");
        return WorkbookReading.Of(file.ToBytes());
    }

    private static string Cell(string text, int style) =>
        $"<c s='{style}' t='inlineStr'><is><t xml:space='preserve'>{SecurityElement.Escape(text)}</t></is></c>";

    private static IReadOnlyList<InterpretedTask> Tasks(WorkbookReadResult read) =>
        [.. RegisterParser.Parse(read.Content!).Tasks.Select(task => InterpretedTask.Of(task, Agencies))];

    /// <summary>The plan is the title here, whose capitals TCVN3 cannot keep.</summary>
    private static string Written(IReadOnlyList<InterpretedTask> tasks) =>
        JsonSerializer.Serialize(tasks.Select(one => one with { Task = one.Task with { Plan = one.Task.Plan.ToLowerInvariant() } }));

    private static Agency Agency(string code, string name, string group) =>
        new() { Code = code, Name = name, Group = group, Emails = [$"{code.ToLowerInvariant()}@tinh-mau.example"] };
}
