using System.Globalization;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Machine;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Hosting;
using Serilog.Extensions.Logging;

namespace CcHc.Worker.Hosting;

/// <summary>
/// The service's log (nhật ký dịch vụ): one line an event, to the console and to a rolling file in the data folder. What of it is written, and how much is
/// kept, may change while it runs.
/// </summary>
public sealed class ServiceLog : IDisposable
{
    private const long Megabyte = 1024 * 1024;

    private readonly ReloadableLogger _logger = new LoggerConfiguration().WriteTo.Sink(ToConsole()).CreateBootstrapLogger();
    private readonly SerilogLoggerFactory _factory;
    private (LogSettings Settings, string Folder)? _inForce;

    public ServiceLog() => _factory = new SerilogLoggerFactory(_logger);

    public Serilog.ILogger Logger => _logger;

    public ILogger<T> For<T>() => _factory.CreateLogger<T>();

    /// <summary>From now on as these settings say.</summary>
    public void Take(MachineSettings machine)
    {
        var folder = Path.Combine(machine.DataFolder, "log");
        if (_inForce == (machine.Log, folder))
        {
            return;
        }

        PrivateFiles.CreateFolder(folder);
        _logger.Reload(begun => WithEventLog(Rules(begun, machine.Log.Level))
            .WriteTo.Sink(ToConsole())
            .WriteTo.File(
                new LogLine(hasTime: true, priority: false), Path.Combine(folder, "cchc-.log"), rollingInterval: RollingInterval.Day, rollOnFileSizeLimit: true,
                fileSizeLimitBytes: machine.Log.MaxMegabytes * Megabyte, retainedFileCountLimit: null,
                retainedFileTimeLimit: TimeSpan.FromDays(machine.Log.KeepDays)));
        _inForce = (machine.Log, folder);
    }

    public void Dispose()
    {
        _factory.Dispose();
        _logger.Dispose();
    }

    private static LoggerConfiguration WithEventLog(LoggerConfiguration begun) =>
        WindowsServiceHost.IsNeeded && OperatingSystem.IsWindows() ? begun.WriteTo.Sink(WindowsEventLog.OfThisMachine()) : begun;

    /// <summary>Others' libraries tell what they do all day; what goes wrong in them is enough.</summary>
    private static LoggerConfiguration Rules(LoggerConfiguration begun, LogDetail level)
    {
        var others = level == LogDetail.Debug ? LogEventLevel.Information : level == LogDetail.Error ? LogEventLevel.Error : LogEventLevel.Warning;
        return begun.Filter.ByExcluding(static one => IsToldByTheVerb(one)).MinimumLevel.Is(LevelOf(level))
            .MinimumLevel.Override("Microsoft", others).MinimumLevel.Override("Quartz", others).MinimumLevel.Override("Hangfire", others)
            // The page and the metrics tell it, each time they are asked.
            .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LogEventLevel.Fatal)
            // That new keys are not sealed with a certificate is so by design: the folder is the service's alone.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error);
    }

    /// <summary>A host that cannot start says so to whoever started it, in one sentence.</summary>
    private static bool IsToldByTheVerb(LogEvent logEvent) =>
        logEvent.Properties.GetValueOrDefault("EventId") is StructureValue id
            && id.Properties.Any(static one => one is { Name: "Name", Value: ScalarValue { Value: "HostedServiceStartupFaulted" } });

    private static LogEventLevel LevelOf(LogDetail level) => level switch
    {
        LogDetail.Error => LogEventLevel.Error,
        LogDetail.Warning => LogEventLevel.Warning,
        LogDetail.Debug => LogEventLevel.Debug,
        _ => LogEventLevel.Information,
    };

    /// <summary>Under systemd the journal has the time, and wants the priority; else both stand in the line.</summary>
    private static ILogEventSink ToConsole()
    {
        var isJournal = Environment.GetEnvironmentVariable("JOURNAL_STREAM") is { Length: > 0 };
        return new ConsoleLines(new LogLine(hasTime: !isJournal, priority: isJournal));
    }

    private sealed class ConsoleLines(LogLine line) : ILogEventSink
    {
        private readonly Lock _oneAtATime = new();

        public void Emit(LogEvent logEvent)
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            line.Format(logEvent, text);
            lock (_oneAtATime)
            {
                Console.Out.Write(text.ToString());
                Console.Out.Flush();
            }
        }
    }
}
