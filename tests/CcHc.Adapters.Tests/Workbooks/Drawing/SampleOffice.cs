using CcHc.Core.Agencies;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;

namespace CcHc.Adapters.Tests.Workbooks.Drawing;

/// <summary>A made-up province with two registers, four agencies and one obligation of each kind.</summary>
internal static class SampleOffice
{
    public const string Register = "so-theo-doi/Kế hoạch CCHC 2026.xlsx";
    public const string OddlyNamedRegister = "so-theo-doi/xã A & B/sổ #2 100%.xlsx";

    public static readonly DateOnly AsOf = new(2026, 6, 30);

    public static readonly IReadOnlyList<Agency> Agencies =
    [
        new() { Code = "SNV", Name = "Sở Nội vụ" },
        new() { Code = "STP", Name = "Sở Tư pháp" },
        new() { Code = "SKHCN", Name = "Sở Khoa học và Công nghệ" },
        new() { Code = "TTPVHCC", Name = "Trung tâm Phục vụ hành chính công" },
    ];

    public static KnownFinding Known(Finding finding, DateOnly first, DateOnly last, DateOnly? gone = null) =>
        new() { Finding = finding, FirstSeen = first, LastSeen = last, GoneOn = gone };

    public static Agency Agency(string code) => Agencies.Single(agency => agency.Code == code);

    public static RegisterTask Task(int row, string text, TaskArea area = TaskArea.Procedures, string file = Register, string sheet = "Phụ lục 01") => new()
    {
        Key = $"{file}/{sheet}/{row}",
        Place = new SourcePlace(file, sheet, row, $"B{row}", $"F{row}", $"D{row}"),
        Number = $"{(int)area + 1}.{row}",
        Area = area,
        Text = text,
        Products = ["Kế hoạch", "Báo cáo kết quả"],
        LeadText = "Sở Tư pháp",
        TimeText = "Quý II/2026",
        PlanYear = 2026,
        StatusText = "Đang làm",
    };

    public static AssessedObligation Owed(RegisterTask task, string agency, StatusKind kind, DateOnly? due = null, int? workingDaysLeft = null,
        string? label = null) => new(
        new Obligation(task, new Milestone { Kind = MilestoneKind.Quarter, Due = due, Label = label, Reading = "Quý II năm 2026: hạn là ngày cuối quý." }, "m1",
            Agency(agency)),
        new DeadlineStatus(kind, due, due, workingDaysLeft));

    public static IReadOnlyList<AssessedObligation> Obligations { get; } =
    [
        Owed(Task(5, "Rà soát văn bản hết hiệu lực", TaskArea.Institutions), "STP", StatusKind.Overdue, new(2026, 6, 19), -7, "Báo cáo rà soát"),
        Owed(Task(6, "Công bố danh mục thủ tục giải quyết tại một cửa"), "SNV", StatusKind.DueToday, AsOf, 0),
        Owed(Task(6, "Công bố danh mục thủ tục giải quyết tại một cửa"), "TTPVHCC", StatusKind.DoneInTime, AsOf, 0),
        Owed(Task(7, "Số hóa hồ sơ còn hiệu lực", TaskArea.Modernisation), "SKHCN", StatusKind.Upcoming, new(2026, 12, 31), 130),
        Owed(Task(8, "Tuyên truyền về dịch vụ công", TaskArea.Communication, OddlyNamedRegister, "Bảng 'A'"), "SNV", StatusKind.Continuous),
        Owed(Task(9, "Báo cáo kết quả cải cách hành chính", TaskArea.Steering, OddlyNamedRegister, "Bảng 'A'"), "SNV", StatusKind.Overdue,
            new(2026, 4, 1), -62),
        Owed(Task(10, "Giảm thời gian giải quyết", file: OddlyNamedRegister, sheet: "Bảng 'A'"), "STP", StatusKind.NotUnderstood),
    ];

    public static IReadOnlyList<Finding> Findings { get; } =
    [
        new(Severity.Error, "time-not-understood", OddlyNamedRegister, "Bảng 'A'", "F10", "Không hiểu thời hạn “khi thuận lợi”.",
            "Gõ một ngày, một tháng hoặc một quý."),
        new(Severity.Warning, "unknown-agency", Register, "Phụ lục 01", "D6", "“Tổ một cửa” không có trong danh bạ.", "Thêm tên này vào cột Tên gọi khác."),
        new(Severity.Info, "file-has-macros", Register, null, null, "Tệp có macro; macro không được chạy.", "Không cần làm gì."),
    ];

    public static IReadOnlyList<SourceFile> Sources { get; } =
    [
        new(Register, new string('a', 64), new DateTimeOffset(2026, 6, 29, 23, 15, 0, TimeSpan.Zero), 3),
        new(OddlyNamedRegister, new string('b', 64), new DateTimeOffset(2026, 6, 28, 23, 15, 0, TimeSpan.Zero), 3, IsYesterdays: true),
    ];

    public static DailyStatusReport Report(IReadOnlyList<AssessedObligation>? obligations = null, IReadOnlyList<Finding>? findings = null) =>
        StatusReportAssembler.Assemble("Tỉnh Mẫu", obligations ?? Obligations, findings ?? Findings, Sources, Agencies, AsOf);
}
