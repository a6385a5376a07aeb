using CcHc.Core.PeriodReports.Consolidation.Figures;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.StatusReport;

namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>The three parts a comparison is printed in.</summary>
public enum KeyNumberPart { Tasks, HandIns, Figures }

/// <summary>A number every period has (số liệu chính), which one period's report is compared with another's by.</summary>
/// <param name="Key">As in <see cref="PeriodFact"/>.</param>
/// <param name="Value">Null for a blank.</param>
/// <param name="IsShare">A fraction, printed as a percentage.</param>
public sealed record KeyNumber(KeyNumberPart Part, string Key, string Label, string Unit, double? Value, bool IsShare = false)
{
    private const string Task = "đầu việc";
    private const string Report = "báo cáo";

    internal static IReadOnlyList<KeyNumber> Of(StatusCounts tasks, SubmissionCounts handIns, IReadOnlyList<FigureSummary> figures) =>
    [
        new(KeyNumberPart.Tasks, "total/all", "Tổng số đầu việc", Task, tasks.Total),
        new(KeyNumberPart.Tasks, "total/done-in-time", "Hoàn thành đúng hạn", Task, tasks.DoneInTime),
        new(KeyNumberPart.Tasks, "total/done-late", "Hoàn thành trễ hạn", Task, tasks.DoneLate),
        new(KeyNumberPart.Tasks, "total/done-undated", "Đã xong, chưa rõ ngày", Task, tasks.DoneUndated),
        new(KeyNumberPart.Tasks, "total/overdue", "Quá hạn chưa hoàn thành", Task, tasks.Overdue),
        new(KeyNumberPart.Tasks, "total/due-soon", "Sắp đến hạn", Task, tasks.DueSoon),
        new(KeyNumberPart.Tasks, "total/upcoming", "Chưa đến hạn", Task, tasks.Upcoming),
        new(KeyNumberPart.Tasks, "total/other", "Khác", Task, tasks.Other),
        new(KeyNumberPart.Tasks, "total/on-time-rate", "Tỷ lệ đúng hạn", "%", tasks.OnTimeRate, IsShare: true),
        new(KeyNumberPart.HandIns, "hand-in/owed", "Số cơ quan phải báo cáo", "cơ quan", handIns.Owed),
        new(KeyNumberPart.HandIns, "hand-in/in-time", "Gửi đúng hạn", Report, handIns.InTime),
        new(KeyNumberPart.HandIns, "hand-in/late", "Gửi trễ hạn", Report, handIns.Late),
        new(KeyNumberPart.HandIns, "hand-in/missing", "Chưa gửi", Report, handIns.Missing),
        new(KeyNumberPart.HandIns, "hand-in/received-rate", "Tỷ lệ đã gửi", "%", handIns.ReceivedRate, IsShare: true),
        .. figures.Where(figure => figure.Indicator is { Kind: not IndicatorKind.Text } and not { Total: TotalRule.None, RatioOf: null })
            .Select(figure => new KeyNumber(
                KeyNumberPart.Figures, KeyOf(figure.Indicator), $"{figure.Indicator.Code}. {figure.Indicator.Name}", figure.Indicator.Unit, figure.Total,
                IsShareOf(figure.Indicator))),
    ];

    internal static string KeyOf(Indicator indicator) => "figure/" + indicator.Code;

    private static bool IsShareOf(Indicator indicator) => indicator.Kind == IndicatorKind.Rate;
}
