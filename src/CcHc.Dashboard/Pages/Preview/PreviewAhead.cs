using CcHc.Dashboard.Snapshot;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CcHc.Dashboard.Pages.Preview;

/// <summary>
/// Works out a large office's next letters (chuẩn bị trước) as soon as anybody looks at a new reading, beside the page asked for: a country's take some
/// seconds, which whoever opens the preview then need not wait. Nothing is worked out while nobody looks.
/// </summary>
/// <param name="leastObligations">With fewer a preview is there at once.</param>
public sealed class PreviewAhead(OfficeSnapshotCache office, Previewer previewer, ILogger<PreviewAhead> logger, int leastObligations = 50_000)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var read in office.ReadAnewAsync(stoppingToken))
        {
            if (read.Obligations.Count >= leastObligations)
            {
                await PrepareAsync(Previewer.DayShownFirst(read), stoppingToken);
            }
        }
    }

    private async Task PrepareAsync(DateOnly day, CancellationToken cancellationToken)
    {
        try
        {
            await previewer.DayAsync(day, TrialRules.None, cancellationToken);
            logger.LogDebug("The letters of {Day:yyyy-MM-dd} are ready to be previewed.", day);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            logger.LogWarning(trouble, "The letters of {Day:yyyy-MM-dd} could not be worked out beforehand; they are when somebody asks for them.", day);
        }
    }
}
