using CcHc.Adapters.Files;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Workbooks.Forms;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Findings;
using CcHc.Core.Mail;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Office;

namespace CcHc.Worker.Jobs.CollectReports;

/// <summary>Answers every dropped file once (thư phản hồi): what became of it, and where something is to be mended a marked copy.</summary>
public sealed class ReceiptMailer(SubmittedFiles submissions, ReportPapers papers, OfficePeriods office, JobsFile settings, OfficeRules rules, MailQueue mails,
    OutboxDispatcher dispatcher)
{
    /// <summary>So many are in memory and written side by side, and as many again while they are recorded.</summary>
    private const int ReceiptsAtATime = 16;

    /// <summary>A report or a paper was kept and its agency not answered yet, as after a crash.</summary>
    public async Task<bool> IsOwedAsync(CancellationToken cancellationToken) =>
        (await submissions.UnansweredAsync(cancellationToken)).Count > 0 || await papers.HasDueAsync(cancellationToken);

    /// <returns>How many receipts were put into the outbox.</returns>
    public async Task<int> SendAsync(OfficeReading reading, JobContext run, CancellationToken cancellationToken)
    {
        if (!await mails.IsOpenAsync(run, cancellationToken))
        {
            return 0;
        }

        var (queued, due) = (0, await submissions.UnansweredAsync(cancellationToken));
        var handedIn = due.Count == 0 ? null : FirstValid(await submissions.FiledAsync(cancellationToken));
        var kept = (await papers.ListAsync(cancellationToken: cancellationToken)).ToLookup(paper => (paper.PeriodCode, paper.AgencyCode));
        await using var recording = new WriteBehind(cancellationToken);
        foreach (var chunk in due.Where(report => !report.IsUndecided).Chunk(ReceiptsAtATime))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var receipts = (await submissions.ReadAsync(chunk, cancellationToken))
                .Select(report => new Receipt(report, Addressee(report.AgencyCode, reading, run.Today), kept[(report.PeriodCode, report.AgencyCode)],
                    handedIn!.GetValueOrDefault((report.PeriodCode, report.AgencyCode), report.HandedInAt))).ToList();
            var copies = await submissions.BytesAsync([.. receipts.Where(receipt => receipt.HasCopy).Select(receipt => receipt.Report)], cancellationToken);
            Parallel.ForEach(receipts.Where(receipt => receipt.To is not null),
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
                receipt => receipt.Letter = Write(receipt, copies.GetValueOrDefault((receipt.Report.File, receipt.Report.Hash)), reading, run));
            await recording.StartAsync(async () => queued += await RecordAsync(receipts, cancellationToken));
        }

        await recording.WaitAsync();

        // A form that still waits to be weighed names its papers when it is answered.
        var waiting = due.Where(report => report.IsUndecided).Select(report => (report.PeriodCode, report.AgencyCode)).ToHashSet();
        foreach (var ofAgency in kept.Where(ofAgency => !waiting.Contains(ofAgency.Key) && ofAgency.Any(paper => paper.Receipt == ReceiptState.Due)))
        {
            var isNamed = due.Any(report => (report.PeriodCode, report.AgencyCode) == ofAgency.Key);
            queued += isNamed ? 0
                : await PutPapersAsync(ofAgency.Key, [.. ofAgency.Where(paper => paper.Receipt == ReceiptState.Due)], reading, run, cancellationToken) ? 1 : 0;
            foreach (var paper in ofAgency.Where(paper => paper.Receipt == ReceiptState.Due))
            {
                await papers.AnsweredAsync(paper, ReceiptState.Queued, cancellationToken);
            }
        }

        if (queued > 0)
        {
            await dispatcher.DeliverAsync(cancellationToken);
        }

        return queued;
    }

    /// <summary>When each agency first handed in a report that was valid: what it saves after that makes it no later.</summary>
    private static Dictionary<(string Period, string Agency), DateTimeOffset> FirstValid(IEnumerable<SubmittedFileEntry> filed) =>
        filed.Where(file => file.IsValid)
            .GroupBy(file => (file.Period, file.AgencyCode))
            .ToDictionary(files => files.Key, files => SubmissionTiming.FirstValid(files)!.Value);

    /// <summary>The agency, or when it ended the ones that took over from it; null when none has an address.</summary>
    private static Agency? Addressee(string agencyCode, OfficeReading reading, DateOnly today)
    {
        if (reading.Directory.ByCode(agencyCode) is not { } agency)
        {
            return null;
        }

        var addresses = reading.Directory.SuccessorsOf(agency, today).SelectMany(one => one.Emails).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return addresses.Count > 0 ? agency with { Emails = addresses } : agency.Emails.Count > 0 ? agency : null;
    }

    private async Task<bool> PutPapersAsync((string Period, string Agency) of, IReadOnlyList<ReportPaper> due, OfficeReading reading, JobContext run,
        CancellationToken cancellationToken)
    {
        if (Addressee(of.Agency, reading, run.Today) is not { } agency)
        {
            return false;
        }

        var period = settings.Regime.Period(of.Period);
        var hasForm = (await submissions.FiledAsync(cancellationToken)).Any(file => file.IsValid && (file.Period, file.AgencyCode) == of);
        var receipt = ReceiptLetter.WritePapers([.. due.Select(paper => paper.Name).Distinct()], hasForm, period, agency, period is null
            ? null : office.DueOf(period, reading), rules.Signature(reading));
        return await mails.PutAsync(
            "report-receipt", agency.Code, string.Join('\u001F', due.Select(paper => paper.File + paper.Hash)), agency.Emails,
            new Notice(receipt.Subject, receipt.Html, receipt.Text), [], run, cancellationToken);
    }

    /// <summary>Remembers them as answered once they are in the outbox; a crash between the two puts the same letters again, which does no harm.</summary>
    /// <returns>How many were put.</returns>
    private async Task<int> RecordAsync(IReadOnlyList<Receipt> receipts, CancellationToken cancellationToken)
    {
        var queued = await mails.PutAsync([.. receipts.Select(receipt => receipt.Letter).OfType<LetterToQueue>()], cancellationToken);
        await submissions.AnsweredAsync(
            [.. receipts.Select(receipt => (receipt.Report, receipt.To is null ? ReceiptState.None : ReceiptState.Queued))], cancellationToken);
        return queued;
    }

    /// <param name="bytes">Of the report; null where it gets no marked copy.</param>
    private LetterToQueue Write(Receipt one, byte[]? bytes, OfficeReading reading, JobContext run)
    {
        var (report, agency) = (one.Report, one.To!);
        var period = settings.Regime.Period(report.PeriodCode);
        var due = period is null ? null : office.DueOf(period, reading);
        var day = OfficeTime.DayOf(one.HandedInAt);
        var late = SubmissionTiming.WorkingDaysLate(day, due, reading.Calendar);
        var receipt = ReceiptLetter.Write(
            report.Reading, report.State, period, agency, due, late, report.State == SubmissionState.AfterClosing, rules.Signature(reading),
            rules.Reports.LeastAnsweredPercent,
            [.. one.Papers.Select(paper => paper.Name).Distinct()]);
        return new LetterToQueue(mails.Compose(
            "report-receipt", agency.Code, $"{report.File}\u001F{report.Hash}", agency.Emails, new Notice(receipt.Subject, receipt.Html, receipt.Text),
            bytes is null ? [] : MarkedCopy(report, bytes, agency, run.Today), run), []);
    }

    /// <summary>A wrong file may hold another agency's words, which are not sent to this one.</summary>
    private static bool IsSomebodyElses(SubmittedFile report) =>
        report.Reading.IsRefused && report.Reading.Findings.Any(finding => SubmissionReader.WrongFileCodes.Contains(finding.Code));

    /// <summary>None of a file that cannot be opened at all.</summary>
    private static IReadOnlyList<MailAttachment> MarkedCopy(SubmittedFile report, byte[] bytes, Agency agency, DateOnly today)
    {
        var content = WorkbookReader.Read(WorkbookSnapshot.Of(bytes, report.SavedAt.UtcDateTime), report.File).Content;
        return content is null
            ? []
            : [new MailAttachment($"Cần sửa - {Path.GetFileNameWithoutExtension(report.File)}.xlsx", MediaTypes.Workbook,
                MarkedCopyWriter.Of(bytes, content, report.Reading.Findings, agency.Name, today))];
    }

    /// <summary>A report that is answered.</summary>
    /// <param name="To">Null when there is nobody to answer.</param>
    /// <param name="Papers">What lay beside it.</param>
    private sealed record Receipt(SubmittedFile Report, Agency? To, IEnumerable<ReportPaper> Papers, DateTimeOffset HandedInAt)
    {
        public bool HasCopy => To is not null && Report.Reading.Findings.Any(finding => finding.Severity != Severity.Info) && !IsSomebodyElses(Report);

        public LetterToQueue? Letter { get; set; }
    }
}
