using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Sharing;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Wording;
using CcHc.Worker.Engine;
using CcHc.Worker.Jobs;
using CcHc.Worker.Jobs.AssembleReport;
using CcHc.Worker.Jobs.CheckRegisters;
using CcHc.Worker.Jobs.ReadRegisters;
using CcHc.Worker.Jobs.RemindAgencies;
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
        services.AddSingleton<SentLedger>().AddSingleton<Outbox>().AddSingleton<RunLog>();
        services.AddSingleton(provider => new RegisterShelf(provider.GetRequiredService<Database>(), machine.DataFolder));

        services.AddSingleton(provider => MailSenders.Create(machine.Mail, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(DeliveryPolicy.Default).AddSingleton<Postman>().AddSingleton<LetterQueue>();

        services.AddSingleton<SteadyReader>().AddSingleton<WorkingDays>();
        services.AddSingleton(provider => new OfficeReader(
            provider.GetRequiredService<SharedFolder>(), office.ProvinceName, provider.GetRequiredService<SteadyReader>(), provider.GetRequiredService<RegisterShelf>()));
        services.AddSingleton<IJob, RemindAgenciesJob>().AddSingleton<IJob, AssembleReportJob>().AddSingleton<IJob, CheckRegistersJob>();
        services.AddSingleton<DeadMansPing>().AddSingleton<JobRunner>();
        return services;
    }
}
