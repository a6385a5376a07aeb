using CcHc.Core.Registers;

namespace CcHc.Core.Tests.Plans.Tasks;

/// <summary>Tasks with labelled lines, whatever numbers, bullets and labels an office uses.</summary>
public sealed class LabelledTasksTests
{
    private const string Two = "Soạn quy chế | Sở Nội vụ | Sở Tư pháp | Quyết định | Quý I/2026";

    public static TheoryData<string, string> Layouts { get; } = new()
    {
        { "lettered, dashes",
            "1. Cải cách thể chế\na) Soạn quy chế.\n- Cơ quan chủ trì: Sở Nội vụ.\n- Cơ quan phối hợp: Sở Tư pháp.\n- Sản phẩm: Quyết định.\n- Thời gian thực hiện: Quý I/2026." },
        { "numbered, plain labels",
            "II. NHIỆM VỤ\n1. Soạn quy chế\nĐơn vị chủ trì: Sở Nội vụ\nĐơn vị phối hợp: Sở Tư pháp\nKết quả: Quyết định\nThời hạn hoàn thành: Quý I/2026" },
        { "dotted, pluses",
            "2.1. Soạn quy chế;\n+ Chủ trì: Sở Nội vụ;\n+ Phối hợp: Sở Tư pháp;\n+ Sản phẩm đầu ra: Quyết định;\n+ Thời gian hoàn thành: Quý I/2026;" },
        { "dashes under dashes",
            "1. Cải cách thể chế\n- Soạn quy chế\n- Cơ quan chủ trì: Sở Nội vụ\n- Cơ quan phối hợp: Sở Tư pháp\n- Sản phẩm: Quyết định\n- Thời gian: Quý I/2026" },
        { "soft line ends",
            "a) Soạn quy chế.\n- Cơ quan chủ trì: Sở Nội vụ.⏎- Cơ quan phối hợp: Sở Tư pháp.⏎- Sản phẩm: Quyết định.⏎- Thời gian thực hiện: Quý I/2026." },
        { "all in one paragraph",
            "a) Soạn quy chế. Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: Sở Tư pháp; sản phẩm: Quyết định; thời gian thực hiện: Quý I/2026." },
        { "one paragraph with line ends",
            "a) Soạn quy chế.⏎Cơ quan chủ trì: Sở Nội vụ.⏎Cơ quan phối hợp: Sở Tư pháp.⏎Sản phẩm: Quyết định.⏎Thời gian thực hiện: Quý I/2026." },
        { "in brackets", "- Soạn quy chế (Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: Sở Tư pháp; sản phẩm: Quyết định; thời gian: Quý I/2026)" },
        { "unnumbered",
            "II. NHIỆM VỤ\nSoạn quy chế.\nCơ quan chủ trì: Sở Nội vụ.\nCơ quan phối hợp: Sở Tư pháp.\nSản phẩm: Quyết định.\nThời gian thực hiện: Quý I/2026." },
        { "bullets of other kinds",
            "b) Soạn quy chế.\n• Cơ quan chủ trì: Sở Nội vụ.\n• Cơ quan phối hợp: Sở Tư pháp.\n• Sản phẩm: Quyết định.\n• Thời gian thực hiện: Quý I/2026." },
        { "value on the next line",
            "a) Soạn quy chế.\n- Cơ quan chủ trì:\n+ Sở Nội vụ.\n- Cơ quan phối hợp: Sở Tư pháp.\n- Sản phẩm: Quyết định.\n- Thời gian thực hiện: Quý I/2026." },
        { "cost and note between",
            "a) Soạn quy chế.\n- Cơ quan chủ trì: Sở Nội vụ.\n- Cơ quan phối hợp: Sở Tư pháp.\n- Kinh phí thực hiện: nguồn chi thường xuyên.\n- Sản phẩm: Quyết định.\n- Thời gian thực hiện: Quý I/2026." },
        { "dotted in a section", "1. Cải cách thể chế\n1.1. Soạn quy chế.\nCơ quan chủ trì thực hiện: Sở Nội vụ.\n"
            + "Cơ quan phối hợp: Sở Tư pháp.\nThời gian hoàn thành: Quý I/2026.\nSản phẩm đầu ra: Quyết định." },
        { "roles in one paragraph below", "1. Soạn quy chế.\n"
            + "Đơn vị chủ trì: Sở Nội vụ; đơn vị phối hợp: Sở Tư pháp; thời gian hoàn thành: Quý I/2026; sản phẩm đầu ra: Quyết định." },
        { "the time of a submission", "1. Soạn quy chế.\n"
            + "Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: Sở Tư pháp; thời gian trình: Quý I/2026; sản phẩm dự kiến: Quyết định." },
        { "the time of an issue",
            "a) Soạn quy chế.\n- Chủ trì: Sở Nội vụ.\n- Phối hợp: Sở Tư pháp.\n- Thời hạn trình ban hành: Quý I/2026.\n- Sản phẩm: Quyết định." },
        { "capitals in labels",
            "a) Soạn quy chế.\n- CƠ QUAN CHỦ TRÌ: Sở Nội vụ.\n- CƠ QUAN PHỐI HỢP: Sở Tư pháp.\n- SẢN PHẨM: Quyết định.\n- THỜI GIAN THỰC HIỆN: Quý I/2026." },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Read_FindsTheTask_InEveryLayout(string layout, string text)
    {
        var tasks = PlanText.Tasks(PlanText.Read("KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026\n" + text));
        var (number, rest) = (tasks.Split(" | ")[0], tasks[(tasks.IndexOf(" | ", StringComparison.Ordinal) + 3)..]);

        Assert.True(rest.Replace("+ ", "", StringComparison.Ordinal) == Two, $"{layout}: {number} | {rest}");
    }

    [Fact]
    public void Read_GivesPartsOfAnItem_WhatIsCommonToThem() => Assert.Equal(
        "e | Tiếp nhận phản ánh. Niêm yết bảng hướng dẫn | UBND cấp xã |  | Bảng được niêm yết | Thường xuyên\n"
        + "e | Tiếp nhận phản ánh. Trả lời phản ánh | Văn phòng UBND tỉnh |  | Bảng được niêm yết | Thường xuyên",
        PlanText.Tasks(PlanText.Read(
            "e) Tiếp nhận phản ánh.\n- Niêm yết bảng hướng dẫn:\n+ Cơ quan chủ trì: UBND cấp xã.\n- Trả lời phản ánh:\n+ Cơ quan chủ trì: Văn phòng UBND tỉnh.\n- Sản phẩm: Bảng được niêm yết.\n- Thời gian thực hiện: Thường xuyên.")));

    [Fact]
    public void Read_KeepsTheListBelowALabel_ALineEach() => Assert.Equal(
        "b | Rà soát thủ tục | Sở Tư pháp |  | + Kế hoạch rà soát⏎+ Báo cáo kết quả | + Kế hoạch: trước ngày 31/01/2026⏎+ Báo cáo: Quý III/2026",
        PlanText.Tasks(PlanText.Read(
            "b) Rà soát thủ tục.\n- Cơ quan chủ trì: Sở Tư pháp.\n- Sản phẩm:\n+ Kế hoạch rà soát;\n+ Báo cáo kết quả.\n- Thời gian thực hiện:\n+ Kế hoạch: trước ngày 31/01/2026;\n+ Báo cáo: Quý III/2026.\n3. Cải cách khác")));

    [Fact]
    public void Read_KeepsTheLabelOfAnotherDuty() => Assert.Equal(
        "c | Xây dựng đề án | UBND cấp huyện | Cơ quan thẩm định: Sở Nội vụ |  | Quý II/2026",
        PlanText.Tasks(
            PlanText.Read("c) Xây dựng đề án.\n- Cơ quan chủ trì: UBND cấp huyện.\n- Cơ quan thẩm định: Sở Nội vụ.\n- Thời gian thực hiện: Quý II/2026.")));

    [Theory]
    [InlineData("Purposes", "I. MỤC ĐÍCH\n- Nâng cao chất lượng phục vụ người dân và doanh nghiệp trong cả năm.\nII. NHIỆM VỤ\n")]
    [InlineData("Recipients", "Nơi nhận:\n- Các sở, ban, ngành;\n- Lưu: VT, SNV.\nKẾ HOẠCH\n")]
    [InlineData("A heading that ends like a label", "2. Các cơ quan chủ trì thực hiện các nội dung cải cách hành chính:\nII. NHIỆM VỤ\n")]
    [InlineData("Prose with a colon", "Kinh phí thực hiện Kế hoạch: bố trí trong dự toán của các đơn vị theo quy định hiện hành.\nII. NHIỆM VỤ\n")]
    public void Read_LeavesOutWhatIsNoTask(string what, string before)
    {
        var tasks = PlanText.Read(before + "a) Soạn quy chế.\n- Cơ quan chủ trì: Sở Nội vụ.\n- Thời gian thực hiện: Quý I/2026.").Tasks;

        Assert.True(tasks is [{ Text: "Soạn quy chế", Lead: "Sở Nội vụ" }], what + ": " + string.Join(" / ", tasks.Select(task => task.Text)));
    }

    [Fact]
    public void Read_TakesTheFieldFromTheNearestHeading() => Assert.Equal(
        ["the_che", "cong_vu"],
        PlanText.Read(
            "II. NHIỆM VỤ\n1. Cải cách thể chế\na) Soạn quy chế.\n- Chủ trì: Sở Tư pháp.\n- Thời gian: Quý I/2026.\n2. Cải cách chế độ công vụ\na) Mở lớp bồi dưỡng.\n- Chủ trì: Sở Nội vụ.\n- Thời gian: Quý II/2026.")
            .Tasks.Select(task => TaskAreas.Code(task.Area)));
}
