using CcHc.Core.Agencies;
using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;

namespace CcHc.Core.Tests.StatusReport;

/// <summary>Obligations of a made-up province, one call each.</summary>
internal static class SampleReport
{
    public static readonly DateOnly AsOf = new(2026, 6, 30);

    public static Agency Agency(string code, string name) => new() { Code = code, Name = name };

    public static readonly Agency Interior = Agency("SNV", "Sở Nội vụ");
    public static readonly Agency Justice = Agency("STP", "Sở Tư pháp");
    public static readonly Agency Finance = Agency("STC", "Sở Tài chính");
    public static readonly IReadOnlyList<Agency> ListedAgencies = [Interior, Finance, Justice];

    public static AssessedObligation Owed(
        Agency agency, StatusKind kind, int? workingDaysLeft = null, TaskArea area = TaskArea.Procedures, string file = "ke-hoach.xlsx",
        string sheet = "Nhiệm vụ",
        int row = 5, string milestone = "m1")
    {
        var due = workingDaysLeft is { } days ? AsOf.AddDays(days) : (DateOnly?)null;
        var task = new RegisterTask
        {
            Key = $"{file}/{sheet}/{row}",
            Place = new SourcePlace(file, sheet, row, $"B{row}", $"F{row}", $"D{row}"),
            Area = area,
            Text = "Công bố danh mục thủ tục hành chính",
        };
        return new AssessedObligation(
            new Obligation(task, new Milestone { Kind = MilestoneKind.Date, Due = due }, milestone, agency),
            new DeadlineStatus(kind, due, due, workingDaysLeft));
    }
}
