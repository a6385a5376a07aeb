using CcHc.Core.Agencies;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Regimes;
using CcHc.Core.Sheets;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.PeriodReports.Submissions;

/// <summary>A filled form as lines of text, right as it stands; a test changes what it is about.</summary>
internal sealed class FilledForm
{
    public const string File = "bao-cao/2026-Q2/STP - Báo cáo quý II.xlsx";

    public static readonly DateOnly Today = new(2026, 6, 20);

    public static readonly IReadOnlyList<Agency> Agencies =
    [
        new() { Code = "SNV", Name = "Sở Nội vụ", Group = AgencyGroups.Departments },
        new() { Code = "STP", Name = "Sở Tư pháp", Group = AgencyGroups.Departments },
        new() { Code = "SYT", Name = "Sở Y tế", Group = AgencyGroups.Departments },
        new() { Code = "BQL", Name = "Ban Quản lý khu kinh tế" },
    ];

    public static readonly IReadOnlyList<ReportPeriod> Quarters =
        [.. new ReportKind { Name = "Báo cáo quý", Frequency = Recurrence.Quarterly, Window = ReportWindow.CutOff(14),
            Due = new ReportDueDay(18) }.Periods(2026)];

    public static readonly IReadOnlyList<IssuedRow> Rows =
    [
        new("KEYAAAAAAAA1", "Ban hành kế hoạch rà soát thủ tục hành chính", "Kế hoạch"),
        new("KEYBBBBBBBB2", "Công bố danh mục thủ tục giải quyết tại bộ phận một cửa", "Quyết định"),
        new("KEYCCCCCCCC3", "Số hóa hồ sơ còn hiệu lực của các lĩnh vực thuộc sở", "Kho dữ liệu"),
        new("KEYDDDDDDDD4", "Tuyên truyền về dịch vụ công trực tuyến", "Tin, bài"),
    ];

    public static readonly IReadOnlyList<Indicator> Indicators =
    [
        new() { Code = "CT01", Name = "Số hồ sơ đã giải quyết", Unit = "hồ sơ", Total = TotalRule.Sum },
        new() { Code = "CT02", Name = "Số hồ sơ giải quyết đúng hạn", Unit = "hồ sơ", Total = TotalRule.Sum },
        new() { Code = "CT03", Name = "Tỷ lệ đúng hạn", Unit = "%", Kind = IndicatorKind.Rate, Total = TotalRule.Ratio, RatioOf = ("CT02", "CT01") },
        new() { Code = "CT04", Name = "Kinh phí", Unit = "triệu đồng", Kind = IndicatorKind.Decimal, Least = 0, Greatest = 5000 },
        new() { Code = "CT05", Name = "Mức độ hài lòng", Unit = "%", Kind = IndicatorKind.Rate },
        new() { Code = "CT06", Name = "Mô hình mới", Kind = IndicatorKind.Text },
    ];

    public string Path { get; set; } = File;

    /// <summary>Null once the hidden sheet is gone.</summary>
    public List<string>? Hidden { get; set; } = HiddenOf("STP", "2026-Q2");

    public string TaskSheet { get; set; } = FormLayout.TaskSheet;

    /// <summary>Row 1 is the title, row 3 the headings, the issued rows stand from row 4.</summary>
    public List<string> Tasks { get; set; } =
    [
        "BÁO CÁO KẾT QUẢ CẢI CÁCH HÀNH CHÍNH QUÝ II/2026",
        "Cơ quan báo cáo: Sở Tư pháp",
        "STT|Nhiệm vụ|Sản phẩm|Thời hạn|Kết quả kỳ trước|Kết quả thực hiện|Tình trạng|Ngày hoàn thành|Số, ký hiệu văn bản|Khó khăn, kiến nghị|Mã dòng",
        $"1|{Rows[0].Task}|Kế hoạch|31/03/2026||Đã ban hành kế hoạch|Hoàn thành|@15/5/2026|123/KH-STP||KEYAAAAAAAA1",
        $"2|{Rows[1].Task}|Quyết định|30/06/2026||Đang trình|Đang thực hiện|||Thiếu người|KEYBBBBBBBB2",
        $"3|{Rows[2].Task}|Kho dữ liệu|31/12/2026||Chưa có kinh phí|Chưa thực hiện||||KEYCCCCCCCC3",
        $"4|{Rows[3].Task}|Tin, bài|||Đã chuyển cơ quan khác|Không còn thực hiện||||KEYDDDDDDDD4",
    ];

    /// <summary>Row 2 is the headings, CT01 stands in row 3.</summary>
    public List<string> Figures { get; set; } =
    [
        "SỐ LIỆU QUÝ II/2026",
        "Mã|Chỉ tiêu|Đơn vị tính|Kỳ trước|Kỳ này|Giải trình",
        "CT01|Số hồ sơ đã giải quyết|hồ sơ|100|200|",
        "CT02|Số hồ sơ giải quyết đúng hạn|hồ sơ|90|190|",
        "CT03|Tỷ lệ đúng hạn|%||0.95|",
        "CT04|Kinh phí|triệu đồng||12.5|đã quyết toán",
        "CT05|Mức độ hài lòng|%||0.9|",
        "CT06|Mô hình mới|||Ngày thứ Sáu không hẹn|",
    ];

    public List<string> Narrative { get; set; } =
    [
        "THUYẾT MINH QUÝ II/2026", FormLayout.Sections[0], "Đã ban hành 3 văn bản.", FormLayout.Sections[1], "Tiếp nhận trực tuyến 90%.",
        FormLayout.Sections[2], "Thiếu nhân lực.", FormLayout.Sections[3], "Đề nghị tập huấn.",
    ];

    public Func<WorkbookContent, WorkbookContent> Last { get; set; } = workbook => workbook;

    public static List<string> HiddenOf(string agency, string period, string version = FormLayout.Version) =>
    [
        $"{FormLayout.VersionEntry}|{version}", $"{FormLayout.PeriodEntry}|{period}", $"{FormLayout.AgencyEntry}|{agency}",
        $"{FormLayout.TokenEntry}|{FormToken.Of(version, period, agency)}", .. Rows.Select(row => $"{FormLayout.RowEntry}|{row.Key}"),
    ];

    /// <summary>Forms of the first two quarters for Sở Tư pháp and Sở Y tế.</summary>
    public static ReportExpectations Expected(IReadOnlyList<Indicator>? indicators = null, IReadOnlyList<string>? issuedFigures = null) => new(
        [.. Quarters.Take(2)],
        [
            .. from code in new[] { "2026-Q1", "2026-Q2" }
               from agency in new[] { "STP", "SYT" }
               select new IssuedForm(code, agency, FormLayout.Version, new DateOnly(2026, 6, 1), Rows, issuedFigures
                   ?? [.. Indicators.Select(indicator => indicator.Code)]),
        ],
        new AgencyDirectory(Agencies), indicators ?? Indicators, Today);

    public FilledForm Task(int row, string line) => Change(Tasks, row, line);

    public FilledForm Figure(string code, string value, string note = "")
    {
        var row = Figures.FindIndex(line => line.StartsWith(code + "|", StringComparison.Ordinal));
        var cells = Figures[row].Split('|');
        return Change(Figures, row + 1, string.Join('|', [.. cells.Take(4), value, note]));
    }

    public WorkbookContent Build()
    {
        List<Sheet> sheets = [];
        Add(TaskSheet, Tasks);
        Add(FormLayout.FigureSheet, Figures);
        Add(FormLayout.NarrativeSheet, Narrative);
        if (Hidden is { } hidden)
        {
            sheets.Add(SheetBuilder.Sheet(FormLayout.HiddenSheet, hidden) with { IsHidden = true });
        }

        return Last(SheetBuilder.Workbook(Path, [.. sheets]));

        void Add(string name, List<string> lines)
        {
            if (lines.Count > 0)
            {
                sheets.Add(SheetBuilder.Sheet(name, lines));
            }
        }
    }

    public SubmissionReading Read(ReportExpectations? expected = null) => SubmissionReader.Read(Build(), expected ?? Expected());

    /// <summary>The one finding there is beside what the test expects anyway.</summary>
    public Finding OnlyFinding(ReportExpectations? expected = null) => Assert.Single(Read(expected).Findings);

    private FilledForm Change(List<string> lines, int row, string line)
    {
        lines[row - 1] = line;
        return this;
    }
}
