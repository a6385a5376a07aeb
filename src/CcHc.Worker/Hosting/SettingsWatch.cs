using CcHc.Adapters.Settings;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Hosting;

/// <summary>Waits for settings that changed and are good. Wrong ones are told and not taken: the old ones stay in force.</summary>
public sealed partial class SettingsWatch(string jobsPath, TimeProvider time, ILogger<SettingsWatch> logger, TimeSpan? pause = null)
{
    private readonly TimeSpan _pause = pause ?? TimeSpan.FromSeconds(5);

    private string _refused = "";

    /// <summary>Empty, or why the files as they lie there now were not taken; in exact English, with the line.</summary>
    public string Trouble { get; private set; } = "";

    /// <param name="tell">Told each reason once, and an empty one when the files are good again.</param>
    /// <returns>The new settings, or null when asked to stop.</returns>
    public async Task<OfficeSettings?> NextAsync(OfficeSettings inForce, Func<string, Task> tell, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(_pause, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                var fingerprint = OfficeSettings.FingerprintOf(jobsPath);
                if (fingerprint != inForce.Fingerprint && fingerprint != _refused)
                {
                    var next = OfficeSettings.Read(jobsPath);
                    await GoodAgainAsync(tell);
                    return next;
                }

                if (fingerprint == inForce.Fingerprint)
                {
                    await GoodAgainAsync(tell);
                }
            }
            catch (SettingsException wrong)
            {
                (_refused, Trouble) = (OfficeSettings.FingerprintOf(jobsPath), wrong.Message);
                LogRefused(wrong.Message);
                await tell(wrong.Message);
            }
            catch (IOException busy)
            {
                // An editor is saving; the next look will find it done.
                LogBusy(busy.Message);
            }
        }

        return null;
    }

    private async Task GoodAgainAsync(Func<string, Task> tell)
    {
        if (Trouble.Length > 0)
        {
            (_refused, Trouble) = ("", "");
            await tell("");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Changed settings were refused, the old ones stay in force. {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Settings could not be read just now: {Reason}")]
    private partial void LogBusy(string reason);
}
