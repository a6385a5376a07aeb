using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Registers;
using CcHc.Core.Tests.PeriodReports.Consolidation;
using static CcHc.Core.Tests.PeriodReports.Consolidation.PeriodBuilder;

namespace CcHc.Adapters.Tests.Workbooks.Drawing;

/// <summary>A period of a made-up province of 28 agencies: most have reported, some late, some not.</summary>
internal static class SamplePeriod
{
    private static readonly (string Code, string Name, string Group)[] Names =
    [
        ("VPUB", "Văn phòng UBND tỉnh", "Sở, ban, ngành"), ("SNV", "Sở Nội vụ", "Sở, ban, ngành"), ("STP", "Sở Tư pháp", "Sở, ban, ngành"),
        ("STC", "Sở Tài chính", "Sở, ban, ngành"),
        ("SKHCN", "Sở Khoa học và Công nghệ", "Sở, ban, ngành"), ("SXD", "Sở Xây dựng", "Sở, ban, ngành"),
        ("SNNMT", "Sở Nông nghiệp và Môi trường", "Sở, ban, ngành"),
        ("SYT", "Sở Y tế", "Sở, ban, ngành"), ("SGDDT", "Sở Giáo dục và Đào tạo", "Sở, ban, ngành"), ("SCT", "Sở Công Thương", "Sở, ban, ngành"),
        ("SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch", "Sở, ban, ngành"), ("TTT", "Thanh tra tỉnh", "Sở, ban, ngành"),
        ("BQLKCN", "Ban Quản lý các khu công nghiệp tỉnh", "Sở, ban, ngành"), ("TTPVHCC", "Trung tâm Phục vụ hành chính công tỉnh", "Đơn vị khác"),
        ("CAT", "Công an tỉnh", "Đơn vị khác"),
        ("BPTTH", "Báo và Phát thanh, truyền hình tỉnh Mẫu", "Đơn vị khác"), ("P-HOA-MAU", "UBND phường Hòa Mẫu", "UBND cấp xã"),
        ("P-TAN-MAU", "UBND phường Tân Mẫu", "UBND cấp xã"),
        ("P-BEN-MAU", "UBND phường Bến Mẫu", "UBND cấp xã"), ("X-SUOI-MO", "UBND xã Suối Mơ", "UBND cấp xã"), ("X-DONG-SEN", "UBND xã Đồng Sen", "UBND cấp xã"),
        ("X-RUNG-THONG", "UBND xã Rừng Thông", "UBND cấp xã"), ("X-CAU-DA", "UBND xã Cầu Đá", "UBND cấp xã"), ("X-BAI-BOI", "UBND xã Bãi Bồi", "UBND cấp xã"),
        ("X-DEO-GIO", "UBND xã Đèo Gió", "UBND cấp xã"), ("X-LUA-VANG", "UBND xã Lúa Vàng", "UBND cấp xã"), ("X-HO-XANH", "UBND xã Hồ Xanh", "UBND cấp xã"),
        ("X-NUI-TUONG", "UBND xã Núi Tượng", "UBND cấp xã"),
    ];

    private static readonly (TaskArea Area, string Text)[] Tasks =
    [
        (TaskArea.Institutions, "Lập danh mục văn bản của tỉnh còn nhắc đến cấp huyện và đề xuất cách xử lý cho khớp với chính quyền địa phương hai cấp"),
        (TaskArea.Procedures, "Rà soát và trình phương án cắt giảm ít nhất 30% thời gian giải quyết của nhóm thủ tục đầu tư, đất đai, xây dựng"),
        (TaskArea.Procedures, "Công bố danh mục thủ tục giải quyết tại một cửa"),
        (TaskArea.Organisation, "Sắp xếp tổ chức bên trong của cơ quan sau hợp nhất"),
        (TaskArea.CivilService, "Bồi dưỡng kỹ năng số cho công chức tiếp nhận hồ sơ"),
        (TaskArea.Modernisation, "Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực"),
        (TaskArea.Communication, "Tuyên truyền về dịch vụ công trực tuyến đến từng thôn, tổ dân phố"),
    ];

    private static readonly (StatusKind Kind, int? Days)[] Standings =
    [
        (StatusKind.DoneInTime, 4), (StatusKind.Overdue, -7), (StatusKind.Upcoming, 30), (StatusKind.DoneInTime, 1), (StatusKind.DoneLate, -3),
        (StatusKind.Upcoming, 5),
        (StatusKind.Continuous, null), (StatusKind.DoneInTime, 9), (StatusKind.Overdue, -41), (StatusKind.NotUnderstood, null), (StatusKind.DoneInTime, 2),
    ];

    public static readonly IReadOnlyList<Indicator> Indicators =
    [
        Figure("CT01", TotalRule.Sum, name: "Số văn bản quy phạm pháp luật đã rà soát trong kỳ", unit: "văn bản"),
        Figure("CT03", TotalRule.Sum, name: "Số hồ sơ thủ tục hành chính tiếp nhận trong kỳ"),
        Figure("CT04", TotalRule.Sum, name: "Số hồ sơ tiếp nhận trực tuyến toàn trình"),
        Figure("CT06", TotalRule.Ratio, IndicatorKind.Rate, "Tỷ lệ hồ sơ nộp trực tuyến", "%") with { RatioOf = ("CT04", "CT03") },
        Figure("CT10", TotalRule.Average, IndicatorKind.Decimal, "Mức độ hài lòng của người dân tại nơi tiếp nhận hồ sơ",
            "điểm (thang 100)") with { Groups = [AgencyGroups.Communes] },
        Figure("CT11", TotalRule.Largest, name: "Thời gian chờ lâu nhất của một lượt giao dịch tại quầy",
            unit: "phút") with { Groups = [AgencyGroups.Communes] },
        Figure("CT20", TotalRule.None, IndicatorKind.Text, "Cách làm hay của cơ quan trong kỳ", ""),
        Figure("CT21", TotalRule.Sum, name: "Số cuộc kiểm tra kỷ luật, kỷ cương đã thực hiện", unit: "cuộc") with { Groups = ["Cơ quan kiểm tra"] },
    ];

    public static PeriodInputs Inputs(int agencies = 28)
    {
        var period = new PeriodBuilder();
        foreach (var indicator in Indicators)
        {
            period.Ask(indicator);
        }

        for (var i = 0; i < agencies; i++)
        {
            var agency = period.Agency(Names[i].Code, Names[i].Name, Names[i].Group);
            var owed = Enumerable.Range(0, 3).Select(k => Owed(period, agency, i, k)).ToList();
            switch (i % 9)
            {
                case 5:
                    period.Misses(agency, workingDaysLate: 1, refused: i % 2);
                    if (i % 2 == 1)
                    {
                        period.Drops(agency, SubmissionState.Refused, 1, "Tệp là biểu mẫu của năm trước, không phải của kỳ này.");
                    }

                    break;
                case 7:
                    HandIn(period, agency, i, owed, daysLate: 1);
                    period.Drops(agency, SubmissionState.Replaced, 0, "Bản 1 được gửi sau và được tính.");
                    break;
                default:
                    HandIn(period, agency, i, owed, daysLate: 0);
                    break;
            }
        }

        return period.Inputs() with
        {
            Findings =
            [
                new Finding(Severity.Warning, "unknown-agency", Register, "Phân công", "D6", "“Tổ một cửa” không có trong danh bạ.",
                    "Thêm tên này vào cột Tên gọi khác."),
                new Finding(Severity.Error, "form-of-another-year", "bao-cao/2026-6T/SXD-v1.xlsx", null, null, "Tệp là biểu mẫu của năm trước.",
                    "Hãy điền biểu mẫu của kỳ này trong thư mục bieu-mau/2026-6T."),
            ],
        };
    }

    public static PeriodReport Report() => PeriodReportAssembler.Assemble(Inputs());

    /// <summary>The same period run again after closing, beside an earlier one of its own and of the year before.</summary>
    public static PeriodReport Rerun()
    {
        var frozen = PeriodFactList.Of(PeriodReportAssembler.Assemble(Inputs(agencies: 27)));
        var before = PeriodFactList.Of(PeriodReportAssembler.Assemble(Inputs(agencies: 20))) with { PeriodCode = "2026-Q1", PeriodName = "Quý I/2026" };
        var yearBefore =
            PeriodFactList.Of(PeriodReportAssembler.Assemble(Inputs(agencies: 14))) with { PeriodCode = "2025-6T", PeriodName = "6 tháng đầu năm 2025" };
        return PeriodReportAssembler.Assemble(Inputs() with { Frozen = frozen, Previous = before, YearBefore = yearBefore, Version = 2, IsClosing = true });
    }

    private static AssessedObligation Owed(PeriodBuilder period, Agency agency, int number, int k)
    {
        var (kind, days) = Standings[(number * 3 + k * 5) % Standings.Length];
        var task = (number + k * 2) % Tasks.Length;
        return period.Owe(agency, task + 6, kind, days, Tasks[task].Area, Tasks[task].Text, result: "Đang lấy ý kiến");
    }

    private static void HandIn(PeriodBuilder period, Agency agency, int number, IReadOnlyList<AssessedObligation> owed, int daysLate)
    {
        var isCommune = agency.Group == AgencyGroups.Communes;
        List<ReportedTask> tasks =
        [
            Says(owed[0], "Đã ban hành và công khai trên trang thông tin của cơ quan; đã niêm yết tại nơi tiếp nhận.", completed: new(2026, 5, 4 + number % 20),
                document: $"{100 + number}/QĐ-{agency.Code}", row: 8),
            Says(owed[1], "Đang lấy ý kiến các cơ quan liên quan.", "Đang thực hiện", difficulty: number % 3 == 0
                ? "Thiếu người làm công nghệ thông tin; đề nghị tỉnh hỗ trợ thuê dịch vụ." : "", row: 9),
        ];
        List<ReportedFigure> figures =
        [
            Gives("CT01", number % 4 == 0 ? null : number, cell: "E6"), Gives("CT03", 1000 + 37 * number, cell: "E7"),
            Gives("CT04", number % 5 == 0 ? null : 700 + 29 * number, cell: "E8"),
            Gives("CT20", null, number == 2 ? "“Ngày thứ Sáu không viết”: cả ngày chỉ trao đổi qua hệ thống quản lý văn bản." : "", cell: "E11"),
        ];
        if (isCommune)
        {
            figures.AddRange([Gives("CT10", 80 + number * 0.35, note: "Khảo sát 200 người.", cell: "E9"), Gives("CT11", 5 + number, cell: "E10")]);
        }

        ReportedSection[] sections =
        [
            Writes(0, "Cơ quan đã ban hành kế hoạch cải cách hành chính năm 2026, phân công rõ người, rõ việc.\nĐã tổ chức 02 cuộc họp kiểm điểm tiến độ."),
            Writes(2, number % 2 == 0 ? "Việc số hóa hồ sơ cũ còn chậm do thiếu máy quét và người làm." : ""),
            Writes(3, number % 3 == 0 ? "Đề nghị Sở Nội vụ tập huấn sử dụng biểu mẫu báo cáo mới." : ""),
        ];
        period.HandsIn(agency, tasks, figures, sections, daysLate);
    }
}
