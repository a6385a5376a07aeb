using CcHc.Adapters.Tests.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Plans;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Deadlines;
using CcHc.Core.Plans;
using CcHc.Core.Plans.Outline;
using CcHc.Core.Registers;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks.Plans;

/// <summary>The draft register is read back as it was written, and nothing beside its first sheet is taken for a register.</summary>
public sealed class PlanRegisterWriterTest
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    [Fact]
    public void ToBytes_WritesARegisterThatReadsBackTheSame()
    {
        PlanTask[] tasks =
        [
            Task("Rà soát văn bản", "- Kế hoạch\n- Báo cáo", "Sở Tư pháp", "Các sở, ban, ngành; UBND cấp xã", "- Tháng 02/2026\n- Ngày 15/11/2026",
                TaskArea.Institutions, "1. Cải cách thể chế"),
            Task("100% hồ sơ được số hóa", "Quyết định; báo cáo", "=SUM(A1)", "", "Thường xuyên trong năm", TaskArea.Modernisation, ""),
            Task("Theo dõi việc thực hiện", "", "", "Cơ quan tổng hợp: Sở Nội vụ", "", TaskArea.Other, ""),
        ];

        var register = Read(tasks);

        Assert.Equal(2026, register.PlanYear);
        Assert.Equal(
            tasks.Select(task => (task.Text, task.Lead, task.Coordinating, task.Time, task.Area)),
            register.Tasks.Select(task => (task.Text, task.LeadText, task.CoordinatingText, task.TimeText, task.Area)));
        Assert.Equal(["Kế hoạch", "Báo cáo"], register.Tasks[0].Products);
        Assert.All(register.Tasks, task => Assert.Equal("Nhiệm vụ", task.Place.Sheet));
    }

    [Fact]
    public void ToBytes_GivesTheSameBytesForTheSameDay() =>
        Assert.Equal(Bytes([Task("Rà soát", "", "Sở Tư pháp", "", "Quý I", TaskArea.Other, "")]),
            Bytes([Task("Rà soát", "", "Sở Tư pháp", "", "Quý I", TaskArea.Other, "")]));

    [Fact]
    public void ToBytes_HasItsFiveSheets()
    {
        var review = Review([Task("Rà soát", "", "Sở Tư pháp", "", "31/02/2026", TaskArea.Other, "")]);
        var changes = new PlanDifferences("so-theo-doi/a.xlsx", [new PlanDifference(PlanChange.New, 1, "", "", "Rà soát")]);
        var workbook =
            WorkbookReader.Read(WorkbookSnapshot.Of(PlanRegisterWriter.ToBytes(review, "tỉnh Mẫu", Today, changes), DateTime.UnixEpoch), "a.xlsx").Content!;

        Assert.Equal(["Nhiệm vụ", "Đối chiếu", "Cần xem", "Chế độ báo cáo", "Thay đổi"], workbook.Sheets.Select(sheet => sheet.Name));
        Assert.Contains(workbook.Sheets[2].Rows.SelectMany(row => row.Cells), cell => cell.Text == "cần xem");
        Assert.Single(RegisterParser.Parse(workbook).Tasks);
    }

    [Fact]
    public void ToBytes_MakesAValidWorkbook()
    {
        Assert.Empty(new WrittenWorkbook(Bytes([Task("Rà soát", "", "Sở Tư pháp", "", "Quý I", TaskArea.Other, "")])).Complaints());
        Assert.Empty(new WrittenWorkbook(Bytes([])).Complaints());
    }

    private static RegisterReading Read(PlanTask[] tasks) =>
        RegisterParser.Parse(WorkbookReader.Read(WorkbookSnapshot.Of(Bytes(tasks), DateTime.UnixEpoch), "a.xlsx").Content!);

    private static byte[] Bytes(PlanTask[] tasks) => PlanRegisterWriter.ToBytes(Review(tasks), "tỉnh Mẫu", Today);

    private static PlanReview Review(PlanTask[] tasks)
    {
        var regime = new PlanRegime([new PlanReport(Recurrence.Quarterly, 18, null, null)], [(new PlanPlace(3, 1), "Báo cáo quý chậm nhất ngày 18.")]);
        var header = new PlanHeader("142/KH-UBND", new DateOnly(2025, 12, 24), "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026", 2026, "tỉnh Mẫu");
        return PlanReview.Of(new PlanDocument("ke-hoach.docx", "", []), new PlanReading(header, tasks, regime, []), null);
    }

    private static PlanTask Task(string text, string product, string lead, string help, string time, TaskArea area, string heading) => new()
    {
        Place = new PlanPlace(2, 7), Form = PlanTaskForm.TableRow, Number = "1", Text = text, Product = product, Lead = lead, Coordinating = help, Time = time,
        Area = area, AreaText = heading,
        Source = $"1 | {text} | Sản phẩm | Cơ quan chủ trì | Thời gian thực hiện",
    };
}
