using CcHc.Adapters.Mail;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Jobs;
using CcHc.Worker.Execution;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Tests.Faults;

/// <summary>
/// One whole day of an office, Monday 22 June 2026: registers read and checked, forms issued, agencies reminded, a report dropped and taken in, the period put
/// together, letters delivered. A job that does not end well is run again, by a program started anew, as the engine would.
/// </summary>
/// <param name="database">Every statement passes it.</param>
/// <param name="mail">Every letter passes it.</param>
internal sealed class FaultDay(ReportOffice office, FaultDoor database, FaultDoor mail, FaultWay way, FaultyClock clock)
{
    private const int MostTries = 4;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(5);

    /// <summary>Longer than any lease or pause of a letter.</summary>
    private static readonly TimeSpan BetweenDeliveries = TimeSpan.FromMinutes(70);

    private readonly List<ArrivedLetter> _arrived = [];
    private readonly List<string> _troubles = [];

    /// <summary>Called with true when the program starts, with false when it has ended: what the test itself does in between is not to fail.</summary>
    public Action<bool> Running { get; init; } = static _ => { };

    /// <summary>Called before the program is started again.</summary>
    public Action Restart { get; init; } = static () => { };

    public static DateTimeOffset Begin { get; } = ReportOffice.At(6, 22, 7);

    public async Task<LivedDay> LiveAsync()
    {
        var before = FilesBelow(office.Office.Shared);
        await WorkAsync(JobDuty.ReadRegisters);
        await WorkAsync(JobDuty.CheckRegisters);
        await WorkAsync(JobDuty.IssueForms, new PeriodCommand(ReportOffice.Period, "An", ""));
        await WorkAsync(JobDuty.RemindAgencies);
        var dropped = office.Drop("STP.xlsx", office.Form("STP").FillAll().Done("Công bố", new DateOnly(2026, 6, 12))
            .Save(ReportOffice.At(6, 22, 7)), ReportOffice.At(6, 22, 7));
        before[Path.GetRelativePath(office.Office.Shared, dropped)] = Look(dropped);
        await WorkAsync(JobDuty.CollectReports);
        await WorkAsync(JobDuty.AssemblePeriod);
        await WorkAsync(JobDuty.AssembleReport);
        await WorkAsync(JobDuty.HealthMail);
        await WorkAsync(JobDuty.Housekeeping);
        var troubles = _troubles.ToList();

        // Whatever was broken is whole again, and what is under way comes to rest. Agencies are reminded once more: a run under another date did not see what
        // is due today only.
        Restart();
        clock.SetRight();
        clock.Now += BetweenDeliveries;
        await WorkAsync(JobDuty.RemindAgencies);
        for (var round = 0; round < 4; round++)
        {
            clock.SetRight();
            clock.Now += BetweenDeliveries;
            await WorkAsync(JobDuty.DeliverMail);
        }

        return await LivedDay.OfAsync(office, _arrived, troubles, before, FilesBelow(office.Office.Shared));
    }

    private async Task WorkAsync(JobDuty duty, PeriodCommand? ask = null)
    {
        var occurrence = FormattableString.Invariant($"{duty} {clock.Now:HHmm}");
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            Running(true);
            var isDone = await TryAsync(duty, ask, occurrence, attempt);
            Running(false);
            if (isDone)
            {
                return;
            }

            database.Heal();
            mail.Heal();
            Restart();
            clock.SetRight();
            clock.Now += BetweenTries;
        }

        throw new UnfinishedDayException($"{duty} did not end well in {MostTries} tries: {string.Join("; ", _troubles)}");
    }

    /// <summary>The program is started, runs the job and ends.</summary>
    /// <returns>False when it is to be run again.</returns>
    private async Task<bool> TryAsync(JobDuty duty, PeriodCommand? ask, string occurrence, int attempt)
    {
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddCcHc(office.Office.Office, office.Office.Machine, clock);
        services.AddSingleton(_ => office.Office.Machine.OpenDatabase().Through(connection => new FaultyConnection(connection, database)));
        services.AddSingleton<IMailSender>(new FaultyMail(_arrived, mail, way));
        await using var program = services.BuildServiceProvider();
        try
        {
            await program.GetRequiredService<Database>().MigrateAsync(clock);
            var job = office.Office.Office.Jobs.Single(one => one.Duty == duty);
            var cutShort = attempt == 0 ? null : await program.GetRequiredService<RunLog>().FindAsync(job.Name, occurrence);
            var request = new JobExecutionRequest(job, occurrence, IsRetry: attempt > 0) { DeadAttempt = cutShort?.Attempt, Ask = ask,
                IsTriedAgain = attempt + 1 < MostTries };
            var outcome = await program.GetRequiredService<JobRunner>().RunAsync(request, new Progress<(int, int)>(), CancellationToken.None);
            if (outcome is { Result: JobResult.Failed or JobResult.Partly })
            {
                _troubles.Add($"{duty}: {outcome.Summary}");
                return false;
            }

            return true;
        }
        catch (Exception fault) when (fault is InjectedFaultException or IOException or UnauthorizedAccessException
            || fault.InnerException is InjectedFaultException)
        {
            // The program ends with it, and whoever started it has it in the log.
            _troubles.Add($"{duty}: {fault.Message}");
            return false;
        }
    }

    private static Dictionary<string, string> FilesBelow(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), Look, StringComparer.Ordinal);

    private static string Look(string file) => FormattableString.Invariant($"{LivedDay.HashOf(file)} {File.GetLastWriteTimeUtc(file):O}");
}
