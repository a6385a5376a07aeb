using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace CcHc.FullStack.Engine;

/// <summary>Hangfire's runs in PostgreSQL, in a schema of their own.</summary>
internal static class HangfireStorage
{
    /// <exception cref="InvalidOperationException">The database could not be reached or refuses the schema.</exception>
    public static PostgreSqlStorage Open(string connection, string schema)
    {
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = schema,
            // A run may take longer than any fixed time: while it lives it says so, and what a dead server left is taken over after five minutes.
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromMinutes(5),
            // A killed server leaves its lock's row behind, and every server waits for it so long.
            DistributedLockTimeout = TimeSpan.FromMinutes(1),
            QueuePollInterval = TimeSpan.FromSeconds(5),
            // Without its storage a server would look healthy and run nothing.
            AllowDegradedModeWithoutStorage = false,
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(connection, options), options);
    }
}
