using System.Globalization;
using System.Text;
using CcHc.Core.Calendars;

namespace CcHc.Adapters.Alerts;

/// <summary>What SU-CO.txt and the alarm mail say, in plain Vietnamese.</summary>
internal static class AlarmText
{
    public static string Page(IReadOnlyList<Alarm> alarms, string province, IReadOnlyList<string> admins) => new StringBuilder()
        .Append("PHẦN MỀM NHẮC VIỆC CẢI CÁCH HÀNH CHÍNH ").Append(province.ToUpperInvariant()).Append(" ĐANG CÓ SỰ CỐ\n\n")
        .Append("Tệp này do phần mềm ghi và tự xóa khi mọi việc trở lại bình thường.\n\n")
        .AppendJoin('\n', alarms.Select(Section))
        .Append('\n').Append(WhomToCall(admins)).Append('\n')
        .ToString();

    public static string Subject(Alarm alarm, string province) => $"[CCHC {province}] Sự cố: công việc “{alarm.Job}” không chạy được";

    public static string Section(Alarm alarm) =>
        $"""
        Công việc: {alarm.Job}
        Bắt đầu:   {Moment(alarm.Since)}
        Gần nhất:  {Moment(alarm.Last)}
        Máy báo:   {OneLine(alarm.Trouble)}
        Cần làm:   {AlarmAdvice.Of(alarm.Trouble)}

        """.ReplaceLineEndings("\n");

    public static string WhomToCall(IReadOnlyList<string> admins) => admins.Count > 0
        ? $"Người cần báo: {string.Join(", ", admins)}."
        : "Người cần báo: quản trị viên (chưa ghi địa chỉ nào ở mục recipients: admin của jobs.yml).";

    private static string Moment(DateTimeOffset at) => OfficeTime.Of(at).ToString("HH:mm 'ngày' d/M/yyyy", CultureInfo.InvariantCulture);

    private static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
