using CcHc.Adapters.Files;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Reports;
using CcHc.Core.Mail;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.Wording;

namespace CcHc.Worker.Jobs.ConsolidatePeriod;

/// <summary>Mails a period's consolidated workbook and draft to the officers (gửi kết quả): once from the due day on, and the closing version.</summary>
public sealed class ResultMailer(JobsFile settings, MailQueue mailQueue, OutboxDispatcher dispatcher)
{
    private const string Kind = "period-report";

    /// <returns>The letter of a closing version; null when there is nobody to tell, or nothing may be told now.</returns>
    internal async Task<ReminderLetterToQueue?> ComposeAsync(PeriodReport report, StoredOutput output, PeriodFiles files, JobContext run,
        CancellationToken cancellationToken) =>
        settings.Recipients.Results is { Count: > 0 } officers && await mailQueue.IsOpenAsync(run, cancellationToken)
            ? mailQueue.Compose(Kind, "", output.File, officers, Write(report, output), Attached(files, SharedFile.ReadAllBytes(files.Workbook)), run)
            : null;

    /// <summary>
    /// What the schedule's first run on or after the due day has, by whomever it was written; a run that could not tell leaves it to the next.
    /// </summary>
    public async Task SendAsync(ConsolidatedPeriod assembled, JobContext run, CancellationToken cancellationToken)
    {
        var (output, files) = (assembled.Output, assembled.Files);
        if (output is null || files is null || settings.Recipients.Results is not { Count: > 0 } officers
            || !await mailQueue.IsOpenAsync(run, cancellationToken))
        {
            return;
        }

        var about = $"{output.Period} first";
        if (run.Command is null && output.Kind == OutputKind.Draft && !await mailQueue.HasAsync(Kind, "", about, cancellationToken)
            && SharedFile.ReadIfThere(files.Workbook) is { } workbook)
        {
            await mailQueue.PutAsync(Kind, "", about, officers, Write(assembled.Report, output), Attached(files, workbook), run, cancellationToken);
            await dispatcher.DeliverAsync(cancellationToken);
        }
        else if (assembled.IsWritten && output.Kind == OutputKind.Closing)
        {
            await dispatcher.DeliverAsync(cancellationToken);
        }
    }

    private Notice Write(PeriodReport report, StoredOutput output)
    {
        var what = output.Kind == OutputKind.Closing ? "bản chốt" : FormattableString.Invariant($"bản {output.Version}");
        return Notice.Draw(
            $"[CCHC {settings.ProvinceName}] Tổng hợp báo cáo {report.Period.Name}, {what}",
            OfficerGreeting.Of(settings),
            $"Gửi kèm bảng tổng hợp và dự thảo báo cáo {report.Period.Name}, {what}, số liệu tính đến ngày {Vietnamese.Day(report.AsOf)}.",
            [
                ("Tình hình gửi báo cáo",
                [
                    FormattableString.Invariant($"Đúng hạn: {report.HandIns.Totals.InTime} cơ quan"),
                    FormattableString.Invariant($"Trễ hạn: {report.HandIns.Totals.Late} cơ quan"),
                    FormattableString.Invariant($"Chưa gửi: {report.HandIns.Totals.Missing} cơ quan"),
                ]),
                ("Chưa gửi báo cáo", [.. report.HandIns.Missing.Select(one => one.Agency.Name)]),
            ],
            LetterSignature.OfProgram(settings.ProvinceName));
    }

    /// <summary>The draft of an older version may have been taken away.</summary>
    private static IReadOnlyList<MailAttachment> Attached(PeriodFiles files, byte[] workbook) =>
    [
        new(Path.GetFileName(files.Workbook), MediaTypes.Workbook, workbook),
        .. SharedFile.ReadIfThere(files.Document) is { } document
            ? [new MailAttachment(Path.GetFileName(files.Document), MediaTypes.WordDocument, document)] : Array.Empty<MailAttachment>(),
    ];
}
