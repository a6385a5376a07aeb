using System.Data.Common;
using Dapper;

namespace CcHc.Adapters.Storage;

/// <summary>One statement on a connection of its own: what needs a transaction, or several statements on one connection, opens it itself.</summary>
internal static class DatabaseCommands
{
    public static Task<IReadOnlyList<T>> QueryAsync<T>(this Database database, string sql, CancellationToken cancellationToken) =>
        database.QueryAsync<T>(sql, null, cancellationToken);

    public static Task<IReadOnlyList<T>> QueryAsync<T>(this Database database, string sql, object? values, CancellationToken cancellationToken) =>
        database.OnceAsync<IReadOnlyList<T>>(async (connection, command) => (await connection.QueryAsync<T>(command)).AsList(), sql, values, cancellationToken);

    /// <summary>Each row is two things.</summary>
    /// <param name="splitOn">The first column of the second; it is null where that is null.</param>
    public static Task<IReadOnlyList<T>> QueryAsync<TFirst, TSecond, T>(this Database database, string sql, Func<TFirst, TSecond, T> join, string splitOn,
        object? values, CancellationToken cancellationToken) =>
        database.OnceAsync<IReadOnlyList<T>>(
            async (connection, command) => (await connection.QueryAsync(command, join, splitOn)).AsList(), sql, values, cancellationToken);

    /// <returns>The type's default when there is no row.</returns>
    public static Task<T?> QueryFirstOrDefaultAsync<T>(this Database database, string sql, object? values, CancellationToken cancellationToken) =>
        database.OnceAsync((connection, command) => connection.QueryFirstOrDefaultAsync<T>(command), sql, values, cancellationToken);

    /// <returns>The type's default when there is no row.</returns>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public static Task<T?> QuerySingleOrDefaultAsync<T>(this Database database, string sql, object? values, CancellationToken cancellationToken) =>
        database.OnceAsync((connection, command) => connection.QuerySingleOrDefaultAsync<T>(command), sql, values, cancellationToken);

    /// <inheritdoc cref="QuerySingleOrDefaultAsync{T}(Database, string, object?, CancellationToken)"/>
    public static Task<T?> QuerySingleOrDefaultAsync<T>(this Database database, string sql, CancellationToken cancellationToken) =>
        database.QuerySingleOrDefaultAsync<T>(sql, null, cancellationToken);

    /// <exception cref="InvalidOperationException">There is not exactly one row.</exception>
    public static Task<T> QuerySingleAsync<T>(this Database database, string sql, object? values, CancellationToken cancellationToken) =>
        database.OnceAsync((connection, command) => connection.QuerySingleAsync<T>(command), sql, values, cancellationToken);

    public static Task<T?> ExecuteScalarAsync<T>(this Database database, string sql, object? values, CancellationToken cancellationToken) =>
        database.OnceAsync((connection, command) => connection.ExecuteScalarAsync<T>(command), sql, values, cancellationToken);

    public static Task<T?> ExecuteScalarAsync<T>(this Database database, string sql, CancellationToken cancellationToken) =>
        database.ExecuteScalarAsync<T>(sql, null, cancellationToken);

    /// <param name="values">A sequence runs the statement once for each.</param>
    /// <returns>Rows changed.</returns>
    public static Task<int> ExecuteAsync(this Database database, string sql, object? values, CancellationToken cancellationToken) =>
        database.OnceAsync((connection, command) => connection.ExecuteAsync(command), sql, values, cancellationToken);

    public static Task<int> ExecuteAsync(this Database database, string sql, CancellationToken cancellationToken) =>
        database.ExecuteAsync(sql, null, cancellationToken);

    private static async Task<T> OnceAsync<T>(this Database database, Func<DbConnection, CommandDefinition, Task<T>> run, string sql, object? values,
        CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await run(connection, new CommandDefinition(sql, values, cancellationToken: cancellationToken));
    }
}
