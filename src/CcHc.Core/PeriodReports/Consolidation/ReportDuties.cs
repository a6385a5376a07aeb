using CcHc.Core.Agencies;
using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Regimes;
using CcHc.Core.Registers;
using CcHc.Core.Wording;

namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>A form that waits for its report.</summary>
/// <param name="FormFile">Where it lies, as letters name it.</param>
/// <param name="HandedInOn">The day the first valid version came; null while none did.</param>
public sealed record AwaitedReport(ReportPeriod Period, Agency Agency, DateOnly IssuedOn, string FormFile, DateOnly? HandedInOn)
{
    /// <summary>The agency the form went to, when it ended and <see cref="Agency"/> took over from it; null otherwise.</summary>
    public Agency? InPlaceOf { get; init; }

    /// <summary>What became of a file that came and does not count: refused, or too little in it; else empty.</summary>
    public string Note { get; init; } = "";
}

/// <summary>
/// Period reports as obligations (nghĩa vụ gửi báo cáo): a report not handed in is reminded, and called overdue, like any task, so that an agency still gets
/// one letter a day.
/// </summary>
public static class ReportDuties
{
    private const string KeyStart = "bao-cao|";

    /// <summary>None for a period whose regime sets no day.</summary>
    public static IEnumerable<Obligation> Of(IEnumerable<AwaitedReport> awaited, string standingBodyName)
    {
        foreach (var report in awaited)
        {
            if (report.Period.Due is { } due)
            {
                yield return new Obligation(TaskOf(report, due, standingBodyName), MilestoneOf(report, due), "M1", report.Agency)
                {
                    Reported = report.HandedInOn is { } day ? new ReportedCompletion(day) : null,
                    Note = report.Note,
                };
            }
        }
    }

    public static bool IsReport(Obligation obligation) => obligation.Task.Key.StartsWith(KeyStart, StringComparison.Ordinal);

    private static RegisterTask TaskOf(AwaitedReport report, DateOnly due, string standingBodyName) => new()
    {
        Key = report.InPlaceOf is { } ended ? $"{KeyStart}{report.Period.Code}|{ended.Code}" : KeyStart + report.Period.Code,
        Place = new SourcePlace(report.FormFile, FormLayout.TaskSheet, 0, "A1", "A1", "A1"),
        Area = TaskArea.Steering,
        Text =
            $"Gửi báo cáo cải cách hành chính {report.Period.Name}{(report.InPlaceOf is { } was ? $" của {was.Name}, nay do {report.Agency.Name} đảm nhận," : "")} về {standingBodyName}",
        Products = ["Biểu mẫu đã điền"],
        TimeText = $"Chậm nhất ngày {Vietnamese.Day(due)}",
        PlanYear = report.Period.Year,
    };

    private static Milestone MilestoneOf(AwaitedReport report, DateOnly due) => new()
    {
        Kind = MilestoneKind.Date,
        Start = report.IssuedOn,
        Due = due,
        Reading = $"Kỳ báo cáo {report.Period.Name}, số liệu từ {Vietnamese.Day(report.Period.Window.First)} đến {Vietnamese.Day(report.Period.Window.Last)}",
    };
}
