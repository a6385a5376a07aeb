using CcHc.Adapters.Alerts;
using CcHc.Adapters.Backups;
using CcHc.Adapters.Files;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Mail.Mailbox;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Answers;
using CcHc.Adapters.Storage.Mailbox;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Storage.Users;
using CcHc.Adapters.Wording;
using CcHc.Dashboard.Pages.Jobs;
using CcHc.Office;
using CcHc.Office.Letters;
using CcHc.Worker.Execution;
using CcHc.Worker.Jobs;
using CcHc.Worker.Jobs.Chase;
using CcHc.Worker.Jobs.CheckRegisters;
using CcHc.Worker.Jobs.CollectAnswers;
using CcHc.Worker.Jobs.CollectReports;
using CcHc.Worker.Jobs.ConsolidatePeriod;
using CcHc.Worker.Jobs.DeliverMail;
using CcHc.Worker.Jobs.HealthMail;
using CcHc.Worker.Jobs.Housekeeping;
using CcHc.Worker.Jobs.ImportPlans;
using CcHc.Worker.Jobs.IssueForms;
using CcHc.Worker.Jobs.MakeBackup;
using CcHc.Worker.Jobs.ReadMailbox;
using CcHc.Worker.Jobs.ReadRegisters;
using CcHc.Worker.Jobs.RemindAgencies;
using CcHc.Worker.Jobs.WriteStatusReport;
using CcHc.Worker.Scheduling;
using CcHc.Worker.Timing;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker;

/// <summary>Every registration of the worker, on one screen.</summary>
public static class Wiring
{
    public static IServiceCollection AddCcHc(this IServiceCollection services, JobsFile office, MachineSettings machine, TimeProvider clock)
    {
        services.AddSingleton(clock).AddSingleton<OfficeClock>();
        services.AddSingleton(office).AddSingleton(machine).AddSingleton(machine.Mail with { ReplyTo = office.Contact.Email });
        services.AddSingleton(new SharedFolder(office.SharedFolder, office.OutputFolder));
        services.AddSingleton(_ => WordingFolder.Read(machine.WordingFolder)).AddSingleton<OfficeRules>().AddSingleton<FirstDayOfMail>();

        services.AddSingleton(_ => machine.OpenDatabase());
        services.AddSingleton(provider => new SafeMigration(provider.GetRequiredService<Database>(), machine, office.Path, clock));
        services.AddSingleton<SentLedger>().AddSingleton<OutboxStore>().AddSingleton<LetterHold>().AddSingleton<TrialLetters>().AddSingleton<RunLog>();
        services.AddSingleton<FindingLedger>().AddSingleton<KnownRegisters>().AddSingleton<ScanHistory>();
        services.AddSingleton<ReportPeriods>().AddSingleton<SubmittedFiles>().AddSingleton<ReportPapers>().AddSingleton<ReportOutputs>()
            .AddSingleton<ReportEvents>().AddSingleton<ReportBook>();
        services.AddSingleton<UserStore>().AddSingleton<AuditTrail>().AddSingleton<RunQueue>().AddSingleton<JobPlans>().AddSingleton<OfficeSnapshotStore>()
            .AddSingleton<OfficeSnapshotWriter>();
        services.AddSingleton(provider => new RegisterSnapshots(provider.GetRequiredService<Database>(), machine.DataFolder));

        services.AddSingleton(provider => MailSenders.Create(provider.GetRequiredService<MailSettings>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(DeliveryPolicy.Default).AddSingleton<OutboxDispatcher>().AddSingleton<ReminderQueue>().AddSingleton<OfficersList>();

        services.AddSingleton<FallbackWorkbookReader>().AddSingleton<WorkingDayCalendar>().AddSingleton<AnswerReader>();
        services.AddSingleton(provider => new OfficeReader(
            provider.GetRequiredService<SharedFolder>(), office, provider.GetRequiredService<FallbackWorkbookReader>(),
            provider.GetRequiredService<ScanHistory>(),
            provider.GetRequiredService<AnswerReader>(), provider.GetRequiredService<ReportBook>(), provider.GetRequiredService<OfficeSnapshotWriter>(),
            provider.GetRequiredService<AnswerBook>()));
        services.AddSingleton<AnswerStore>().AddSingleton<AnswerBook>().AddSingleton<AnswerIntake>().AddSingleton<AnswerReceiptMailer>()
            .AddSingleton<PendingEntryList>();
        services.AddSingleton(machine.Mailbox).AddSingleton<IMailbox, ImapMailbox>().AddSingleton<IncomingMailStore>().AddSingleton<OutboxBounces>();
        services.AddSingleton<MailedFiles>().AddSingleton<MailboxIntake>().AddSingleton<IJob, ReadMailboxJob>().AddSingleton<ChaseQueue>()
            .AddSingleton<ChaseSender>();
        services.AddSingleton<IJob, RemindAgenciesJob>().AddSingleton<IJob, WriteStatusReportJob>().AddSingleton<IJob, CheckRegistersJob>();
        services.AddSingleton<OfficePeriods>().AddSingleton<AskedPeriods>().AddSingleton<PastReports>().AddSingleton<MailGate>().AddSingleton<MailQueue>();
        services.AddSingleton<FormIssuer>().AddSingleton<ReportIntake>().AddSingleton<VersionKeeper>().AddSingleton<PeriodDecisions>()
            .AddSingleton<ReceiptMailer>();
        services.AddSingleton<PlanImports>().AddSingleton<PlanIntake>().AddSingleton<PlanLetters>().AddSingleton<IJob, ImportPlansJob>();
        services.AddSingleton<PeriodMaterial>().AddSingleton<PeriodConsolidator>().AddSingleton<ResultMailer>();
        services.AddSingleton<IJob, IssueFormsJob>().AddSingleton<IJob, CollectReportsJob>().AddSingleton<IJob, ConsolidatePeriodJob>();
        services.AddSingleton<IJob, DeliverMailJob>().AddSingleton<IJob, ReadRegistersJob>().AddSingleton<IJob, HousekeepingJob>()
            .AddSingleton<IJob, HealthMailJob>().AddSingleton<IJob, MakeBackupJob>();
        services.AddSingleton(new AlertStore(machine.DataFolder)).AddSingleton<Alarms>();
        services.AddSingleton<HeartbeatPing>().AddSingleton<JobRunner>().AddSingleton<RunLiveness>();
        services.AddSingleton<NextRunTimes>().AddSingleton(provider => new NextRuns(provider.GetRequiredService<NextRunTimes>().ReadAsync));
        return services;
    }
}
