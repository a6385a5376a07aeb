using System.Threading.Channels;
using CcHc.Worker.Execution;
using CcHc.Worker.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Tests.Support;

/// <summary>One machine that works for a test office: the real engine, started and stopped by the test; it tells of each run that ends.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IHost _host;
    private readonly Channel<string> _said = Channel.CreateUnbounded<string>();

    private TestService(TestOffice office)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(new Listener(_said.Writer)).SetMinimumLevel(LogLevel.Information);
        builder.Services.AddCcHc(office.Office, office.Machine, office.Clock).AddHangfireExecution(office.Machine).AddQuartzScheduling();
        _host = builder.Build();
    }

    public IServiceProvider Services => _host.Services;

    public static async Task<TestService> StartAsync(TestOffice office)
    {
        var service = new TestService(office);
        await service._host.StartAsync();
        return service;
    }

    /// <summary>The next line the job runner logs that begins with the words.</summary>
    public async Task<string> HearAsync(string beginning)
    {
        using var patience = new CancellationTokenSource(Patience);
        var heard = new List<string>();
        try
        {
            await foreach (var line in _said.Reader.ReadAllAsync(patience.Token))
            {
                heard.Add(line);
                if (line.StartsWith(beginning, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Falls through to the message, which tells what was said instead.
        }

        throw new InvalidOperationException($"The service never said \"{beginning}\". It said: {string.Join(Environment.NewLine, heard)}");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private sealed class Listener(ChannelWriter<string> said) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            said.TryWrite(formatter(state, exception) + (exception is null ? "" : " " + exception));

        public void Dispose() => said.TryComplete();
    }
}
