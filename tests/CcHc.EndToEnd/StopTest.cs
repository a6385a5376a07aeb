using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CcHc.EndToEnd;

/// <summary>A service asked to stop finishes the letter in hand and hands the rest over; started from whatever folder, it has only its own settings.</summary>
public sealed class StopTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-stop-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Stop_FinishesTheLetterInHand_EvenWhenTheServerTakesEightSeconds()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Windows has no SIGTERM; Ctrl+C goes the same way through the program.
        }

        await using var server = new SlowMailServer(TimeSpan.FromSeconds(8));
        await PrepareOfficeAsync(server.Port);
        using (var foreign = new StreamWriter(Path.Combine(_folder, "noi-khac", "appsettings.json")))
        {
            await foreign.WriteAsync(
                """{ "urls": "http://127.0.0.1:1", "mail": { "mode": "preview" }, "Kestrel": { "Endpoints": { "x": { "Url": "http://0.0.0.0:1" } } } }""");
        }

        using var service = CcHcProgram.StartIn(Path.Combine(_folder, "noi-khac"), "serve", "--url", $"http://127.0.0.1:{FreePort()}", "--jobs",
            Path.Combine(_folder, "jobs.yml"));
        var said = Task.WhenAll(service.StandardOutput.ReadToEndAsync(), service.StandardError.ReadToEndAsync());
        try
        {
            await server.InHand.WaitAsync(TimeSpan.FromMinutes(2));
            Assert.Equal(0, Watches(service.Id));
            using var kill = Process.Start("kill", ["-TERM", FormattableString.Invariant($"{service.Id}")]);
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            await service.WaitForExitAsync(patience.Token);
        }
        catch (Exception failure) when (failure is TimeoutException or OperationCanceledException)
        {
            service.Kill(entireProcessTree: true);
            Assert.Fail(string.Join('\n', await said));
        }

        Assert.Equal(0, service.ExitCode);
        using var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, "data", "cchc.db")}");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "SELECT count(*) FILTER (WHERE state = 'sent'), count(*) FILTER (WHERE state IN ('sending', 'unknown')), count(*) FROM delivery";
        using var counts = command.ExecuteReader();
        counts.Read();
        // What the server took is written down as sent, nothing is in doubt, and the rest waits for the next start.
        Assert.Equal((server.Taken.Count, 0, true),
            (counts.GetInt32(0), counts.GetInt32(1), counts.GetInt32(0) > 0 && counts.GetInt32(0) < counts.GetInt32(2)));
    }

    /// <summary>A service manager counts an end by the signal itself as clean, and any code other than 0 as a failure: it restarts or alarms.</summary>
    [Fact]
    public async Task Stop_WhileTheServiceStillStarts_IsNoFailure()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Windows has no SIGTERM.
        }

        await PrepareOfficeAsync(FreePort());
        var data = Directory.CreateDirectory(Path.Combine(_folder, "data"));
        using var watcher = new FileSystemWatcher(data.FullName);
        var isStarting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Created += (_, _) => isStarting.TrySetResult();
        watcher.EnableRaisingEvents = true;
        using var service = CcHcProgram.StartIn(Path.Combine(_folder, "noi-khac"), "serve", "--url", $"http://127.0.0.1:{FreePort()}", "--jobs",
            Path.Combine(_folder, "jobs.yml"));
        var said = Task.WhenAll(service.StandardOutput.ReadToEndAsync(), service.StandardError.ReadToEndAsync());
        await isStarting.Task.WaitAsync(TimeSpan.FromMinutes(2));
        using var kill = Process.Start("kill", ["-TERM", FormattableString.Invariant($"{service.Id}")]);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await service.WaitForExitAsync(patience.Token);
        const int EndedBySignal = 128 + 15;
        Assert.True(service.ExitCode is 0 or EndedBySignal, $"{service.ExitCode}: {string.Join('\n', await said)}");
    }

    /// <summary>How many files and folders a process has the system watch.</summary>
    private static int Watches(int process) =>
        Directory.EnumerateFiles($"/proc/{process}/fdinfo")
            .Sum(file => File.ReadAllLines(file).Count(line => line.StartsWith("inotify", StringComparison.Ordinal)));

    private async Task PrepareOfficeAsync(int mailPort)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "noi-khac"));
        SampleProvince.CopyTo(Path.Combine(_folder, "chung"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "jobs.yml"),
            """
            office: { province: tỉnh Mẫu, standing_body: SNV }
            folders: { shared: chung, output: ra }
            regime: nd-09-2019
            reminders: { oldest_overdue_days: 0 }
            recipients: { admin: [mot@x.example, hai@x.example, ba@x.example, bon@x.example, nam@x.example] }
            jobs:
              - { name: health, does: health_mail, schedule: cron 0/5 * * * * ? }
              - { name: deliver, does: deliver_mail, schedule: cron 2/5 * * * * ? }
            """);
        await File.WriteAllTextAsync(Path.Combine(_folder, "appsettings.json"),
            $$"""{ "mail": { "mode": "smtp", "host": "127.0.0.1", "port": {{mailPort}}, "useTls": false, "senderAddress": "cchc@x.example" } }""");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Takes letters, each after a while.</summary>
    private sealed class SlowMailServer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly TaskCompletionSource _inHand = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TimeSpan _pause;
        private readonly Task _serving;

        public SlowMailServer(TimeSpan pause)
        {
            _pause = pause;
            _listener.Start();
            _serving = ServeAsync();
        }

        public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

        public Task InHand => _inHand.Task;

        public ConcurrentQueue<string> Taken { get; } = [];

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _serving;
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await _listener.AcceptTcpClientAsync();
                    await TalkAsync(client.GetStream());
                }
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private async Task TalkAsync(NetworkStream stream)
        {
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await SayAsync(stream, "220 cham");
            while (await reader.ReadLineAsync() is { } line)
            {
                var word = line.Split(' ')[0].ToUpperInvariant();
                if (word == "QUIT")
                {
                    await SayAsync(stream, "221 chao");
                    return;
                }

                if (word != "DATA")
                {
                    await SayAsync(stream, "250 duoc");
                    continue;
                }

                await SayAsync(stream, "354 gui");
                var letter = new StringBuilder();
                while (await reader.ReadLineAsync() is { } part && part != ".")
                {
                    letter.AppendLine(part);
                }

                _inHand.TrySetResult();
                await Task.Delay(_pause);
                Taken.Enqueue(letter.ToString());
                await SayAsync(stream, "250 da nhan");
            }
        }

        private static Task SayAsync(NetworkStream stream, string line) => stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n")).AsTask();
    }
}
