using CcHc.Core.Plans;
using CcHc.Core.Plans.Outline;
using CcHc.Core.Registers;

namespace CcHc.Core.Tests.Plans.Tasks;

/// <summary>Tables of a plan, read as registers are: under headings, cut by pages, with and without a header of their own.</summary>
public sealed class TableTasksTests
{
    private const string Header = "| TT | Nhiệm vụ | Sản phẩm | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian thực hiện |\n";
    private const string First = "| 1 | Rà soát văn bản | Báo cáo | Sở Tư pháp | Các sở | Quý I/2026 |\n";
    private const string Second = "| 2 | Cập nhật dữ liệu | Dữ liệu | Sở Nội vụ | Các sở | Quý II/2026 |\n";
    private const string Both =
        "1 | Rà soát văn bản | Sở Tư pháp | Các sở | Báo cáo | Quý I/2026\n2 | Cập nhật dữ liệu | Sở Nội vụ | Các sở | Dữ liệu | Quý II/2026";

    [Theory]
    [InlineData("one table", Header + First + Second)]
    [InlineData("cut by hand, the second part without a header", Header + First + "\n" + Second)]
    [InlineData("cut, the header repeated", Header + First + "\n" + Header + Second)]
    [InlineData("a header alone, its rows after it", Header + "\n" + First + Second)]
    [InlineData("after paragraphs", "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026\nI. MỤC TIÊU\n- Nâng cao chất lượng phục vụ.\nPHỤ LỤC\n(Kèm theo Kế hoạch số 5/KH-UBND)\n" + Header + First + Second)]
    public void Find_ReadsTheRows(string layout, string text) =>
        Assert.True(Both == PlanText.Tasks(PlanText.Read(text)), layout + ":\n" + PlanText.Tasks(PlanText.Read(text)));

    [Fact]
    public void Find_TakesFieldAndLeadFromTheAppendixHeading()
    {
        var task =
            PlanText.Read(
                "1. Sở Nội vụ theo dõi việc thực hiện, tuyên truyền cải cách hành chính trong cán bộ, công chức của cơ quan mình./.\nPhụ lục số 02: Cải cách thủ tục hành chính - Văn phòng UBND tỉnh chịu trách nhiệm chủ trì\n" + Header + First).Tasks.Single();

        Assert.Equal((TaskArea.Procedures, "Văn phòng UBND tỉnh"), (task.Area, task.AreaLead));
    }

    [Fact]
    public void Find_ReadsSeveralAppendices_WithTheHeaderOfTheFirst() => Assert.Equal(
        ["Rà soát văn bản: Cải cách thể chế", "Cập nhật dữ liệu: Cải cách tài chính công"],
        PlanText.Read($"Phụ lục 1: Cải cách thể chế\n{Header}{First}\nPhụ lục 2: Cải cách tài chính công\n{Second}").Tasks
            .Select(task => $"{task.Text}: {TaskAreas.DisplayName(task.Area)}"));

    [Fact]
    public void Append_MakesARowThatThePageCutOneAgain()
    {
        var cut = PlanText.Document(Header + "| 1 | Rà soát văn bản, trong năm tập trung | Báo cáo kết quả | - Cơ quan chủ trì: Sở | Các sở | Quý |\n"
            + "\n| | vào lĩnh vực đất đai | của Sở | Tư pháp | | I/2026 |\n" + Second);
        PlanBlock[] pages = [.. cut.Blocks.Cast<PlanTable>()
            .Select((table, page) => table with { Rows = [.. table.Rows.Select(row => row with { Place = row.Place with { Page = page + 1 } })] })];

        Assert.Equal(
            "1 | Rà soát văn bản, trong năm tập trung vào lĩnh vực đất đai | Sở Tư pháp | Các sở | Báo cáo kết quả của Sở | Quý I/2026\n2 | Cập nhật dữ liệu | Sở Nội vụ | Các sở | Dữ liệu | Quý II/2026",
            PlanText.Tasks(PlanReader.Read(cut with { Blocks = pages })));
    }

    [Theory]
    [InlineData("figures", "| TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2026 |\n| 1 | Hồ sơ trực tuyến | % | 60 | 70 |\n| 2 | Thanh toán trực tuyến | % | 40 | 55 |")]
    [InlineData("the letterhead", "| UBND TỈNH MẪU | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n| Số: 12/KH-UBND | Mẫu, ngày 05 tháng 01 năm 2026 |")]
    [InlineData("the recipients", "| Nơi nhận: | CHỦ TỊCH |\n| - Các sở, ban, ngành; | Người ký |")]
    public void Find_TakesNoOtherTableForTasks(string what, string text) => Assert.True(PlanText.Read(text).Tasks.Count == 0, what);

    [Fact]
    public void Read_LeavesLabelledProseOfAPlanWithTables_Alone() => Assert.Single(
        PlanText.Read(
            "II. NHIỆM VỤ\na) Tập trung rà soát, sửa đổi, bãi bỏ các văn bản không còn phù hợp.\nIV. TỔ CHỨC THỰC HIỆN\nTrong quý I hằng năm, các sở xây dựng kế hoạch.\n" + Header + First).Tasks);
}
