using CcHc.Core.Registers.Status;

namespace CcHc.Core.PeriodReports.Forms;

/// <summary>
/// Names and words of a form (bố cục biểu mẫu) that writer and reader share. A change that an older reader would misunderstand takes a new
/// <see cref="Version"/>.
/// </summary>
public static class FormLayout
{
    /// <summary>Grows with every change of sheets or columns.</summary>
    public const string Version = "CCHC-1";

    public const string TaskSheet = "Nhiệm vụ";
    public const string FigureSheet = "Chỉ tiêu";
    public const string NarrativeSheet = "Thuyết minh";
    /// <summary>Hidden; two columns: name and value.</summary>
    public const string HiddenSheet = "_cchc";

    // Columns of the task sheet, by their headings.
    public const string NumberColumn = "STT";
    public const string TaskColumn = "Nhiệm vụ";
    public const string ProductColumn = "Sản phẩm";
    /// <summary>The field of the programme, below it the plan that gives the task.</summary>
    public const string OriginColumn = "Lĩnh vực, kế hoạch";
    public const string DueColumn = "Thời hạn";
    public const string PreviousColumn = "Kết quả kỳ trước";
    public const string ResultColumn = "Kết quả thực hiện";
    public const string StatusColumn = "Tình trạng";
    public const string CompletedColumn = "Ngày hoàn thành";
    public const string DocumentColumn = "Số, ký hiệu văn bản";
    public const string DifficultyColumn = "Khó khăn, kiến nghị";
    /// <summary>A hidden column: the key of the row travels with it wherever it is sorted.</summary>
    public const string KeyColumn = "Mã dòng";

    /// <summary>Begins the line above the rows for work outside the plans (việc phát sinh), and is what it is known by.</summary>
    public const string ExtraHeading = "Việc phát sinh ngoài kế hoạch";
    /// <summary>Begins the key of such a row; no obligation's key has a dash.</summary>
    public const string ExtraKey = "PS-";
    public const int ExtraRows = 5;

    // Columns of the figure sheet.
    public const string CodeColumn = "Mã";
    public const string FigureColumn = "Chỉ tiêu";
    public const string UnitColumn = "Đơn vị tính";
    public const string PreviousFigureColumn = "Kỳ trước";
    public const string ValueColumn = "Kỳ này";
    public const string NoteColumn = "Giải trình";

    // Names of the hidden entries.
    public const string VersionEntry = "mau";
    public const string PeriodEntry = "ky";
    public const string AgencyEntry = "co-quan";
    public const string TokenEntry = "ma-kiem";
    /// <summary>One entry a row of the task sheet, as issued: its key.</summary>
    public const string RowEntry = "dong";
    /// <summary>One entry a figure, as issued: its code.</summary>
    public const string FigureEntry = "chi-tieu";

    /// <summary>The words the status list offers, in its order.</summary>
    public static IReadOnlyList<string> StatusChoices => TaskProgressText.Choices;

    /// <summary>The narrative's sections in order. On the sheet each heading stands in column A, the answer in the cell below it.</summary>
    public static IReadOnlyList<string> Sections { get; } =
    [
        "I. Công tác chỉ đạo, điều hành",
        "II. Kết quả nổi bật trên các lĩnh vực",
        "III. Tồn tại, hạn chế và nguyên nhân",
        "IV. Nhiệm vụ trọng tâm kỳ tới và kiến nghị, đề xuất",
    ];
}
