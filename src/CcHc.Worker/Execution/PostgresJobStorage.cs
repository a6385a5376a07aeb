using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.Storage;
using Npgsql;

namespace CcHc.Worker.Execution;

/// <summary>
/// Hangfire's runs in PostgreSQL, in a schema of their own, made at the first use. The library would make it when the host starts, and there either hold the
/// host up while the database is away or go on without it in silence.
/// </summary>
internal sealed class PostgresJobStorage : PostgreSqlStorage
{
    private readonly Lock _gate = new();
    private readonly IConnectionFactory _connections;
    private readonly string _schema;
    private bool _isReady;

    private PostgresJobStorage(IConnectionFactory connections, PostgreSqlStorageOptions options)
        : base(connections, options) => (_connections, _schema) = (connections, options.SchemaName);

    /// <summary>Offices that share a database each have a schema, named by the search path, and Hangfire one of its own beside it.</summary>
    public static PostgresJobStorage Beside(string connection)
    {
        var office = (new NpgsqlConnectionStringBuilder(connection).SearchPath ?? "").Split(',')[0].Trim(' ', '"');
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = office.Length > 0 ? office + "_hangfire" : "hangfire",
            PrepareSchemaIfNecessary = false,
            AllowDegradedModeWithoutStorage = false,
            // A run may take longer than any fixed time: while it lives it says so. What a dead server had fetched and not begun is given to another after a
            // minute.
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromMinutes(1),
            // A killed server leaves the row of its lock behind, and every server waits for it so long.
            DistributedLockTimeout = TimeSpan.FromSeconds(30),
            QueuePollInterval = TimeSpan.FromSeconds(2),
        };
        return new PostgresJobStorage(new NpgsqlConnectionFactory(connection, options), options);
    }

    public override IStorageConnection GetConnection()
    {
        Prepare();
        return base.GetConnection();
    }

    public override IMonitoringApi GetMonitoringApi()
    {
        Prepare();
        return base.GetMonitoringApi();
    }

    /// <exception cref="NpgsqlException">The database is away; the next use tries again.</exception>
    private void Prepare()
    {
        lock (_gate)
        {
            if (_isReady)
            {
                return;
            }

            using var connection = _connections.GetOrCreateConnection();
            connection.Open();
            // Two machines that start at once would trip over each other's half-made tables. The lock ends with the connection.
            using var turn = new NpgsqlCommand("SELECT pg_advisory_lock(hashtext(@schema))", connection) { Parameters = { new("schema", _schema) } };
            turn.ExecuteNonQuery();
            PostgreSqlObjectsInstaller.Install(connection, _schema);
            _isReady = true;
        }
    }
}
