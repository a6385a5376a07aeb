using System.Data.Common;
using CcHc.Adapters.Files;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CcHc.Adapters.Storage;

/// <summary>The product's database (cơ sở dữ liệu): an SQLite file, or PostgreSQL when a connection string is given.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly Func<CancellationToken, ValueTask<DbConnection>> _open;
    private readonly Func<ValueTask> _close;

    private Database(SqlDialect dialect, Func<CancellationToken, ValueTask<DbConnection>> open, Func<ValueTask> close)
    {
        StoredValues.Register();
        (Dialect, _open, _close) = (dialect, open, close);
    }

    internal SqlDialect Dialect { get; }

    /// <summary>The schema version this program brings a database to.</summary>
    public static int LatestVersion => SchemaMigration.Latest;

    /// <param name="connectionString">Of PostgreSQL; empty for the SQLite file.</param>
    public static Database For(string connectionString, string file) => connectionString.Length > 0 ? Postgres(connectionString) : Sqlite(file);

    /// <param name="file">Created with its folder when missing. A local disk: SQLite's WAL does not work over a network share.</param>
    public static Database Sqlite(string file)
    {
        var path = Path.GetFullPath(file);
        PrivateFiles.CreateFolder(Path.GetDirectoryName(path)!);
        // SQLite gives the files it makes beside it the same rights.
        PrivateFiles.Ensure(path);
        var connectionString = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        return new Database(SqlDialect.Sqlite, Open, Close);

        async ValueTask<DbConnection> Open(CancellationToken cancellationToken)
        {
            var connection = new SqliteConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000");
            return connection;
        }

        ValueTask Close()
        {
            using var connection = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(connection);
            return ValueTask.CompletedTask;
        }
    }

    public static Database Postgres(string connectionString)
    {
        var source = NpgsqlDataSource.Create(connectionString);
        return new Database(SqlDialect.Postgres, async cancellationToken => await source.OpenConnectionAsync(cancellationToken), source.DisposeAsync);
    }

    /// <summary>The same database, its connections handed through <paramref name="door"/>: what counts, watches or breaks calls stands there.</summary>
    public Database Through(Func<DbConnection, DbConnection> door) => new(Dialect, async cancellationToken => door(await _open(cancellationToken)), _close);

    /// <summary>An open connection of the pool; the caller disposes it.</summary>
    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken = default) => _open(cancellationToken);

    /// <summary>Brings the schema to this program's version. Safe when several processes start at once.</summary>
    /// <exception cref="NewerDataException">The database was already migrated by a newer program.</exception>
    /// <param name="upTo">The version of an earlier release to stop at; null: this program's.</param>
    public async Task MigrateAsync(TimeProvider clock, CancellationToken cancellationToken = default, int? upTo = null)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await SchemaMigration.RunAsync(connection, Dialect, clock.GetUtcNow(), upTo ?? LatestVersion, cancellationToken);
    }

    /// <summary>The schema version it is at; 0 for an empty one. Changes nothing.</summary>
    public async Task<int> VersionAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var tables = await connection.QueryAsync<string>(new CommandDefinition(Dialect.TableNames, cancellationToken: cancellationToken));
        return tables.Contains("schema_version", StringComparer.Ordinal)
            ? await connection.ExecuteScalarAsync<int>(
                new CommandDefinition("SELECT coalesce(max(version), 0) FROM schema_version", cancellationToken: cancellationToken)) : 0;
    }

    /// <summary>Has it answer (SELECT 1).</summary>
    /// <exception cref="DbException">It does not.</exception>
    public async Task AskAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteScalarAsync<int>(new CommandDefinition("SELECT 1", cancellationToken: cancellationToken));
    }

    /// <summary>What the database's own clock says; null for a file, which has none.</summary>
    public async Task<DateTimeOffset?> AskTimeAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return Dialect.Now.Length == 0
            ? null : await connection.QuerySingleAsync<DateTimeOffset>(new CommandDefinition(Dialect.Now, cancellationToken: cancellationToken));
    }

    public ValueTask DisposeAsync() => _close();
}
