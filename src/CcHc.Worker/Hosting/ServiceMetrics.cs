using System.Data.Common;
using System.Net.Sockets;
using System.Reflection;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Jobs;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Prometheus;

namespace CcHc.Worker.Hosting;

/// <summary>
/// What /metrics tells (số đo): which release this is, what is well, letters by state, and of each job its last run. Looked up when it is asked.
/// </summary>
public sealed class ServiceMetrics
{
    private readonly HealthCheckService _health;
    private readonly RunLog _log;
    private readonly OutboxStore _outbox;
    private readonly TrialLetters _trial;
    private readonly JobsFile _office;
    private readonly Gauge _ready;
    private readonly Gauge _deliveries;
    private readonly Gauge _start;
    private readonly Gauge _duration;
    private readonly Gauge _ok;
    private readonly Gauge _count;

    public ServiceMetrics(HealthCheckService health, RunLog log, OutboxStore outbox, TrialLetters trial, JobsFile office)
    {
        (_health, _log, _outbox, _trial, _office) = (health, log, outbox, trial, office);
        Registry = Prometheus.Metrics.NewCustomRegistry();
        var metrics = Prometheus.Metrics.WithCustomRegistry(Registry);
        metrics.CreateGauge("cchc_build_info", "Always 1; the release is its label.", "version").WithLabels(Version).Set(1);
        _ready = metrics.CreateGauge("cchc_ready", "1 when this check is well, as /health/ready has it.", "check");
        _deliveries =
            metrics.CreateGauge("cchc_mail_deliveries",
                "Letters to one address each, by what became of them; those that went to the test address instead of their own are \"trial\" and not \"sent\".",
                "state");
        _start = metrics.CreateGauge("cchc_job_last_start_seconds", "When the job's last finished run began, in seconds since 1970.", "job");
        _duration = metrics.CreateGauge("cchc_job_last_duration_seconds", "How long it took.", "job");
        _ok = metrics.CreateGauge("cchc_job_last_ok", "0 when it failed.", "job");
        _count = metrics.CreateGauge("cchc_job_last_count", "What it counted, by name.", "job", "name");
        DotNetStats.Register(Registry);
        Registry.AddBeforeCollectCallback(LookAsync);
    }

    public static string Version { get; } = typeof(ServiceMetrics).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public CollectorRegistry Registry { get; }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, check) in (await _health.CheckHealthAsync(cancellationToken)).Entries)
        {
            _ready.WithLabels(name).Set(check.Status == HealthStatus.Healthy ? 1 : 0);
        }

        try
        {
            await LookIntoDatabaseAsync(cancellationToken);
        }
        catch (Exception away) when (away is DbException or SocketException or TimeoutException)
        {
            // cchc_ready{check="database"} says it; the other numbers stay as they were last seen.
        }
    }

    private async Task LookIntoDatabaseAsync(CancellationToken cancellationToken)
    {
        var (onTrial, letters) = (await _trial.CountAsync(cancellationToken), await _outbox.CountAsync(cancellationToken));
        foreach (var state in Enum.GetValues<DeliveryState>())
        {
            _deliveries.WithLabels(state.Code()).Set(letters.GetValueOrDefault(state) - (state == DeliveryState.Sent ? onTrial : 0));
        }

        _deliveries.WithLabels("trial").Set(onTrial);

        var latest = await _log.LatestAsync(cancellationToken);
        foreach (var job in _office.Jobs.Select(job => job.Name))
        {
            if (latest.GetValueOrDefault(job) is { FinishedAt: { } finished, Outcome: { } outcome } run)
            {
                _start.WithLabels(job).Set(run.StartedAt.ToUnixTimeSeconds());
                _duration.WithLabels(job).Set((finished - run.StartedAt).TotalSeconds);
                _ok.WithLabels(job).Set(outcome.Result == JobResult.Failed ? 0 : 1);
                foreach (var (name, count) in outcome.Counts)
                {
                    _count.WithLabels(job, name).Set(count);
                }
            }
        }
    }
}
