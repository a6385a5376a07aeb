using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Wording;

namespace CcHc.Worker.Jobs.IssueForms;

/// <summary>The letter a form goes with (thư gửi biểu mẫu).</summary>
internal static class FormLetter
{
    /// <param name="shownFolder">The shared folder as the agency finds it; empty when that is not known.</param>
    public static Notice Write(ReportForm form, Agency standingBody, string shownFolder, string signature) => Notice.Draw(
        $"[CCHC {form.ProvinceName}] Biểu mẫu báo cáo {form.Period.Name}" + (form.Due is { } day ? $", gửi chậm nhất ngày {Vietnamese.Day(day)}" : ""),
        $"Kính gửi: {form.Agency.Name}",
        $"{standingBody.Name} gửi quý cơ quan biểu mẫu báo cáo cải cách hành chính {form.Period.Name} (tệp kèm).",
        [
            ("Thời gian", [.. Times(form)]),
            ("Nội dung", [.. Contents(form)]),
            ("Cách điền",
            [
                "Điền vào các ô có nền vàng; dùng Excel, LibreOffice hoặc WPS.",
                "Để trống nghĩa là không có số liệu, không phải số 0.",
            ]),
            ("Nơi nộp",
            [
                $"Lưu tệp vào thư mục {PlaceOf(form, shownFolder)};",
                "hoặc trả lời thư này, kèm tệp đã điền.",
                "Sau khi nhận, hệ thống kiểm tra và gửi thư phản hồi. Cần sửa thì sửa tệp rồi nộp lại: bản lưu sau cùng được dùng.",
            ]),
        ],
        signature);

    /// <summary>"\\may-chu\cchc\bao-cao\2026-Q1", written as the given folder is.</summary>
    private static string PlaceOf(ReportForm form, string shownFolder)
    {
        if (shownFolder.Length == 0)
        {
            return $"dùng chung, mục bao-cao/{form.Period.Code}";
        }

        var separator = shownFolder.Contains('\\', StringComparison.Ordinal) ? '\\' : '/';
        return string.Join(separator, shownFolder.TrimEnd('\\', '/'), "bao-cao", form.Period.Code);
    }

    private static IEnumerable<string> Times(ReportForm form)
    {
        yield return $"Số liệu từ ngày {Vietnamese.Day(form.Period.Window.First)} đến hết ngày {Vietnamese.Day(form.Period.Window.Last)}";
        yield return form.Due is { } due ? $"Gửi chậm nhất {Vietnamese.WeekdayAndDay(due)}" : "Ngày gửi theo yêu cầu của cơ quan thường trực";
    }

    private static IEnumerable<string> Contents(ReportForm form)
    {
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{form.Rows.Count} nhiệm vụ, {form.Figures.Count} chỉ tiêu, {FormLayout.Sections.Count} phần thuyết minh");
    }
}
