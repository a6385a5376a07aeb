namespace CcHc.Adapters.Tests.Support;

/// <summary>One plain server for the tests of a class.</summary>
public sealed class SharedSmtpServer : IAsyncLifetime
{
    public BreakingMailServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await BreakingMailServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
