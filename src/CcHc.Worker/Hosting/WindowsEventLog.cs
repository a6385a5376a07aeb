using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Serilog.Core;
using Serilog.Events;

namespace CcHc.Worker.Hosting;

/// <summary>
/// The event log of Windows (nhật ký sự kiện), where a service that has no console tells what goes wrong: warnings and errors as the log file has them, each
/// with its level.
/// </summary>
/// <param name="write">The text, and whether it is an error.</param>
public sealed class WindowsEventLog(Action<string, bool> write) : ILogEventSink
{
    /// <summary>Of one event; Windows refuses a longer one.</summary>
    public const int LongestEvent = 31_000;

    private const string Source = "CcHc";

    /// <summary>There in every Windows, for a service whose own source nobody registered.</summary>
    private const string CommonSource = "Application";

    private readonly LogLine _line = new(hasTime: false, priority: false);

    [SupportedOSPlatform("windows")]
    public static WindowsEventLog OfThisMachine()
    {
        var source = IsRegistered() ? Source : CommonSource;
        return new WindowsEventLog((text, isError) => EventLog.WriteEntry(source, text, isError ? EventLogEntryType.Error : EventLogEntryType.Warning));
    }

    public void Emit(LogEvent logEvent)
    {
        if (logEvent.Level < LogEventLevel.Warning)
        {
            return;
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture);
        _line.Format(logEvent, text);
        var whole = text.ToString().TrimEnd();
        write(whole.Length > LongestEvent ? whole[..LongestEvent] + "…" : whole, logEvent.Level >= LogEventLevel.Error);
    }

    [SupportedOSPlatform("windows")]
    private static bool IsRegistered()
    {
        try
        {
            return EventLog.SourceExists(Source);
        }
        catch (System.Security.SecurityException)
        {
            // Not found in what this account may search: then it is not registered where everybody may look.
            return false;
        }
    }
}
