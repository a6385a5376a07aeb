using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Regimes;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;

namespace CcHc.Core.Tests.PeriodReports.Consolidation;

/// <summary>A made-up period, put together agency by agency.</summary>
internal sealed class PeriodBuilder
{
    public const string Register = "so-theo-doi/Kế hoạch CCHC 2026.xlsx";
    public static readonly DateOnly AsOf = new(2026, 6, 19);

    public static readonly ReportPeriod Period = new(
        "2026-6T",
        "6 tháng đầu năm 2026",
        new ReportKind { Name = "Báo cáo 6 tháng", Frequency = Recurrence.Semiannual },
        new DateRange(new(2025, 12, 15), new(2026, 6, 14)),
        new DateRange(new(2026, 1, 1), new(2026, 6, 30)),
        new(2026, 6, 18));

    private readonly List<Agency> _agencies = [];
    private readonly List<AssessedObligation> _obligations = [];
    private readonly List<AgencySubmission> _handIns = [];
    private readonly List<UsedFile> _files = [];
    private readonly List<Indicator> _indicators = [];

    public Agency Agency(string code, string name, string group = "Sở, ban, ngành")
    {
        var agency = new Agency { Code = code, Name = name, Group = group, Emails = [$"{code.ToLowerInvariant()}@tinhmau.example"],
            FocalPoint = "Bà Trần Thị B", Phone = "0200 3855 001" };
        _agencies.Add(agency);
        return agency;
    }

    public PeriodBuilder Ask(Indicator indicator)
    {
        _indicators.Add(indicator);
        return this;
    }

    public static Indicator Figure(string code, TotalRule rule, IndicatorKind kind = IndicatorKind.WholeNumber, string name = "Số hồ sơ tiếp nhận",
        string unit = "hồ sơ") =>
        new() { Code = code, Name = name, Unit = unit, Kind = kind, Total = rule };

    public AssessedObligation Owe(
        Agency agency, int row, StatusKind kind, int? workingDaysLeft = null, TaskArea area = TaskArea.Procedures, string text = "Công bố danh mục thủ tục",
        string result = "")
    {
        var due = workingDaysLeft is { } days ? AsOf.AddDays(days) : (DateOnly?)null;
        var task = new RegisterTask
        {
            Key = FormattableString.Invariant($"so/{row}"),
            Place = new SourcePlace(Register, "Phân công", row, $"B{row}", $"F{row}", $"D{row}"),
            Number = row.ToString(CultureInfo.InvariantCulture),
            Area = area,
            Text = text,
            Products = ["Quyết định công bố"],
            TimeText = "Quý II/2026",
            StatusText = result.Length > 0 ? "Đang thực hiện" : "",
            ResultText = result,
        };
        var assessed = new AssessedObligation(
            new Obligation(task, new Milestone { Kind = MilestoneKind.Date, Due = due, Reading = "Hạn là ngày cuối quý." }, "M1", agency),
            new DeadlineStatus(kind, due, due, workingDaysLeft));
        _obligations.Add(assessed);
        return assessed;
    }

    public static ReportedTask Says(
        AssessedObligation owed, string result, string status = "Hoàn thành", DateOnly? completed = null, string document = "", string difficulty = "",
        int row = 8) =>
        new(ObligationKey.Of(owed.Obligation), TaskProgress.Done, status, result, completed, document, difficulty, "Nhiệm vụ", row, $"F{row}", $"J{row}");

    public static ExtraTask DoesMore(string task, string result, int row = 20) =>
        new(task, "", TaskProgress.Done, "Hoàn thành", result, new DateOnly(2026, 5, 20), "12/BC", "", "Nhiệm vụ", FormattableString.Invariant($"B{row}"));

    public static ReportedFigure Gives(string code, double? value, string text = "", string note = "", string cell = "E6") =>
        new(code, value, text, note, "Chỉ tiêu", cell);

    public static ReportedSection Writes(int section, string text) => new(section, text, "Thuyết minh", FormattableString.Invariant($"A{section * 2 + 5}"));

    public static string FileOf(Agency agency, int version = 1) => FormattableString.Invariant($"bao-cao/2026-6T/{agency.Code}-v{version}.xlsx");

    public static string HashOf(Agency agency, int version = 1) =>
        string.Concat(Enumerable.Repeat(FormattableString.Invariant($"{agency.Code.Length % 10}{version}"), 32));

    public PeriodBuilder HandsIn(
        Agency agency, IReadOnlyList<ReportedTask>? tasks = null, IReadOnlyList<ReportedFigure>? figures = null,
        IReadOnlyList<ReportedSection>? sections = null, int daysLate = 0,
        IReadOnlyList<ExtraTask>? extra = null)
    {
        var submission = new SubmissionContent(FileOf(agency), HashOf(agency), Period.Code, agency.Code, tasks ?? [], figures ?? [], sections
            ?? []) { ExtraTasks = extra ?? [] };
        var received = new DateOnly(2026, 6, 17).AddDays(daysLate);
        _handIns.Add(
            new AgencySubmission(agency, daysLate > 0 ? SubmissionStatus.Late : SubmissionStatus.InTime, submission, 1, received, daysLate, RefusedFiles: 0));
        return Drops(agency, SubmissionState.Accepted, 1, "Bản hợp lệ mới nhất của cơ quan.");
    }

    public PeriodBuilder Misses(Agency agency, int workingDaysLate = 1, int refused = 0)
    {
        _handIns.Add(new AgencySubmission(agency, SubmissionStatus.Missing, null, 0, null, workingDaysLate, refused));
        return this;
    }

    public PeriodBuilder Drops(Agency agency, SubmissionState state, int version, string reason)
    {
        var saved = new DateTimeOffset(2026, 6, 17, 1, version, 0, TimeSpan.Zero);
        _files.Add(new UsedFile(FileOf(agency, version), HashOf(agency, version), agency.Code, state is SubmissionState.Accepted or SubmissionState.Replaced
            ? version : 0, saved, state, reason));
        return this;
    }

    public PeriodInputs Inputs() => new()
    {
        ProvinceName = "Tỉnh Mẫu",
        Period = Period,
        AsOf = AsOf,
        Due = new(2026, 6, 18),
        Obligations = _obligations,
        HandIns = _handIns,
        Files = _files,
        Indicators = _indicators,
        Directory = _agencies,
        Registers = [new SourceFile(Register, new string('a', 64), new DateTimeOffset(2026, 6, 18, 23, 15, 0, TimeSpan.Zero), _obligations.Count)],
    };

    public PeriodReport Report() => PeriodReportAssembler.Assemble(Inputs());
}
