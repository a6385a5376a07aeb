using CcHc.Adapters.Settings;
using CcHc.Adapters.Storage;
using CcHc.Core.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Engine;

/// <summary>Takes the runs people asked for on the dashboard (yêu cầu chạy ngay) and gives them to the job runner, one after another.</summary>
public sealed partial class WishKeeper(RunRequests requests, JobRunner runner, JobsFile office, TimeProvider time, ILogger<WishKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                foreach (var wish in await requests.TakeAsync(stoppingToken))
                {
                    await RunAsync(wish, stoppingToken);
                }
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                // The database is away; whoever keeps the schedule tells of it.
                LogTrouble(trouble.Message);
                pause = PauseAfterTrouble;
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync(RunWish wish, CancellationToken cancellationToken)
    {
        var ask = wish.Ask.Length > 0 ? ReportAsk.Read(wish.Ask) : null;
        var job = office.Jobs.FirstOrDefault(one => one.Name == wish.Job);
        if (job is null)
        {
            LogUnknown(wish.Job, wish.AskedBy);
            return;
        }

        await runner.RunAsync(new RunRequest(job, "asked-" + wish.Id) { Ask = ask }, NoProgress.Instance, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Requests of the dashboard cannot be read: {Reason}")]
    private partial void LogTrouble(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Person} asked for the job {Job}, which jobs.yml no longer has.")]
    private partial void LogUnknown(string job, string person);
}
