using CcHc.Adapters.Files;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Workbooks.Forms;
using CcHc.Core.Mail;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Regimes;
using CcHc.Office;

namespace CcHc.Worker.Jobs.IssueForms;

/// <summary>What became of one period's forms.</summary>
/// <param name="Mailed">Letters newly in the outbox.</param>
public sealed record IssuedForms(string Period, int Written, int Mailed, int WithoutAddress);

/// <summary>
/// Writes the forms of a period, mails each to its agency and remembers it. The letter goes into the outbox in the step that remembers the form, so each agency
/// gets the one form its report will be held against, whatever happens in between: a run that was cut short is simply repeated.
/// </summary>
public sealed class FormIssuer(SharedFolder folder, OfficeRules rules, OfficePeriods office, ReportPeriods periods, PastReports past, MailQueue mailQueue,
    OutboxDispatcher dispatcher)
{
    private const int FormsAtATime = 16;

    /// <summary>Forms already issued stay as they are, unless asked for again.</summary>
    public async Task<IssuedForms> IssueAsync(ReportPeriod period, OfficeReading reading, JobContext run, CancellationToken cancellationToken)
    {
        var stored = (await periods.FormsAsync(cancellationToken)).Where(form => form.Form.PeriodCode == period.Code).ToList();
        var forms = await BuildAsync(period, stored, reading, run, cancellationToken);
        var shelf = new FormFolder(folder, stored);
        var isOpen = await mailQueue.IsOpenAsync(run, cancellationToken);
        var (written, mailed, withoutAddress) = (0, 0, 0);
        foreach (var (form, bytes) in run.DryRun ? [] : Written(forms))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var put = shelf.Put(form, bytes, reading);
            run.Progress.Report((++written, forms.Count));
            withoutAddress += form.Agency.Emails.Count == 0 ? 1 : 0;
            if (isOpen)
            {
                var letter = form.Agency.Emails.Count > 0 ? Compose(form, bytes, reading, run) : null;
                var isIssued = await periods.IssueAsync(new StoredForm(IssuedForm.Of(form), put.Name), run.Command?.Person
                    ?? "hệ thống", letter, IsAgain(run), cancellationToken);
                mailed += isIssued && letter is not null ? 1 : 0;
                if (!isIssued && (await periods.FormsAsync(cancellationToken)).All(other => other.File != put.Name))
                {
                    // Another worker was quicker, and its form is another one.
                    put.TakeBack();
                }
            }
        }

        if (mailed > 0)
        {
            await dispatcher.DeliverAsync(cancellationToken);
        }

        return new IssuedForms(period.Code, written, mailed, withoutAddress);
    }

    /// <summary>Some are written side by side, and no more are in memory at a time.</summary>
    private static IEnumerable<(ReportForm Form, byte[] Bytes)> Written(IReadOnlyList<ReportForm> forms) => forms.Chunk(FormsAtATime).SelectMany(chunk =>
    {
        var written = new byte[chunk.Length][];
        Parallel.For(0, chunk.Length, i => written[i] = ReportFormWriter.ToBytes(chunk[i]));
        return chunk.Zip(written);
    });

    private async Task<IReadOnlyList<ReportForm>> BuildAsync(ReportPeriod period, IReadOnlyList<StoredForm> stored, OfficeReading reading, JobContext run,
        CancellationToken cancellationToken)
    {
        var issued = IsAgain(run) ? [] : stored.Select(form => form.Form.AgencyCode).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var owing = FormBuilder.AgenciesOwing(period, reading.Directory.Agencies, run.Today).Where(agency => !issued.Contains(agency.Code)).ToList();
        if (owing.Count == 0)
        {
            return [];
        }

        var before = await past.BeforeAsync(period, cancellationToken);
        return FormBuilder.BuildAll(
            rules.ProvinceName, period, office.DueOf(period, reading), run.Today, owing, reading.Assess(rules.Assessment(reading.Calendar), run.Today),
            reading.Indicators, before.Of);
    }

    private static bool IsAgain(JobContext run) => run.Command is { Again: true };

    private ReminderLetterToQueue Compose(ReportForm form, byte[] bytes, OfficeReading reading, JobContext run) => mailQueue.Compose(
        "report-form",
        form.Agency.Code,
        IsAgain(run) ? FormattableString.Invariant($"{form.Period.Code} {run.RunId}") : form.Period.Code,
        form.Agency.Emails,
        FormLetter.Write(form, rules.StandingBody(reading), rules.ShownSharedFolder, rules.Signature(reading)),
        [new MailAttachment($"Biểu mẫu báo cáo CCHC {form.Period.Code} - {form.Agency.Name}.xlsx", MediaTypes.Workbook, bytes)],
        run);
}
