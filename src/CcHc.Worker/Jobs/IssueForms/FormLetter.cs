using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Wording;

namespace CcHc.Worker.Jobs.IssueForms;

/// <summary>The letter a form goes with (thư gửi biểu mẫu).</summary>
internal static class FormLetter
{
    public static Notice Write(ReportForm form, Agency standingBody) => Notice.Draw(
        $"[CCHC {form.ProvinceName}] Biểu mẫu báo cáo {form.Period.Name}" + (form.Due is { } day ? $", gửi trước hết ngày {Vietnamese.Day(day)}" : ""),
        [
            ($"Kính gửi {form.Agency.Name}: {standingBody.Name} gửi kèm biểu mẫu báo cáo cải cách hành chính {form.Period.Name}.", []),
            ("Thời gian", [.. Times(form)]),
            ("Nội dung", [.. Contents(form)]),
            ("Cách làm",
            [
                "Điền vào các ô có nền vàng; có thể dùng Excel, LibreOffice hoặc WPS.",
                "Để trống nghĩa là không có số liệu, không phải số 0.",
                $"Lưu tệp vào thư mục chung bao-cao/{form.Period.Code}/. Hệ thống kiểm tra và gửi thư phản hồi.",
                "Cần sửa thì sửa tệp rồi lưu lại: bản hợp lệ lưu sau cùng được dùng.",
            ]),
        ]);

    private static IEnumerable<string> Times(ReportForm form)
    {
        yield return $"Số liệu từ ngày {Vietnamese.Day(form.Period.Window.First)} đến hết ngày {Vietnamese.Day(form.Period.Window.Last)}";
        yield return form.Due is { } due ? $"Gửi chậm nhất {Vietnamese.WeekdayAndDay(due)}" : "Ngày gửi theo yêu cầu của cơ quan thường trực";
    }

    private static IEnumerable<string> Contents(ReportForm form)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{form.Rows.Count} nhiệm vụ, {form.Figures.Count} chỉ tiêu, {FormLayout.Sections.Count} phần thuyết minh");
    }
}
