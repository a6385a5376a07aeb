using CcHc.Core.Agencies.Expressions;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;

namespace CcHc.Core.Tests.Deadlines;

public class DeadlinePhraseTest
{
    [Theory]
    [InlineData("Quý II", 2026, "Quý  II ", 2026, true)]
    [InlineData("Quý II", 2026, "Quý II", 2027, false)]
    [InlineData("Quý II", 2026, "Quý III", 2026, false)]
    public void CodeOf_IsTheSame_ForTheSameWordsAndYear(string one, int year, string other, int otherYear, bool isSame) =>
        Assert.Equal(isSame, DeadlinePhrase.CodeOf(DeadlineParser.Read(one, year)) == DeadlinePhrase.CodeOf(DeadlineParser.Read(other, otherYear)));

    [Fact]
    public void CodeOf_DoesNotDependOnTheProductsBesideIt() => Assert.Equal(
        DeadlinePhrase.CodeOf(DeadlineParser.Read("Tháng 6/2026\nTháng 12/2026", 2026, ["Kế hoạch", "Báo cáo"])),
        DeadlinePhrase.CodeOf(DeadlineParser.Read("Tháng 6/2026\nTháng 12/2026", 2026, ["Quyết định", "Tờ trình"])));

    [Fact]
    public void CodeOf_Changes_WhenTheSameWordsAreReadAsAnotherDay()
    {
        var reading = DeadlineParser.Read("Quý II", 2026);
        var otherwise = reading with { Milestones = [.. reading.Milestones.Select(one => one with { Due = one.Due!.Value.AddDays(1) })] };
        Assert.NotEqual(DeadlinePhrase.CodeOf(reading), DeadlinePhrase.CodeOf(otherwise));
    }

    [Fact]
    public void Disputed_IsNotUsedForATask_AndIsTold()
    {
        var task = new RegisterTask { Key = "1", Place = new SourcePlace("so.xlsx", "Trang", 5, "B5", "F5", "D5"), Text = "Rà soát", TimeText = "Quý II",
            PlanYear = 2026 };
        var disputed = DeadlinePhrase.Disputed(DeadlineParser.Read("Quý II", 2026), "cuối quý III");

        Assert.Equal([MilestoneKind.Unspecified], TaskMilestones.Of(task, disputed).Select(one => one.Kind));
        var told = Assert.Single(new InterpretedTask(task, disputed, Array.Empty<AgencyMention>()).Findings(new(2026, 5, 1)));
        Assert.Equal((Severity.Warning, "deadline-reading-disputed", "F5"), (told.Severity, told.Code, told.Cell));
        Assert.Contains("cuối quý III", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Disputed_LeavesTheDayOfTheDueColumn()
    {
        var task = new RegisterTask { Key = "1", Place = new SourcePlace("so.xlsx", "Trang", 5, "B5", "F5", "D5"), Text = "Rà soát", TimeText = "Quý II",
            DueDate = new(2026, 7, 15) };
        Assert.Equal([new DateOnly(2026, 7, 15)], TaskMilestones.Of(task, DeadlinePhrase.Disputed(DeadlineParser.Read("Quý II", 2026), ""))
            .Select(one => one.Due!.Value));
    }
}
