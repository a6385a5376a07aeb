using CcHc.Core.Agencies;
using CcHc.Core.Deadlines;

namespace CcHc.Core.Regimes;

/// <summary>The regimes the product knows (chế độ báo cáo có sẵn).</summary>
public static class ReportingRegimes
{
    private static readonly ReportWindow CutOff = ReportWindow.CutOff(14);

    private static readonly string[] Province = [AgencyGroups.Departments, AgencyGroups.Districts];
    private static readonly string[] ProvinceAndCommunes = [.. Province, AgencyGroups.Communes];

    /// <summary>Nghị định 09/2019/NĐ-CP Điều 12; the 20th is the Ministry's day for CCHC reports, so a province usually asks earlier.</summary>
    public static ReportingRegime Decree09 { get; } = new(
        "nd-09-2019", "Chế độ báo cáo CCHC theo Nghị định 09/2019/NĐ-CP", "09/2019/NĐ-CP Điều 12; 581/BNV-CCHC",
        Usual(CutOff, new ReportDueDay(20), ProvinceAndCommunes));

    public static ReportingRegime SocTrang2021 { get; } = new(
        "soc-trang-2021", "Chế độ báo cáo CCHC tỉnh Sóc Trăng năm 2021", "142/KH-UBND ngày 24/12/2020, mục IV.1",
        Usual(CutOff, new ReportDueDay(18), Province));

    /// <summary>Names no day and no cut-off; the nine-month report stands for the third quarter's.</summary>
    public static ReportingRegime ThanhHoa2019 { get; } = new(
        "thanh-hoa-2019", "Chế độ báo cáo CCHC tỉnh Thanh Hóa năm 2019", "4784/QĐ-UBND ngày 30/11/2018, mục IV",
        [
            .. Usual(null, null, ProvinceAndCommunes),
            new ReportKind { Name = "Báo cáo 9 tháng", Frequency = Recurrence.NineMonths, Replaces = ["Q3"], OwedBy = ProvinceAndCommunes },
        ]);

    /// <summary>"Trước ngày 20": the 19th is the last day. The quarterly report is one of its own (kỷ luật, kỷ cương) which nothing replaces.</summary>
    public static ReportingRegime BacKan2007 { get; } = new(
        "bac-kan-2007", "Chế độ báo cáo CCHC tỉnh Bắc Kạn 2006-2010", "26/2007/QĐ-UBND ngày 09/02/2007, mục III.4",
        [
            new ReportKind { Name = "Báo cáo tháng về kết quả “một cửa”", Frequency = Recurrence.Monthly, OwedBy = Province },
            new ReportKind { Name = "Báo cáo quý về kỷ luật, kỷ cương hành chính", Frequency = Recurrence.Quarterly, Due = new(19), OwedBy = Province },
            new ReportKind { Name = "Báo cáo 6 tháng", Frequency = Recurrence.Semiannual, Due = new(19), OwedBy = Province },
            new ReportKind { Name = "Báo cáo năm", Frequency = Recurrence.Annual, Due = new(19), OwedBy = Province },
        ]);

    /// <summary>Names no day and no cut-off.</summary>
    public static ReportingRegime QuangNgai2018 { get; } = new(
        "quang-ngai-2018", "Chế độ báo cáo CCHC tỉnh Quảng Ngãi năm 2018", "2548/QĐ-UBND ngày 29/12/2017, mục III", Usual(null, null, Province));

    public static IReadOnlyList<ReportingRegime> All { get; } = [Decree09, SocTrang2021, ThanhHoa2019, BacKan2007, QuangNgai2018];

    public static ReportingRegime? ByCode(string code) => All.FirstOrDefault(r => string.Equals(r.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>Quarter, half-year and year; the half-year report stands for the second quarter's, the yearly one for the fourth's.</summary>
    private static IReadOnlyList<ReportKind> Usual(ReportWindow? window, ReportDueDay? due, IReadOnlyList<string> owedBy) =>
    [
        new() { Name = "Báo cáo quý", Frequency = Recurrence.Quarterly, Window = window, Due = due, OwedBy = owedBy },
        new() { Name = "Báo cáo 6 tháng", Frequency = Recurrence.Semiannual, Window = window, Due = due, Replaces = ["Q2"], OwedBy = owedBy },
        new() { Name = "Báo cáo năm", Frequency = Recurrence.Annual, Window = window, Due = due, Replaces = ["Q4"], OwedBy = owedBy },
    ];
}
