using System.Globalization;
using System.Text;
using CcHc.Core.Calendars;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Execution;

/// <summary>Keeps what is logged in the middle of a run, for those who look at the run (nhật ký của lần chạy). Runs at once do not mix.</summary>
public sealed class RunJournal : ILoggerProvider
{
    private const int MostLines = 200;
    private const int LongestLine = 500;

    private static readonly AsyncLocal<Lines?> Current = new();

    /// <summary>From now on, until it is disposed, what this run logs is kept.</summary>
    internal static Lines Begin(TimeProvider time)
    {
        var lines = new Lines(time);
        Current.Value = lines;
        return lines;
    }

    public ILogger CreateLogger(string categoryName) => new Listener(categoryName.StartsWith("CcHc.", StringComparison.Ordinal));

    public void Dispose()
    {
    }

    internal sealed class Lines(TimeProvider time) : IDisposable
    {
        private readonly StringBuilder _text = new();
        private int _count;

        public string Text
        {
            get
            {
                lock (_text)
                {
                    return _text.ToString();
                }
            }
        }

        public void Add(LogLevel level, string message)
        {
            lock (_text)
            {
                if (_count++ < MostLines)
                {
                    var line = message.ReplaceLineEndings(" ");
                    _text.Append(OfficeTime.Of(time.GetUtcNow()).ToString("HH:mm:ss ", CultureInfo.InvariantCulture));
                    _text.Append(level > LogLevel.Information ? $"[{level}] " : "").Append(line.Length > LongestLine ? line[..LongestLine] + "…" : line)
                        .Append('\n');
                }
            }
        }

        public void Dispose() => Current.Value = null;
    }

    private sealed class Listener(bool isOurs) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => isOurs && logLevel >= LogLevel.Information && Current.Value is not null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Current.Value!.Add(logLevel, formatter(state, exception) + (exception is null ? "" : $" {exception.GetType().Name}: {exception.Message}"));
            }
        }
    }
}
