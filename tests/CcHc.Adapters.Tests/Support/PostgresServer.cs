using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CcHc.Adapters.Tests.Support;

/// <summary>
/// A PostgreSQL server of the tests' own, in a temporary folder on a free loopback port; or the running one that CCHC_TEST_POSTGRES names. It ends with the
/// test process, however that ends: its shell waits on our pipe.
/// </summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private const string HowToInstall =
        "These tests need a PostgreSQL server. Install one (Debian, Ubuntu: apt install postgresql), put its bin folder on PATH, "
        + "or (on Windows always) set CCHC_TEST_POSTGRES to the connection string of a running server whose user may create schemas.";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "cchc-postgres-" + Guid.NewGuid().ToString("N")[..12]);
    private readonly List<string> _schemas = [];
    private Process? _server;

    /// <summary>Where it will listen; 0 for any free port.</summary>
    public int Port { get; init; }
    private string? _connectionString;

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("CCHC_TEST_POSTGRES") is { Length: > 0 } given)
        {
            _connectionString = given;
            return;
        }

        var bin = FindBinaries() ?? throw new InvalidOperationException(HowToInstall);
        Directory.CreateDirectory(_folder);
        await InitialiseClusterAsync(bin);
        var port = Port == 0 ? FreePort() : Port;
        _server = Start("/bin/sh", ["-c", ServerScript(bin, port)]);
        _connectionString = $"Host=127.0.0.1;Port={port.ToString(CultureInfo.InvariantCulture)};Username=cchc;Database=postgres;Maximum Pool Size=40";
        await WaitUntilReadyAsync();
    }

    /// <summary>A connection string with an empty schema of its own.</summary>
    public async Task<string> NewSchemaAsync()
    {
        var schema = "t" + Guid.NewGuid().ToString("N");
        await ExecuteAsync($"CREATE SCHEMA {schema}");
        _schemas.Add(schema);
        return new NpgsqlConnectionStringBuilder(_connectionString) { SearchPath = schema }.ConnectionString;
    }

    public async Task DisposeAsync()
    {
        if (_server is null)
        {
            foreach (var schema in _schemas)
            {
                await ExecuteAsync($"DROP SCHEMA {schema} CASCADE; DROP SCHEMA IF EXISTS {schema}_hangfire CASCADE");
            }
        }
        else
        {
            NpgsqlConnection.ClearAllPools();
            _server.StandardInput.Close();
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string? FindBinaries()
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")) : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return installed.Concat(onPath).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")));
    }

    private async Task InitialiseClusterAsync(string bin)
    {
        var own = Environment.IsPrivilegedProcess ? $"chown nobody '{_folder}' && " : "";
        using var initdb =
            Start("/bin/sh", ["-c", $"{own}{AsOrdinaryUser}'{bin}/initdb' -D '{_folder}/data' -U cchc -A trust -E UTF8 --locale=C.UTF-8 --no-sync"]);
        var output = initdb.StandardOutput.ReadToEndAsync();
        var errors = await initdb.StandardError.ReadToEndAsync();
        await initdb.WaitForExitAsync();
        if (initdb.ExitCode != 0)
        {
            throw new InvalidOperationException($"initdb failed: {await output}{errors}");
        }
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static string AsOrdinaryUser => Environment.IsPrivilegedProcess ? "setpriv --reuid=nobody --regid=$(id -g nobody) --clear-groups " : "";

    private string ServerScript(string bin, int port) => string.Create(CultureInfo.InvariantCulture,
        $"""
        {AsOrdinaryUser}'{bin}/postgres' -D '{_folder}/data' -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{_folder}' \
            -c fsync=off -c full_page_writes=off -c max_connections=400 -c shared_buffers=32MB >'{_folder}/log' 2>&1 </dev/null &
        server=$!
        cat >/dev/null
        kill -INT $server
        wait $server
        """);

    private async Task WaitUntilReadyAsync()
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(_connectionString);
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (patience.Elapsed < TimeSpan.FromSeconds(60) && !_server!.HasExited)
            {
                await Task.Delay(50);
            }
            catch (NpgsqlException refused)
            {
                throw new InvalidOperationException(
                    $"The test PostgreSQL server did not start: {await File.ReadAllTextAsync(Path.Combine(_folder, "log"))}", refused);
            }
        }
    }

    private static Process Start(string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
    })!;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Tests that share the one server of the run.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}
