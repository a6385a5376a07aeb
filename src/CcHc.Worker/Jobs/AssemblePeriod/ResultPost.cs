using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Storage;
using CcHc.Core.Mail;
using CcHc.Core.Wording;

namespace CcHc.Worker.Jobs.AssemblePeriod;

/// <summary>Mails a period's consolidated workbook and draft to the officers (gửi kết quả): the first version from the due day on, and the closing one.</summary>
public sealed class ResultPost(JobsFile settings, Letterbox letterbox, Postman postman)
{
    public async Task SendAsync(AssembledPeriod assembled, JobContext run, CancellationToken cancellationToken)
    {
        var isWorthALetter = assembled is { IsWritten: true, Output: { } output } && (output.Kind == OutputKind.Closing || (run.Ask is null && output.Version == 1));
        if (isWorthALetter && settings.Recipients.Results is { Count: > 0 } officers && await letterbox.IsOpenAsync(run, cancellationToken))
        {
            await letterbox.PutAsync("period-report", "", assembled.Output!.File, officers, Write(assembled), Attachments(assembled), run, cancellationToken);
            await postman.DeliverAsync(cancellationToken);
        }
    }

    private Notice Write(AssembledPeriod assembled)
    {
        var (report, output) = (assembled.Report, assembled.Output!);
        var what = output.Kind == OutputKind.Closing ? "bản chốt" : FormattableString.Invariant($"bản {output.Version}");
        return Notice.Draw(
            $"[CCHC {settings.ProvinceName}] Tổng hợp báo cáo {report.Period.Name}, {what}",
            [
                ($"Gửi kèm bảng tổng hợp và dự thảo báo cáo {report.Period.Name}, {what}, số liệu tính đến {Vietnamese.Day(report.AsOf)}.", []),
                ("Tình hình gửi báo cáo",
                [
                    FormattableString.Invariant($"Đúng hạn: {report.HandIns.Totals.InTime} cơ quan"),
                    FormattableString.Invariant($"Trễ hạn: {report.HandIns.Totals.Late} cơ quan"),
                    FormattableString.Invariant($"Chưa gửi: {assembled.Missing} cơ quan"),
                ]),
                ("Chưa gửi báo cáo", [.. report.HandIns.Missing.Select(one => one.Agency.Name)]),
            ]);
    }

    private static IReadOnlyList<MailAttachment> Attachments(AssembledPeriod assembled) =>
    [
        new(Path.GetFileName(assembled.Workbook), Letterbox.Workbook, File.ReadAllBytes(assembled.Workbook)),
        new(Path.GetFileName(assembled.Document), Letterbox.Document, File.ReadAllBytes(assembled.Document)),
    ];
}
