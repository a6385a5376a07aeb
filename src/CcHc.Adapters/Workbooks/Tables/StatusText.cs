using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.StatusReport;

namespace CcHc.Adapters.Workbooks.Tables;

/// <summary>Standings and severities as a workbook says them (cách gọi), with the attention they want.</summary>
internal static class StatusText
{
    /// <summary>Of an open obligation whose agency says so and nobody at the office has decided yet.</summary>
    public const string SaidDone = "Cơ quan báo đã xong";

    public static string Of(DeadlineStatus standing) => standing.Kind switch
    {
        StatusKind.Upcoming => StatusGroups.Of(standing).DisplayName(),
        StatusKind.DueToday => "Đến hạn hôm nay",
        StatusKind.Overdue => "Quá hạn",
        StatusKind.DoneInTime => "Hoàn thành đúng hạn",
        StatusKind.DoneLate => "Hoàn thành trễ hạn",
        StatusKind.DoneUndated => "Đã xong, chưa rõ ngày",
        StatusKind.Continuous => "Thường xuyên",
        StatusKind.Recurring => StatusGroups.Of(standing) == StatusGroup.DueSoon ? "Định kỳ, sắp đến hạn" : "Định kỳ",
        StatusKind.WaitingForEvent => "Chờ sự kiện",
        StatusKind.Dropped => "Không còn thực hiện",
        _ => "Chưa xác định thời hạn",
    };

    public static RowTone ToneOf(DeadlineStatus standing) => StatusGroups.Of(standing) switch
    {
        StatusGroup.Overdue => RowTone.Alarm,
        StatusGroup.DueSoon => RowTone.Attention,
        _ => RowTone.Plain,
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "Lỗi",
        Severity.Warning => "Cảnh báo",
        _ => "Lưu ý",
    };

    public static RowTone ToneOf(Severity severity) => severity switch
    {
        Severity.Error => RowTone.Alarm,
        Severity.Warning => RowTone.Attention,
        _ => RowTone.Plain,
    };
}
