using System.Globalization;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Regimes;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;

namespace CcHc.Bench.Given;

/// <summary>Consolidated reports with so many detail lines.</summary>
internal static class MadeUpReports
{
    private static readonly IReadOnlyList<SourceFile> Sources =
        [new("so-theo-doi/ke-hoach.xlsx", new string('a', 64), new DateTimeOffset(2026, 6, 14, 23, 0, 0, TimeSpan.Zero), 100)];

    public static DailyStatusReport Consolidated(int lines) =>
        StatusReportAssembler.Assemble("tỉnh Mẫu", MadeUpObligations.Assessed(lines), Findings(lines), Sources, SampleProvince.Agencies, SampleProvince.Today);

    public static PeriodReport OfPeriod(int lines)
    {
        var obligations = MadeUpObligations.Assessed(lines);
        var period = ReportingRegimes.ByCode("nd-09-2019")!.Period("2026-6T")!;
        return PeriodReportAssembler.Assemble(new PeriodInputs
        {
            ProvinceName = "tỉnh Mẫu",
            Period = period,
            AsOf = SampleProvince.Today,
            Due = period.Due,
            Obligations = obligations,
            HandIns = [.. obligations.GroupBy(one => one.Obligation.Agency).Where(own => !own.Key.IsUnresolved).Select(own => new AgencySubmission(
                own.Key, SubmissionStatus.InTime, new SubmissionContent($"bao-cao/2026-6T/{own.Key.Code}.xlsx", new string('c', 64), period.Code, own.Key.Code,
                    [.. own.Select(Says)], [], []), 1, SampleProvince.Today, 0, 0))],
            Findings = Findings(lines),
            Registers = Sources,
            Directory = SampleProvince.Agencies,
        });
    }

    private static ReportedTask Says(AssessedObligation owed, int row) => new(
        ObligationKey.Of(owed.Obligation), TaskProgress.InProgress, "Đang thực hiện", "Đã trình dự thảo, đang lấy ý kiến các cơ quan liên quan.", null,
        string.Create(CultureInfo.InvariantCulture, $"{row}/TTr"), row % 10 == 0
            ? "Thiếu người làm công nghệ thông tin." : "", "Nhiệm vụ", row + 8, $"F{row + 8}", $"J{row + 8}");

    private static IReadOnlyList<Finding> Findings(int lines) => [.. Enumerable.Range(1, lines / 50).Select(row => new Finding(
        Severity.Warning, "unknown-agency", Sources[0].File, "Nhiệm vụ", $"D{row}", "“Tổ một cửa” không có trong danh bạ.",
        "Thêm tên này vào cột Tên gọi khác."))];
}
