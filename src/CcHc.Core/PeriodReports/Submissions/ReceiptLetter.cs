using System.Globalization;
using System.Text;
using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.Regimes;
using CcHc.Core.StatusReport;
using CcHc.Core.Text;
using CcHc.Core.Wording;
using static CcHc.Core.Wording.LetterMarkup;

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
        return new Receipt(parts.Subject, Html(parts, shown, rest), PlainText(parts, shown, rest));
    }

    private static string Html(Parts parts, List<Finding> shown, string rest)
    {
        var html = new LetterMarkup(parts.Subject, 4096 + shown.Count * 1024).Paragraph(parts.Greeting, "font-weight:bold").Paragraph(parts.Opening);
        if (shown.Count > 0)
        {
            html.StartTable(["STT", "Mức", "Trang", "Ô", "Nội dung", "Cần sửa thế nào"]);
            foreach (var (i, finding) in shown.Index())
            {
                html.StartRow().Data(Number(i + 1)).Data(Escape(ReceiptText.Of(finding.Severity)), ReceiptText.ColourOf(finding.Severity))
                    .Data(Escape(finding.Sheet ?? "")).Data(Escape(PlaceOf(finding))).Data(Escape(finding.Message)).Data(Escape(finding.Remedy)).EndRow();
            }

            html.EndTable();
        }

        return html.Paragraph(rest).Paragraph(parts.Ask).Paragraph(parts.Signature).End();
    }

    private static string PlainText(Parts parts, List<Finding> shown, string rest)
    {
        var text = new StringBuilder().Append(parts.Greeting).Append("\n\n").Append(parts.Opening).Append("\n\n");
        foreach (var (i, finding) in shown.Index())
        {
            var place = finding.Sheet is null ? PlaceOf(finding) : $"trang “{finding.Sheet}”, {(finding.Cell is null ? PlaceOf(finding) : "ô " + finding.Cell)}";
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}. {ReceiptText.Of(finding.Severity)} ({place}): {finding.Message}\n   Cần sửa: {finding.Remedy}\n\n");
        }

        foreach (var paragraph in new[] { rest, parts.Ask, parts.Signature }.Where(paragraph => paragraph.Length > 0))
        {
            text.Append(paragraph).Append("\n\n");
        }

        return text.ToString().TrimEnd() + "\n";
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
