using System.Globalization;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Storage.Answers;
using CcHc.Core.Answers;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.StatusReport;
using CcHc.Core.Wording;
using CcHc.Office;

namespace CcHc.Worker.Jobs.CollectAnswers;

/// <summary>Answers every answer sheet once (thư xác nhận đã nhận trả lời): what was taken, and what is to be mended where.</summary>
public sealed class AnswerReceiptMailer(AnswerStore store, OfficeRules rules, MailQueue queue, OutboxDispatcher dispatcher)
{
    private const int MostLines = 50;
    private const int LongestTask = 160;

    /// <summary>A sheet was kept and its agency not answered yet, as after a crash.</summary>
    public async Task<bool> IsOwedAsync(CancellationToken cancellationToken) => (await store.UnansweredAsync(cancellationToken)).Count > 0;

    /// <returns>How many receipts were put into the outbox.</returns>
    public async Task<int> SendAsync(OfficeReading reading, JobContext run, CancellationToken cancellationToken)
    {
        if (!await queue.IsOpenAsync(run, cancellationToken))
        {
            return 0;
        }

        var queued = 0;
        foreach (var file in await store.UnansweredAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var agency = reading.Directory.ByCode(file.AgencyCode);
            IReadOnlyList<string> to = agency is null
                ? [] : [.. reading.Directory.SuccessorsOf(agency, run.Today).SelectMany(one => one.Emails).Distinct(StringComparer.OrdinalIgnoreCase)];
            if (to.Count > 0
                && await queue.PutAsync("answer-receipt", agency!.Code, $"{file.File}\u001F{file.Hash}", to, Write(file, agency.Name, reading), [], run,
                    cancellationToken))
            {
                queued++;
            }

            await store.AnsweredAsync(file, to.Count > 0 ? ReceiptState.Queued : ReceiptState.None, cancellationToken);
        }

        if (queued > 0)
        {
            await dispatcher.DeliverAsync(cancellationToken);
        }

        return queued;
    }

    private Notice Write(AnswerFile file, string agency, OfficeReading reading)
    {
        var (read, rest) = (file.Reading, rules.RestWorkingDays);
        var label = read.IsRefused ? "Chưa nhận được" : read.IsPartly ? "Đã nhận, còn chỗ phải sửa" : "Đã nhận";
        var name = file.File[(file.File.LastIndexOf('/') + 1)..];
        var opening = read.IsRefused ? $"Tệp “{name}” chưa dùng được nên chưa có trả lời nào được ghi nhận."
            : string.Create(CultureInfo.InvariantCulture, $"Đã nhận trả lời của quý cơ quan về {read.Statements.Count} nhiệm vụ (tệp “{name}”).");
        var shown = FindingOrder.Sort(read.Findings);
        var wait = read.Statements.Any(statement => statement.Kind != AnswerKind.Progress) && rest > 0
            ? $"Các nhiệm vụ báo đã xong hoặc xin gia hạn tạm dừng nhắc {rest} ngày làm việc trong khi chờ xử lý; kết quả xử lý sẽ có trong thư sau." : "";
        return Notice.Draw(
            $"[{label}] Trả lời về nhiệm vụ cải cách hành chính – {agency}",
            $"Kính gửi: {agency}",
            opening,
            [
                ("Đã ghi nhận:", [.. read.Statements.Take(MostLines)
                    .Select(statement => $"{Vietnamese.Shortened(statement.Task, LongestTask)}: {AnswerText.Said(statement)}")]),
                (shown.Any(finding => finding.Severity == Severity.Error) ? "Cần sửa rồi gửi lại:" : "Lưu ý:",
                    [.. shown.Take(MostLines).Select(Line), .. shown.Count > MostLines ? [$"… và {shown.Count - MostLines} chỗ khác"] : Array.Empty<string>()]),
                ("Tiếp theo:", wait.Length > 0 ? [wait] : []),
            ],
            rules.Signature(reading));
    }

    private static string Line(Finding finding) =>
        (finding.Cell is { } cell ? $"Trang “{finding.Sheet}”, ô {cell}: " : finding.Sheet is { } sheet ? $"Trang “{sheet}”: " : "")
            + $"{finding.Message} {finding.Remedy}";
}
