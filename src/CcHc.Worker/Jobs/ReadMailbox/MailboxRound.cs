using CcHc.Adapters.Mail.Mailbox;
using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Agencies;
using CcHc.Core.AnswerSheets;
using CcHc.Core.Answers;
using CcHc.Core.Mail.Incoming;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Office;
using CcHc.Worker.Jobs.CollectAnswers;
using CcHc.Worker.Jobs.CollectReports;

namespace CcHc.Worker.Jobs.ReadMailbox;

/// <summary>What one look into the mailbox works with.</summary>
internal sealed class MailboxRound(OfficeReading reading, JobContext run, MailboxSettings settings, IReadOnlySet<string> ownAddresses)
{
    private AnswerExpectations? _expected;
    private ReportExpectations? _reports;

    public OfficeReading Reading { get; } = reading;

    public JobContext Run { get; } = run;

    public SenderRules Senders { get; } = new(reading.Directory, run.Today, ownAddresses, settings.AuthservId, settings.AllowDomains);

    /// <summary>How things stood when the round began; worked out for the first sheet.</summary>
    public AnswerExpectations Expected(AnswerIntake answers, Agency sender) =>
        (_expected ??= answers.Expected(Reading, Run.Today, null)) with { Sender = sender };

    /// <summary>The forms that were out when the round began; looked up for the first workbook that may be one.</summary>
    public async Task<ReportExpectations> ReportsAsync(ReportIntake reports, CancellationToken cancellationToken) =>
        _reports ??= await reports.ExpectedAsync(Reading, Run.Today, cancellationToken);
}
