using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.Mail;
using CcHc.Core.Regimes;
using CcHc.Core.StatusReport;
using CcHc.Core.Wording;

namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>The mail an agency gets for a file it handed in (thư xác nhận đã nhận báo cáo).</summary>
public sealed record Receipt(string Subject, string Html, string Text);

/// <summary>
/// Writes the receipt: what became of the file, what was read in it, and what should be mended, errors first; what holds for several cells is said once.
/// </summary>
public static class ReceiptLetter
{
    private const int MostBlocks = 50;
    private const int MostPlaces = 12;

    /// <param name="period">Null when nobody can tell which.</param>
    /// <param name="due">Last day to hand in; null when none is set.</param>
    /// <param name="workingDaysLate">0 when in time.</param>
    /// <param name="signature">As every letter of the office is signed.</param>
    /// <param name="leastPercent">A report that answers less of its form than this is "đã nhận, chưa đủ".</param>
    /// <param name="isAfterClosing">The period was closed before the file came.</param>
    /// <param name="papers">Names of the papers kept with the report.</param>
    public static Receipt Write(
        SubmissionReading reading, SubmissionState state, ReportPeriod? period, Agency agency, DateOnly? due, int workingDaysLate, bool isAfterClosing,
        string signature, int leastPercent = 0,
        IReadOnlyList<string>? papers = null)
    {
        var fate =
            ReceiptText.Of(reading, isAfterClosing && !reading.IsRefused ? SubmissionState.AfterClosing : state, period, due, workingDaysLate, leastPercent);
        var alike = FindingOrder.Sort(reading.Findings).GroupBy(finding => (finding.Severity, finding.Sheet, finding.Message, finding.Remedy))
            .Select(group => group.ToList()).ToList();
        var body = new MailBody($"[{fate.Label}] Báo cáo {(period is null ? "định kỳ" : "kỳ " + period.Name)} – {agency.Name}")
            .Greeting($"Kính gửi: {agency.Name}")
            .Paragraph(fate.Opening)
            .Paragraph(ReceiptText.WhatWasRead(reading))
            .Paragraph(ReceiptText.PapersKept(papers ?? []));
        var firstWith = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, findings) in alike.Take(MostBlocks).Index())
        {
            body.Block(Block(findings, firstWith.GetValueOrDefault(findings[0].Remedy)));
            firstWith.TryAdd(findings[0].Remedy, index + 1);
        }

        body.Paragraph(Rest(alike.Skip(MostBlocks).SelectMany(findings => findings).ToList())).Paragraph(fate.Ask).Signature(signature);
        return new Receipt(body.Subject, body.ToHtml(), body.ToText());
    }

    /// <summary>The mail for papers that came without a form, or after it.</summary>
    /// <param name="hasForm">The agency's form of the period was handed in already.</param>
    public static Receipt WritePapers(IReadOnlyList<string> papers, bool hasForm, ReportPeriod? period, Agency agency, DateOnly? due, string signature)
    {
        var report = period is null ? "báo cáo định kỳ" : "báo cáo kỳ " + period.Name;
        var body = new MailBody($"[Đã nhận văn bản kèm theo] {(period is null ? "Báo cáo định kỳ" : "Báo cáo kỳ " + period.Name)} – {agency.Name}")
            .Greeting($"Kính gửi: {agency.Name}")
            .Paragraph(ReceiptText.PapersKept(papers));
        body.Paragraph(hasForm ? $"Văn bản được lưu cùng {report} quý cơ quan đã gửi."
            : $"Chưa thấy biểu mẫu (.xlsx) của {report}. Số liệu chỉ được lấy từ biểu mẫu; đề nghị điền biểu mẫu rồi nộp{(due is { } day ? $" chậm nhất ngày {Vietnamese.Day(day)}" : "")}.");
        body.Signature(signature);
        return new Receipt(body.Subject, body.ToHtml(), body.ToText());
    }

    /// <param name="alike">The number of the first block with the same remedy, which is not said again; 0 when this is it.</param>
    private static MailBlock Block(List<Finding> findings, int alike)
    {
        var first = findings[0];
        var remedy = alike == 0 ? first.Remedy : string.Create(CultureInfo.InvariantCulture, $"như mục {alike}.");
        return new MailBlock($"{ReceiptText.LabelOf(first)}: {first.Message}",
        [
            new(first.Severity == Severity.Info ? Vietnamese.Capital(remedy) : $"Cách sửa: {remedy}"),
            new(PlacesOf(findings), MailTone.Quiet),
        ]);
    }

    /// <summary>"Trang “Nhiệm vụ”: ô H5 (STT 3, Rà soát thủ tục); ô H9".</summary>
    private static string PlacesOf(List<Finding> findings)
    {
        var cells = findings.Where(finding => finding.Cell is not null)
            .Select(finding => $"ô {finding.Cell}{(finding.About.Length > 0 ? $" ({finding.About})" : "")}").Distinct(StringComparer.Ordinal).ToList();
        var left = cells.Count > MostPlaces ? string.Create(CultureInfo.InvariantCulture, $"; và {cells.Count - MostPlaces} ô khác") : "";
        return findings[0].Sheet is not { } sheet ? "Cả tệp"
            : cells.Count == 0 ? $"Trang “{sheet}”"
            : $"Trang “{sheet}”: {string.Join("; ", cells.Take(MostPlaces))}{left}";
    }

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
}
