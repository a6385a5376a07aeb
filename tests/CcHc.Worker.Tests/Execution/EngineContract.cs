using CcHc.Worker.Execution;
using Microsoft.AspNetCore.Builder;

namespace CcHc.Worker.Tests.Execution;

/// <summary>What holds of a due run, whichever engine this build has.</summary>
public abstract class EngineContract : IAsyncLifetime
{
    protected RecordingRuns Runs { get; } = new();

    protected WebApplication App { get; private set; } = null!;

    protected bool HasDashboard { get; private set; }

    /// <summary>The settings the host is built with; true of them: this build has an engine for them.</summary>
    protected abstract Task<(EngineSettings Settings, bool HasEngine)> SettingsAsync();

    public async Task InitializeAsync()
    {
        var (settings, _) = await SettingsAsync();
        (App, HasDashboard) = await EngineHost.StartAsync(settings, Runs);
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    [Fact]
    public async Task Dispatch_MakesEachRunOnce_WhoeverMakesIt()
    {
        foreach (var key in new[] { "2026-04-01T07:30", "2026-04-02T07:30" })
        {
            if (!EngineHost.Dispatcher(App).TryDispatch("remind", key))
            {
                await Runs.RunAsync("remind", key, wasBegunBefore: false, CancellationToken.None);
            }
        }

        var made = new[] { await Runs.NextAsync(), await Runs.NextAsync() };
        Assert.Equal(["2026-04-01T07:30", "2026-04-02T07:30"], made.Select(run => run.OccurrenceKey).Order(StringComparer.Ordinal));
        Assert.All(made, run => Assert.Equal(("remind", false), (run.Job, run.WasBegunBefore)));
    }

    [Fact]
    public async Task Engine_TakesRuns_AndHasPages_OrNeither()
    {
        var (_, hasEngine) = await SettingsAsync();

        Assert.Equal((hasEngine, hasEngine), (EngineHost.Dispatcher(App).TryDispatch("remind", "2026-04-03T07:30"), HasDashboard));
        using var browser = new HttpClient();
        using var page = await browser.SendAsync(EngineHost.Request(App, "/hangfire", EngineRight.View));
        Assert.Equal(hasEngine, page.IsSuccessStatusCode);
    }
}
