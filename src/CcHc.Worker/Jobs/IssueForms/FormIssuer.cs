using CcHc.Adapters.Mail;
using CcHc.Adapters.Sharing;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Workbooks;
using CcHc.Adapters.Workbooks.Writing;
using CcHc.Core.Calendars;
using CcHc.Core.Forms;
using CcHc.Core.Mail;
using CcHc.Worker.Jobs.PeriodReports;
using CcHc.Worker.Jobs.ReadRegisters;

namespace CcHc.Worker.Jobs.IssueForms;

/// <summary>What became of one period's forms.</summary>
/// <param name="Mailed">Letters newly in the outbox.</param>
public sealed record IssuedForms(string Period, int Written, int Mailed, int WithoutAddress);

/// <summary>
/// Writes the forms of a period, mails each to its agency and remembers it. The letter is in the outbox before the form counts as issued, and goes once whatever
/// happens in between: a run that was cut short is simply repeated.
/// </summary>
public sealed class FormIssuer(SharedFolder folder, OfficeRules rules, OfficePeriods office, ReportPeriods periods, PastReports past, Letterbox letterbox, Postman postman)
{
    /// <summary>Forms already issued stay as they are, unless asked for again.</summary>
    public async Task<IssuedForms> IssueAsync(ReportPeriod period, OfficeReading reading, JobContext run, CancellationToken cancellationToken)
    {
        var forms = await BuildAsync(period, reading, run, cancellationToken);
        var isOpen = await letterbox.IsOpenAsync(run, cancellationToken);
        var (written, mailed, withoutAddress) = (0, 0, 0);
        foreach (var form in run.DryRun ? [] : forms)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var bytes = ReportFormWriter.ToBytes(form);
            var path = AtomicFile.Write(PathOf(form), stream => stream.Write(bytes));
            run.Progress.Report((++written, forms.Count));
            withoutAddress += form.Agency.Emails.Count == 0 ? 1 : 0;
            if (isOpen)
            {
                mailed += form.Agency.Emails.Count > 0 && await MailAsync(form, bytes, reading, run, cancellationToken) ? 1 : 0;
                await periods.IssueAsync(new StoredForm(IssuedForm.Of(form), folder.OutputNameOf(path)), run.Ask?.Person ?? "hệ thống", cancellationToken);
            }
        }

        if (mailed > 0)
        {
            await postman.DeliverAsync(cancellationToken);
        }

        return new IssuedForms(period.Code, written, mailed, withoutAddress);
    }

    private async Task<IReadOnlyList<ReportForm>> BuildAsync(ReportPeriod period, OfficeReading reading, JobContext run, CancellationToken cancellationToken)
    {
        var issued = run.Ask is { Again: true } ? [] : (await periods.FormsAsync(cancellationToken)).Where(stored => stored.Form.PeriodCode == period.Code).Select(stored => stored.Form.AgencyCode).ToHashSet(StringComparer.Ordinal);
        var owing = FormBuilder.AgenciesOwing(period, reading.Directory.Agencies, run.Today).Where(agency => !issued.Contains(agency.Code)).ToList();
        if (owing.Count == 0)
        {
            return [];
        }

        var before = await past.BeforeAsync(period, cancellationToken);
        return FormBuilder.BuildAll(
            rules.ProvinceName, period, office.DueOf(period, reading), run.Today, owing, reading.Assess(rules.Assessment(reading.Calendar), run.Today), reading.Indicators, before.Of);
    }

    private string PathOf(ReportForm form) =>
        Path.Combine(folder.Forms, SafeFileName.Of(form.Period.Code), SafeFileName.Of($"{form.Agency.Code} - {form.Agency.Name}") + ".xlsx");

    private Task<bool> MailAsync(ReportForm form, byte[] bytes, OfficeReading reading, JobContext run, CancellationToken cancellationToken) => letterbox.PutAsync(
        "report-form",
        form.Agency.Code,
        run.Ask is { Again: true } ? FormattableString.Invariant($"{form.Period.Code} {run.RunId}") : form.Period.Code,
        form.Agency.Emails,
        FormLetter.Write(form, rules.StandingBody(reading)),
        [new MailAttachment($"Biểu mẫu báo cáo CCHC {form.Period.Code} - {form.Agency.Name}.xlsx", Letterbox.Workbook, bytes)],
        run,
        cancellationToken);
}
