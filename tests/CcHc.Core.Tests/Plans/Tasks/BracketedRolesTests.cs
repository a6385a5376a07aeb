using CcHc.Core.Plans;

namespace CcHc.Core.Tests.Plans.Tasks;

/// <summary>Who and when in a bracket behind the task; a bracket that says anything else stays with the task.</summary>
public sealed class BracketedRolesTests
{
    [Theory]
    [InlineData("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính; hoàn thành trong quý II/2026", "Sở Nội vụ | Sở Tài chính | trong quý II/2026")]
    [InlineData("Sở Nội vụ chủ trì, hoàn thành trước ngày 30/6/2026", "Sở Nội vụ |  | trước ngày 30/6/2026")]
    [InlineData("Sở Nội vụ chủ trì", "Sở Nội vụ |  | ")]
    [InlineData("Văn phòng UBND tỉnh chủ trì; Sở Nội vụ, Sở Tư pháp phối hợp; quý I/2026", "Văn phòng UBND tỉnh | Sở Nội vụ, Sở Tư pháp | quý I/2026")]
    [InlineData("Các sở, ban, ngành chủ trì; thực hiện thường xuyên", "Các sở, ban, ngành |  | thường xuyên")]
    [InlineData("UBND cấp xã chủ trì phối hợp với Công an tỉnh; tháng 3/2026", "UBND cấp xã | Công an tỉnh | tháng 3/2026")]
    [InlineData("hoàn thành trong tháng 4/2026", " |  | trong tháng 4/2026")]
    [InlineData("chậm nhất ngày 15/12/2026", " |  | chậm nhất ngày 15/12/2026")]
    [InlineData("Thanh tra tỉnh chủ trì; phối hợp với các sở; trình trong quý III/2026", "Thanh tra tỉnh | các sở | trong quý III/2026")]
    [InlineData("Ban Quản lý các khu công nghiệp chủ trì; trong năm 2026", "Ban Quản lý các khu công nghiệp |  | trong năm 2026")]
    [InlineData("gồm đất đai, xây dựng", null)]
    [InlineData("Nghị quyết số 12/NQ-CP", null)]
    [InlineData("Sở Nội vụ chủ trì; theo Nghị quyết số 12/NQ-CP", null)]
    public void Read_TakesTheRolesOut(string bracket, string? roles)
    {
        var text = "Rà soát các văn bản do tỉnh ban hành";
        var task = PlanText.Read($"KẾ HOẠCH NĂM 2026\nII. NHIỆM VỤ\n1. {text} ({bracket}).").Tasks.Single();

        Assert.Equal(roles is null ? $"{text} ({bracket}) |  |  | " : $"{text} | {roles}", $"{task.Text} | {task.Lead} | {task.Coordinating} | {task.Time}");
    }
}
