using CcHc.Adapters.Alarming;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Sharing;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Wording;
using CcHc.Worker.Execution;
using CcHc.Worker.Jobs;
using CcHc.Worker.Jobs.AssemblePeriod;
using CcHc.Worker.Jobs.AssembleReport;
using CcHc.Worker.Jobs.CheckRegisters;
using CcHc.Worker.Jobs.CollectReports;
using CcHc.Worker.Jobs.DeliverMail;
using CcHc.Worker.Jobs.HealthMail;
using CcHc.Worker.Jobs.Housekeeping;
using CcHc.Worker.Jobs.ImportPlans;
using CcHc.Worker.Jobs.IssueForms;
using CcHc.Worker.Jobs.MakeBackup;
using CcHc.Worker.Jobs.PeriodReports;
using CcHc.Worker.Jobs.ReadRegisters;
using CcHc.Worker.Jobs.RemindAgencies;
using CcHc.Worker.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker;

/// <summary>Every registration of the worker, on one screen.</summary>
public static class Wiring
{
    public static IServiceCollection AddCcHc(this IServiceCollection services, JobsFile office, MachineSettings machine, TimeProvider clock)
    {
        services.AddSingleton(clock).AddSingleton<OfficeClock>();
        services.AddSingleton(office).AddSingleton(machine).AddSingleton(machine.Mail);
        services.AddSingleton(new SharedFolder(office.SharedFolder, office.OutputFolder));
        services.AddSingleton(_ => WordingFolder.Read(machine.WordingFolder)).AddSingleton<OfficeRules>();

        services.AddSingleton(_ => machine.OpenDatabase());
        services.AddSingleton<SentLedger>().AddSingleton<Outbox>().AddSingleton<LetterHold>().AddSingleton<TrialLetters>().AddSingleton<RunLog>();
        services.AddSingleton<FindingLedger>().AddSingleton<RegisterMemory>().AddSingleton<RegisterRecords>();
        services.AddSingleton<ReportPeriods>().AddSingleton<Submissions>().AddSingleton<ReportOutputs>().AddSingleton<ReportEvents>().AddSingleton<ReportBook>();
        services.AddSingleton<People>().AddSingleton<AuditTrail>().AddSingleton<RunQueue>().AddSingleton<JobPlans>().AddSingleton<BoardStore>().AddSingleton<BoardWriter>();
        services.AddSingleton(provider => new RegisterShelf(provider.GetRequiredService<Database>(), machine.DataFolder));

        services.AddSingleton(provider => MailSenders.Create(machine.Mail, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(DeliveryPolicy.Default).AddSingleton<Postman>().AddSingleton<LetterQueue>();

        services.AddSingleton<SteadyReader>().AddSingleton<WorkingDayCalendar>().AddSingleton<AnswerReader>();
        services.AddSingleton(provider => new OfficeReader(
            provider.GetRequiredService<SharedFolder>(), office, provider.GetRequiredService<SteadyReader>(), provider.GetRequiredService<RegisterRecords>(),
            provider.GetRequiredService<AnswerReader>(), provider.GetRequiredService<ReportBook>(), provider.GetRequiredService<BoardWriter>()));
        services.AddSingleton<IJob, RemindAgenciesJob>().AddSingleton<IJob, AssembleReportJob>().AddSingleton<IJob, CheckRegistersJob>();
        services.AddSingleton<OfficePeriods>().AddSingleton<AskedPeriods>().AddSingleton<PastReports>().AddSingleton<Letterbox>();
        services.AddSingleton<FormIssuer>().AddSingleton<ReportIntake>().AddSingleton<VersionKeeper>().AddSingleton<PeriodDecisions>().AddSingleton<ReceiptPost>();
        services.AddSingleton<PlanImports>().AddSingleton<PlanIntake>().AddSingleton<PlanLetters>().AddSingleton<IJob, ImportPlansJob>();
        services.AddSingleton<PeriodMaterial>().AddSingleton<PeriodAssembler>().AddSingleton<ResultPost>();
        services.AddSingleton<IJob, IssueFormsJob>().AddSingleton<IJob, CollectReportsJob>().AddSingleton<IJob, AssemblePeriodJob>();
        services.AddSingleton<IJob, DeliverMailJob>().AddSingleton<IJob, ReadRegistersJob>().AddSingleton<IJob, HousekeepingJob>().AddSingleton<IJob, HealthMailJob>().AddSingleton<IJob, MakeBackupJob>();
        services.AddSingleton(new AlarmShelf(machine.DataFolder)).AddSingleton<Alarms>();
        services.AddSingleton<DeadMansPing>().AddSingleton<JobRunner>().AddSingleton<RunLiveness>();
        return services;
    }
}
