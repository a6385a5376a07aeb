
namespace CcHc.Worker.Tests.Support;

/// <summary>What a test of a period report starts from: an office on an empty store.</summary>
public abstract class ReportTest : IAsyncLifetime
{
    internal ReportOffice Office { get; private set; } = null!;

    protected abstract Task<string?> PostgresAsync();

    public async Task InitializeAsync()
    {
        Office = new ReportOffice(await PostgresAsync());
        await using var host = await Office.Office.OpenAsync();
    }

    public async Task DisposeAsync() => await Office.DisposeAsync();
}
