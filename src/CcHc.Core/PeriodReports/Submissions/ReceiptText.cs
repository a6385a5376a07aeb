using System.Globalization;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Submissions.Plausibility;
using CcHc.Core.Regimes;
using CcHc.Core.Wording;

namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>What a receipt says of a file's fate (lời trong thư xác nhận).</summary>
/// <param name="Label">Begins the subject.</param>
/// <param name="Ask">What the agency should do now; empty when nothing.</param>
internal sealed record ReceiptText(string Label, string Opening, string Ask)
{
    private const int MostPapers = 10;

    /// <param name="state">What the file came to; a refused reading is refused whatever it says.</param>
    public static ReceiptText Of(SubmissionReading reading, SubmissionState state, ReportPeriod? period, DateOnly? due, int workingDaysLate,
        int leastPercent = 0)
    {
        var file = $"tệp “{reading.File[(reading.File.LastIndexOf('/') + 1)..]}”";
        var report = period is null ? "báo cáo định kỳ" : "báo cáo kỳ " + period.Name;
        var late = Late(due, workingDaysLate);
        var hasFindings = reading.Findings.Any(finding => finding.Severity == Severity.Warning);
        var look = hasFindings ? "Các cảnh báo trên không ngăn việc tiếp nhận; nếu có chỗ sai, sửa rồi nộp lại, bản lưu sau cùng được dùng." : "";
        var marked = reading.Findings.Any(finding => finding.Cell is not null) ? " (tệp đính kèm đã đánh dấu từng ô)" : "";
        return (reading.IsRefused ? SubmissionState.Refused : state) switch
        {
            SubmissionState.Accepted when reading.Submission is { } said && said.IsIncomplete(leastPercent) => new("Đã nhận, chưa đủ",
                string.Create(CultureInfo.InvariantCulture,
                    $"Đã nhận {file} là {report} của quý cơ quan, nhưng mới trả lời {said.Answered}/{said.Asked} mục; còn thiếu {said.Missing}.{late}"),
                $"Đề nghị điền tiếp rồi nộp lại{(due is { } last && workingDaysLate == 0 ? $" chậm nhất ngày {Vietnamese.Day(last)}" : "")}; báo cáo chưa đủ vẫn được đôn đốc."),
            SubmissionState.Accepted => new(workingDaysLate > 0 ? "Đã nhận, trễ hạn" : "Đã nhận",
                $"Đã tiếp nhận {file} là {report} của quý cơ quan.{late}", look),
            SubmissionState.Replaced => new("Đã nhận, có bản mới hơn",
                $"Đã nhận {file}; {report} của quý cơ quan dùng bản khác lưu sau bản này.", "Nếu muốn dùng bản này, mở tệp, lưu lại rồi nộp lại."),
            SubmissionState.Duplicate => new("Đã nhận, trùng",
                $"Đã nhận {file}; nội dung giống hệt một tệp đã nộp của {report} nên chỉ dùng một bản.", ""),
            SubmissionState.AfterClosing => new("Nhận sau khi đã chốt",
                $"Đã nhận {file} sau khi kỳ báo cáo đã chốt; {report} này được ghi nhận là nộp trễ nhưng chưa đưa vào báo cáo tổng hợp.{late}",
                "Nếu cần đưa vào tổng hợp, liên hệ cơ quan thường trực để mở lại kỳ báo cáo."),
            SubmissionState.Excluded => new("Không được dùng",
                $"{Vietnamese.Capital(file)} không được dùng cho {report} theo quyết định của cơ quan thường trực.", "Liên hệ cơ quan thường trực nếu cần biết lý do."),
            _ => new("Chưa tiếp nhận", $"Chưa tiếp nhận được {file}{(period is null ? "" : $" làm {report}")} vì còn {Errors(reading)}.{late}",
                $"Đề nghị sửa các lỗi trên{marked} rồi nộp lại{(due is { } day && workingDaysLate == 0 ? $" chậm nhất ngày {Vietnamese.Day(day)}" : "")}."),
        };
    }

    /// <summary>What a block begins with.</summary>
    public static string LabelOf(Finding finding) => finding.Severity switch
    {
        Severity.Error => "Lỗi",
        Severity.Warning => "Cảnh báo",
        _ => finding.Code.StartsWith(FigureQuestions.Code, StringComparison.Ordinal) ? "Đề nghị xem lại" : "Lưu ý",
    };

    /// <summary>"Đã đọc: 9/9 nhiệm vụ, 8/8 chỉ tiêu; CT03 = 621."; empty of a file that was not read.</summary>
    public static string WhatWasRead(SubmissionReading reading) => reading.Submission is { ReadInWords: { Length: > 0 } words } ? $"Đã đọc: {words}." : "";

    /// <summary>"Văn bản kèm theo đã lưu: “Báo cáo ký.pdf”."; empty when there is none.</summary>
    public static string PapersKept(IReadOnlyList<string> papers) => papers.Count == 0 ? ""
        : $"Văn bản kèm theo đã lưu: {string.Join("; ", papers.Take(MostPapers).Select(paper => $"“{paper}”"))}"
            + (papers.Count > MostPapers ? string.Create(CultureInfo.InvariantCulture, $" và {papers.Count - MostPapers} tệp khác.") : ".");

    private static string Errors(SubmissionReading reading) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, reading.Findings.Count(finding => finding.Severity == Severity.Error))} lỗi");

    private static string Late(DateOnly? due, int days) => days <= 0 ? "" :
        string.Create(CultureInfo.InvariantCulture, $" Báo cáo trễ hạn {days} ngày làm việc{(due is { } day ? $" (hạn nộp {Vietnamese.Day(day)})" : "")}.");
}
