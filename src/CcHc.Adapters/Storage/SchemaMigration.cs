using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Dapper;

namespace CcHc.Adapters.Storage;

/// <summary>Applies the numbered scripts of Migrations/ that a database has not seen yet, all in one transaction.</summary>
internal static partial class SchemaMigration
{
    private const string Folder = "Migrations/";

    /// <summary>The version this program brings a database to.</summary>
    public static int Latest => Scripts()[^1].Version;

    public static async Task RunAsync(DbConnection connection, SqlDialect dialect, DateTimeOffset now, int upTo, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ApplyAsync(transaction, dialect, now, upTo, cancellationToken);
        await transaction.CommitOrSayWhyAsync(cancellationToken);
    }

    /// <param name="upTo">The last version to apply: a backup is loaded at its own version and brought on from there.</param>
    public static async Task ApplyAsync(DbTransaction transaction, SqlDialect dialect, DateTimeOffset now, int upTo, CancellationToken cancellationToken)
    {
        var connection = transaction.Connection!;
        if (dialect.MigrationLock is not "")
        {
            await connection.ExecuteAsync(dialect.MigrationLock, transaction: transaction);
        }

        await connection.ExecuteAsync(
            dialect.Write("CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, name text NOT NULL, applied_at {timestamp} NOT NULL)"),
            transaction: transaction);
        var reached = await connection.ExecuteScalarAsync<int>("SELECT coalesce(max(version), 0) FROM schema_version", transaction: transaction);

        if (reached > Latest)
        {
            throw new NewerDataException(reached, Latest);
        }

        foreach (var (version, name) in Scripts().Where(script => script.Version > reached && script.Version <= upTo))
        {
            await connection.ExecuteAsync(dialect.Write(await ReadAsync(name, cancellationToken)), transaction: transaction);
            await connection.ExecuteAsync("INSERT INTO schema_version (version, name, applied_at) VALUES (@version, @name, @now)", new { version, name, now },
                transaction);
        }
    }

    /// <summary>The tables the scripts up to a version make, each after those it refers to. Tables of others in the same database are not among them.</summary>
    public static async Task<IReadOnlyList<string>> TablesAsync(int upTo, CancellationToken cancellationToken)
    {
        var tables = new List<string>();
        foreach (var (_, name) in Scripts().Where(script => script.Version <= upTo))
        {
            var script = await ReadAsync(name, cancellationToken);
            foreach (Match step in TableSteps().Matches(script))
            {
                _ = step.Groups["made"] is { Success: true } made ? Add(tables, made.Value) : tables.Remove(step.Groups["gone"].Value);
            }
        }

        return tables;

        static bool Add(List<string> tables, string name)
        {
            tables.Add(name);
            return true;
        }
    }

    [GeneratedRegex(@"^\s*(?:CREATE TABLE (?:IF NOT EXISTS )?(?<made>[a-z_0-9]+)|DROP TABLE (?:IF EXISTS )?(?<gone>[a-z_0-9]+))", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex TableSteps();

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
