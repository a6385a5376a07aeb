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
    /// <summary>So many are in memory and written side by side, and as many again while they are recorded in one transaction.</summary>
    private const int FormsAtATime = 16;

    /// <summary>Forms already issued stay as they are, unless asked for again.</summary>
    public async Task<IssuedForms> IssueAsync(ReportPeriod period, OfficeReading reading, JobContext run, CancellationToken cancellationToken)
    {
        var stored = (await periods.GlanceFormsAsync(cancellationToken)).Where(form => form.Form.PeriodCode == period.Code).ToList();
        var forms = await BuildAsync(period, stored, reading, run, cancellationToken);
        var shelf = new FormFolder(folder, stored);
        var isOpen = await mailQueue.IsOpenAsync(run, cancellationToken);
        var writer = new ReportFormWriter();
        var (written, mailed) = (0, 0);
        await using var recording = new WriteBehind(cancellationToken);
        foreach (var chunk in run.DryRun ? [] : forms.Chunk(FormsAtATime))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var drawn = new WrittenForm[chunk.Length];
            Parallel.For(0, chunk.Length, i => drawn[i] = Write(writer, chunk[i], reading, isOpen, run));
            await recording.WaitAsync();
            var put = drawn.Select(one => shelf.Put(one.Form, one.Bytes, reading)).ToList();
            run.Progress.Report((written += chunk.Length, forms.Count));
            if (isOpen)
            {
                await recording.StartAsync(async () => mailed += await RecordAsync(drawn, put, run, cancellationToken));
            }
        }

        await recording.WaitAsync();
        if (mailed > 0)
        {
            await dispatcher.DeliverAsync(cancellationToken);
        }

        return new IssuedForms(period.Code, written, mailed, run.DryRun ? 0 : forms.Count(form => form.Agency.Emails.Count == 0));
    }

    private WrittenForm Write(ReportFormWriter writer, ReportForm form, OfficeReading reading, bool isOpen, JobContext run)
    {
        var loose = writer.ToLooseBytes(form);
        return new WrittenForm(form, PackedWorkbook.Of(loose),
            isOpen && form.Agency.Emails.Count > 0 ? new LetterToQueue(Compose(form, loose, reading, run), []) : null);
    }

    /// <returns>How many were mailed.</returns>
    private async Task<int> RecordAsync(WrittenForm[] written, List<PutForm> put, JobContext run, CancellationToken cancellationToken)
    {
        var issued = await periods.IssueAllAsync(
            [.. written.Zip(put, (one, file) => new FormToIssue(new StoredForm(IssuedForm.Of(one.Form), file.Name), one.Letter))],
            run.Command?.Person ?? "hệ thống", IsAgain(run), cancellationToken);
        var late = put.Zip(issued).Where(one => !one.Second).Select(one => one.First).ToList();
        var remembered = late.Count == 0 ? [] : (await periods.GlanceFormsAsync(cancellationToken)).Select(form => form.File).ToHashSet(StringComparer.Ordinal);
        foreach (var file in late.Where(file => !remembered.Contains(file.Name)))
        {
            // Another worker was quicker, and its form is another one.
            file.TakeBack();
        }

        return written.Zip(issued).Count(one => one.Second && one.First.Letter is not null);
    }

    /// <summary>A form, its file, and the letter it goes out with.</summary>
    private sealed record WrittenForm(ReportForm Form, byte[] Bytes, LetterToQueue? Letter);

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

    private ReminderLetterToQueue Compose(ReportForm form, byte[] loose, OfficeReading reading, JobContext run) => mailQueue.Compose(
        "report-form",
        form.Agency.Code,
        IsAgain(run) ? FormattableString.Invariant($"{form.Period.Code} {run.RunId}") : form.Period.Code,
        form.Agency.Emails,
        FormLetter.Write(form, rules.StandingBody(reading), rules.ShownSharedFolder, rules.Signature(reading)),
        [new MailAttachment($"Biểu mẫu báo cáo CCHC {form.Period.Code} - {form.Agency.Name}.xlsx", MediaTypes.Workbook, loose) { IsLoose = true }],
        run);
}
