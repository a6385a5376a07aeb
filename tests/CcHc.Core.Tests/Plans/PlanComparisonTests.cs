using CcHc.Core.Plans;
using CcHc.Core.Plans.Outline;
using CcHc.Core.Registers;

namespace CcHc.Core.Tests.Plans;

/// <summary>A changed plan against the register in force.</summary>
public sealed class PlanComparisonTests
{
    private static readonly RegisterTask[] InForce =
    [
        Registered("Rà soát văn bản quy phạm pháp luật do tỉnh ban hành", "Sở Tư pháp", "Quý I/2026", TaskArea.Institutions, 5),
        Registered("Mở lớp bồi dưỡng kỹ năng số cho công chức cấp xã", "Sở Nội vụ", "Quý II/2026", TaskArea.CivilService, 6),
        Registered("Số hóa hồ sơ còn hiệu lực của các sở sáp nhập", "Sở Khoa học và Công nghệ", "Tháng 7/2026", TaskArea.Modernisation, 7),
        Registered("Kiểm tra công vụ tại năm xã, phường", "Sở Nội vụ", "Tháng 9/2026", TaskArea.Steering, 8),
    ];

    [Fact]
    public void Find_TellsEveryKindOfChange()
    {
        var changes = PlanComparison.Find(
        [
            Planned("Rà soát văn bản quy phạm pháp luật do tỉnh ban hành.", "Sở Tư pháp", "Quý III/2026", TaskArea.Institutions),
            Planned("Mở năm lớp bồi dưỡng kỹ năng số cho công chức cấp xã", "Sở Nội vụ", "Quý II/2026", TaskArea.CivilService),
            Planned("Số hóa hồ sơ còn hiệu lực của các sở sáp nhập", "Văn phòng UBND tỉnh", "Tháng 7/2026", TaskArea.Procedures),
            Planned("Lập tổ hướng dẫn người dân dùng dịch vụ công", "UBND cấp xã", "Tháng 8/2026", TaskArea.Procedures),
        ],
        InForce)!;

        Assert.Equal(
            [(PlanChange.Time, 1), (PlanChange.Reworded, 2), (PlanChange.Moved, 3), (PlanChange.Agency, 3), (PlanChange.New, 4), (PlanChange.Dropped, null)],
            changes.Lines.Select(line => (line.Kind, line.Draft)));
        Assert.Equal("so-theo-doi/a.xlsx", changes.Register);
        Assert.Equal("Nhiệm vụ, C8", changes.Lines[^1].Place);
    }

    [Fact]
    public void Find_SaysNothing_OfAnUnchangedPlan() =>
        Assert.Empty(
            PlanComparison.Find([.. InForce.Select(task => Planned(task.Text + ".", task.LeadText, "- " + task.TimeText, task.Area))], InForce)!.Lines);

    [Fact]
    public void Find_ComparesNoPlan_WithARegisterOfOthers() =>
        Assert.Null(PlanComparison.Find([Planned("Trồng cây xanh ở trường học", "Sở Giáo dục và Đào tạo", "Quý I/2026", TaskArea.Other)], InForce));

    private static PlanTask Planned(string text, string lead, string time, TaskArea area) =>
        new() { Place = new PlanPlace(1, 1), Form = PlanTaskForm.TableRow, Text = text, Lead = lead, Time = time, Area = area, Source = text };

    private static RegisterTask Registered(string text, string lead, string time, TaskArea area, int row) => new()
    {
        Key = text, Text = text, LeadText = lead, TimeText = time, Area = area,
        Place = new SourcePlace("so-theo-doi/a.xlsx", "Nhiệm vụ", row, $"C{row}", $"G{row}", $"E{row}"),
    };
}
