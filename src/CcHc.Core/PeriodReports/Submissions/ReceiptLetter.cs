using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.Mail;
using CcHc.Core.Regimes;
using CcHc.Core.StatusReport;
using CcHc.Core.Text;

namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>The mail an agency gets for a file it handed in (thư xác nhận đã nhận báo cáo).</summary>
public sealed record Receipt(string Subject, string Html, string Text);

/// <summary>Writes the receipt: what became of the file, and what should be mended in it, errors first.</summary>
public static class ReceiptLetter
{
    private const int MostLines = 50;

    /// <param name="period">Null when nobody can tell which.</param>
    /// <param name="due">Last day to hand in; null when none is set.</param>
    /// <param name="workingDaysLate">0 when in time.</param>
    /// <param name="leastPercent">A report that answers less of its form than this is "đã nhận, chưa đủ".</param>
    /// <param name="isAfterClosing">The period was closed before the file came.</param>
    public static Receipt Write(
        SubmissionReading reading, SubmissionState state, ReportPeriod? period, Agency agency, DateOnly? due, int workingDaysLate,
        bool isAfterClosing, string provinceName, Agency standingBody, int leastPercent = 0)
    {
        var fate = ReceiptText.Of(reading, isAfterClosing && !reading.IsRefused ? SubmissionState.AfterClosing : state, period, due, workingDaysLate, leastPercent);
        var findings = FindingOrder.Sort(reading.Findings);
        var shown = findings.Take(MostLines).ToList();
        var rest = Rest(findings.Skip(MostLines).ToList());
        var parts = new Parts(
            VietnameseText.OneLine($"[{fate.Label}] Báo cáo {(period is null ? "định kỳ" : "kỳ " + period.Name)} – {agency.Name}"),
            $"Kính gửi: {agency.Name}",
            fate.Opening,
            fate.Ask,
            $"{standingBody.Name} {provinceName}".Trim());
        var (html, text) = Body(parts, shown, rest);
        return new Receipt(parts.Subject, html, text);
    }

    private static (string Html, string Text) Body(Parts parts, List<Finding> shown, string rest)
    {
        var body = MailBody.Letter(parts.Subject, shown.Count).Paragraph(parts.Greeting, MailBody.Strong).Paragraph(parts.Opening);
        if (shown.Count > 0)
        {
            body.StartTable(["STT", "Mức", "Trang", "Ô", "Nội dung", "Cần sửa thế nào"]);
            foreach (var (i, finding) in shown.Index())
            {
                body.Row(
                    TextOf(i + 1, finding),
                    new MailCell(Number(i + 1)), MailCell.Of(ReceiptText.Of(finding.Severity), ReceiptText.ColourOf(finding.Severity)),
                    MailCell.Of(finding.Sheet ?? ""), MailCell.Of(PlaceOf(finding)), MailCell.Of(finding.Message), MailCell.Of(finding.Remedy));
            }

            body.EndTable();
        }

        return body.Paragraph(rest).Paragraph(parts.Ask).Paragraph(parts.Signature).End();
    }

    private static string TextOf(int number, Finding finding)
    {
        var place = finding.Sheet is null ? PlaceOf(finding) : $"trang “{finding.Sheet}”, {(finding.Cell is null ? PlaceOf(finding) : "ô " + finding.Cell)}";
        return string.Create(CultureInfo.InvariantCulture, $"{number}. {ReceiptText.Of(finding.Severity)} ({place}): {finding.Message}\n   Cần sửa: {finding.Remedy}");
    }

    private static string PlaceOf(Finding finding) => finding.Cell ?? (finding.Sheet is null ? "cả tệp" : "cả trang");

    /// <summary>"và 12 cảnh báo khác, xem tệp đính kèm."; empty when nothing is left out.</summary>
    private static string Rest(List<Finding> others)
    {
        var errors = others.Count(finding => finding.Severity == Severity.Error);
        string[] counts =
        [
            .. errors > 0 ? [Number(errors) + " lỗi"] : Array.Empty<string>(),
            .. others.Count > errors ? [Number(others.Count - errors) + " cảnh báo"] : Array.Empty<string>(),
        ];
        return counts.Length == 0 ? "" : $"… và {string.Join(", ", counts)} khác, xem tệp đính kèm.";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Parts(string Subject, string Greeting, string Opening, string Ask, string Signature);
}
