using Microsoft.Extensions.Logging;

namespace CcHc.Dashboard.Tests.Support;

/// <summary>Keeps the first line a service writes to its log, for a test that awaits it.</summary>
internal sealed class FirstMessage<T> : ILogger<T>
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource<string> _said = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<string> SaidAsync() => _said.Task.WaitAsync(Longest);

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _said.TrySetResult(formatter(state, exception));
}
