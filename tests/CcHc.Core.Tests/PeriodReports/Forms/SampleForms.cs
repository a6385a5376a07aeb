using CcHc.Core.Agencies;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports;
using CcHc.Core.Regimes;
using CcHc.Core.Registers;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.PeriodReports.Forms;

/// <summary>Obligations and periods for tests of forms, one call each.</summary>
internal static class SampleForms
{
    /// <summary>"2026-Q1" has the window 15/12/2025 – 14/3/2026, "2026-Q3" 15/6 – 14/9, "2026-N" 15/12/2025 – 14/12/2026.</summary>
    public static ReportPeriod Period(string code) => ReportingRegimes.Decree09.Period(code)!;

    public static AssessedObligation Owed(RegisterTask task, Agency? agency = null) => All(task, agency)[0];

    public static IReadOnlyList<AssessedObligation> All(RegisterTask task, Agency? agency = null) =>
        DeadlineAssessor.Assess(Given.Obligations(task, agency), Given.Rules(), Given.Day("2026-03-10"));

    public static RegisterTask Task(string time, TaskProgress status = TaskProgress.Open, string completed = "", int? planYear = 2026, string key = "so#1") =>
        Given.Task(time, planYear, key) with { Status = status, CompletedOn = completed.Length == 0 ? null : Given.Day(completed) };

    public static RegisterTask At(this RegisterTask task, string file, string sheet, int row) =>
        task with { Key = $"{file}#{sheet}#{row}", Place = new SourcePlace(file, sheet, row, $"B{row}", $"F{row}", $"D{row}") };

    public static ReportedTask Reported(TaskProgress status, string result = "", string completed = "", string document = "") =>
        new("", status, "", result, completed.Length == 0 ? null : Given.Day(completed), document, "", "Nhiệm vụ", 9, "F9", "J9");
}
