namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>The sheets of a period's workbook (các trang), by name and in order; a dropped file says which of them it went into.</summary>
public static class PeriodSheets
{
    public const string Summary = "Tổng hợp";
    public const string ByArea = "Theo lĩnh vực";
    public const string Details = "Chi tiết";
    public const string Overdue = "Quá hạn";
    public const string Figures = "Chỉ tiêu";
    public const string AgencyFigures = "Chỉ tiêu theo cơ quan";
    public const string FigureSources = "Nguồn chỉ tiêu";
    public const string Comparison = "So sánh";
    public const string Difficulties = "Khó khăn, kiến nghị";
    public const string Extra = "Việc phát sinh";
    public const string HandIns = "Gửi báo cáo";
    public const string Missing = "Chưa báo cáo";
    public const string Differences = "Khác biệt";
    public const string Findings = "Cảnh báo";
    public const string Sources = "Nguồn";

    /// <summary>Not a sheet but the narrative report, which takes the agencies' wording.</summary>
    public const string Narrative = "Báo cáo lời văn";
}
