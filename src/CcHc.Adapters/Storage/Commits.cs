using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CcHc.Adapters.Storage;

/// <summary>Ends a transaction for good (ghi nhận).</summary>
internal static class Commits
{
    /// <summary>
    /// Commits, or fails with the true reason. When there is no room to commit, SQLite itself rolls back; the transaction, being disposed, would try that again
    /// and its failure would hide the first one. So it is left something to roll back.
    /// </summary>
    public static async Task CommitOrSayWhyAsync(this DbTransaction transaction, CancellationToken cancellationToken = default)
    {
        var connection = transaction.Connection;
        try
        {
            await transaction.CommitAsync(cancellationToken);
        }
        catch (SqliteException) when (connection is SqliteConnection { Handle: { } handle } && raw.sqlite3_get_autocommit(handle) != 0)
        {
            raw.sqlite3_exec(handle, "BEGIN");
            throw;
        }
    }
}
