using CcHc.Adapters.Settings.Machine;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Execution;

/// <summary>
/// Calls a watching service after each good run (báo còn sống): when the calls stop, that service raises the alarm, whatever broke here.
/// </summary>
public sealed partial class HeartbeatPing(MachineSettings machine, ILogger<HeartbeatPing> logger) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Does nothing without a configured address. A call that fails is logged and changes nothing: the watcher notices by itself.</summary>
    public async Task SendAsync(string job, CancellationToken cancellationToken)
    {
        if (machine.PingUrl.Length == 0)
        {
            return;
        }

        var url = machine.PingUrl.Replace("{job}", Uri.EscapeDataString(job), StringComparison.Ordinal);
        try
        {
            // Its status is all that counts; what else it says is not read.
            using var answer = await _http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                LogRefused(job, (int)answer.StatusCode);
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            LogFailed(job, fault.Message);
        }
    }

    public void Dispose() => _http.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Job}: the ping was answered {Status}.")]
    private partial void LogRefused(string job, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Job}: the ping failed. {Reason}")]
    private partial void LogFailed(string job, string reason);
}
