using System.Diagnostics;
using System.Net;
using CcHc.Adapters.Tests.Support;

namespace CcHc.EndToEnd;

/// <summary>RELIABILITY 60: a service whose database is down stands there and says so, and begins by itself once it is up.</summary>
public sealed class ServiceStartTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-start-").FullName;
    private readonly HttpClient _watcher = new();

    public void Dispose()
    {
        _watcher.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task AServiceWhoseDatabaseIsDown_IsNotReady_UntilItIsUp()
    {
        await PrepareOfficeAsync();
        var (page, port) = (PostgresServer.FreePort(), PostgresServer.FreePort());
        var environment = new Dictionary<string, string> { ["CCHC_POSTGRES"] =
            FormattableString.Invariant($"Host=127.0.0.1;Port={port};Username=cchc;Database=postgres;Timeout=2") };
        using var service = CcHcProgram.Start(environment, "serve", "--url", $"http://127.0.0.1:{page}", "--jobs", Path.Combine(_folder, "jobs.yml"));
        var said = Task.WhenAll(service.StandardOutput.ReadToEndAsync(), service.StandardError.ReadToEndAsync());
        var postgres = new PostgresServer { Port = port };
        try
        {
            var down = await UntilAsync($"http://127.0.0.1:{page}/health/ready", _ => true, service, said);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, down.Status);
            Assert.Contains("\"name\":\"database\",\"ok\":false", down.Text, StringComparison.Ordinal);

            await postgres.InitializeAsync();
            var up = await UntilAsync($"http://127.0.0.1:{page}/health/ready", status => status == HttpStatusCode.OK, service, said);
            Assert.Contains("\"name\":\"database\",\"ok\":true", up.Text, StringComparison.Ordinal);
        }
        finally
        {
            service.Kill(entireProcessTree: true);
            await said;
            await postgres.DisposeAsync();
        }
    }

    private async Task PrepareOfficeAsync()
    {
        SampleProvince.CopyTo(Path.Combine(_folder, "chung"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "jobs.yml"),
            """
            office: { province: tỉnh Mẫu, standing_body: SNV }
            folders: { shared: chung, output: ra }
            regime: nd-09-2019
            jobs:
              - { name: read, does: read_registers, schedule: every day at 23:59 }
            """);
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"), """{ "mail": { "mode": "preview", "senderAddress": "cchc@x.example" } }""");
    }

    /// <summary>Asks until the answer is the one wanted.</summary>
    private async Task<(HttpStatusCode Status, string Text)> UntilAsync(string address, Func<HttpStatusCode, bool> isWanted, Process service,
        Task<string[]> said)
    {
        var (patience, last) = (Stopwatch.StartNew(), "nobody answered");
        while (patience.Elapsed < TimeSpan.FromSeconds(90) && !service.HasExited)
        {
            try
            {
                using var answer = await _watcher.GetAsync(new Uri(address));
                last = await answer.Content.ReadAsStringAsync();
                if (isWanted(answer.StatusCode))
                {
                    return (answer.StatusCode, last);
                }
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException(
            $"{address} never gave the answer wanted, last: {last}. {(service.HasExited ? string.Join(Environment.NewLine, await said) : "")}");
    }
}
