using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Reports;

namespace CcHc.Adapters.Workbooks.Writing;

/// <summary>Standings and severities as a workbook says them (cách gọi), with the attention they want.</summary>
internal static class StandingWords
{
    public static string Of(Standing standing) => standing.Kind switch
    {
        StandingKind.Upcoming => StandingGroups.Of(standing).DisplayName(),
        StandingKind.DueToday => "Đến hạn hôm nay",
        StandingKind.Overdue => "Quá hạn",
        StandingKind.DoneInTime => "Hoàn thành đúng hạn",
        StandingKind.DoneLate => "Hoàn thành trễ hạn",
        StandingKind.DoneUndated => "Đã xong, chưa rõ ngày",
        StandingKind.Continuous => "Thường xuyên",
        StandingKind.Recurring => StandingGroups.Of(standing) == StandingGroup.DueSoon ? "Định kỳ, sắp đến hạn" : "Định kỳ",
        StandingKind.WaitingForEvent => "Chờ sự kiện",
        StandingKind.Dropped => "Không còn thực hiện",
        _ => "Chưa hiểu thời hạn",
    };

    public static RowTone ToneOf(Standing standing) => StandingGroups.Of(standing) switch
    {
        StandingGroup.Overdue => RowTone.Alarm,
        StandingGroup.DueSoon => RowTone.Attention,
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
