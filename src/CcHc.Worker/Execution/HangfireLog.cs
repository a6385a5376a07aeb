using Hangfire.Logging;
using Microsoft.Extensions.Logging;
using LogLevel = Hangfire.Logging.LogLevel;

namespace CcHc.Worker.Execution;

/// <summary>
/// Hangfire's own messages in the service's log. Hangfire has one log for the whole process, which outlives a host that ended; its own provider then fails
/// every server that starts.
/// </summary>
internal sealed class HangfireLog(ILoggerFactory loggers) : ILogProvider
{
    public ILog GetLogger(string name)
    {
        try
        {
            return new Lines(loggers.CreateLogger(name));
        }
        catch (ObjectDisposedException)
        {
            return new Lines(null);
        }
    }

    private sealed class Lines(ILogger? logger) : ILog
    {
        public bool Log(LogLevel logLevel, Func<string>? messageFunc, Exception? exception)
        {
            var level = (Microsoft.Extensions.Logging.LogLevel)(int)logLevel;
            if (logger?.IsEnabled(level) != true || messageFunc is null)
            {
                return logger?.IsEnabled(level) == true;
            }

            logger.Log(level, default, (object?)null, exception, (_, _) => messageFunc());
            return true;
        }
    }
}
