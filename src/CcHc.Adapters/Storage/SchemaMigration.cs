using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Dapper;

namespace CcHc.Adapters.Storage;

/// <summary>Applies the numbered scripts of Migrations/ that a database has not seen yet, all in one transaction.</summary>
internal static class SchemaMigration
{
    private const string Folder = "Migrations/";

    public static async Task RunAsync(DbConnection connection, SqlDialect dialect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (dialect.MigrationLock is not "")
        {
            await connection.ExecuteAsync(dialect.MigrationLock, transaction: transaction);
        }

        await connection.ExecuteAsync(
            dialect.Write("CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, name text NOT NULL, applied_at {timestamp} NOT NULL)"),
            transaction: transaction);
        var reached = await connection.ExecuteScalarAsync<int>("SELECT coalesce(max(version), 0) FROM schema_version", transaction: transaction);

        var scripts = Scripts();
        if (reached > scripts[^1].Version)
        {
            throw new InvalidOperationException(
                $"The database is at schema version {reached}, this program knows {scripts[^1].Version}: it was used by a newer release. Install that release, or restore a backup.");
        }

        foreach (var (version, name) in scripts.Where(script => script.Version > reached))
        {
            await connection.ExecuteAsync(dialect.Write(await ReadAsync(name, cancellationToken)), transaction: transaction);
            await connection.ExecuteAsync("INSERT INTO schema_version (version, name, applied_at) VALUES (@version, @name, @now)", new { version, name, now }, transaction);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>"0002-job-run.sql" is version 2.</summary>
    private static (int Version, string Name)[] Scripts() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
            .Select(resource => resource[Folder.Length..])
            .Select(name => (int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture), name))
            .Order(),
    ];

    private static async Task<string> ReadAsync(string name, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name)!);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
