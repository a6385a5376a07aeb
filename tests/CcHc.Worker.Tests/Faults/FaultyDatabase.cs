using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace CcHc.Worker.Tests.Faults;

/// <summary>A real connection whose beginnings, statements and commits pass a door. What is read of an answer already there does not.</summary>
internal sealed class FaultyConnection(DbConnection inner, FaultDoor door) : DbConnection
{
    [AllowNull]
    public override string ConnectionString { get => inner.ConnectionString; set => inner.ConnectionString = value; }

    public override string Database => inner.Database;

    public override string DataSource => inner.DataSource;

    public override string ServerVersion => inner.ServerVersion;

    public override ConnectionState State => inner.State;

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    public override void Close() => inner.Close();

    public override void Open() => inner.Open();

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        new FaultyTransaction(this, door.Pass("begin", () => inner.BeginTransaction(isolationLevel)), door);

    protected override DbCommand CreateDbCommand() => new FaultyCommand(this, inner.CreateCommand(), door);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

internal sealed class FaultyTransaction(FaultyConnection connection, DbTransaction inner, FaultDoor door) : DbTransaction
{
    public DbTransaction Inner => inner;

    public override IsolationLevel IsolationLevel => inner.IsolationLevel;

    protected override DbConnection DbConnection => connection;

    public override void Commit() => door.Pass("commit", () =>
    {
        inner.Commit();
        return true;
    });

    public override void Rollback() => inner.Rollback();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

internal sealed class FaultyCommand(FaultyConnection connection, DbCommand inner, FaultDoor door) : DbCommand
{
    private DbTransaction? _transaction;

    [AllowNull]
    public override string CommandText { get => inner.CommandText; set => inner.CommandText = value; }

    public override int CommandTimeout { get => inner.CommandTimeout; set => inner.CommandTimeout = value; }

    public override CommandType CommandType { get => inner.CommandType; set => inner.CommandType = value; }

    public override bool DesignTimeVisible { get => inner.DesignTimeVisible; set => inner.DesignTimeVisible = value; }

    public override UpdateRowSource UpdatedRowSource { get => inner.UpdatedRowSource; set => inner.UpdatedRowSource = value; }

    protected override DbConnection? DbConnection { get => connection; set => throw new NotSupportedException(); }

    protected override DbParameterCollection DbParameterCollection => inner.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => _transaction;
        set => (_transaction, inner.Transaction) = (value, (value as FaultyTransaction)?.Inner);
    }

    private string What => inner.CommandText.Trim() is var text && text.Length > 60 ? text[..60] : text;

    public override void Cancel() => inner.Cancel();

    public override void Prepare() => inner.Prepare();

    public override int ExecuteNonQuery() => door.Pass(What, inner.ExecuteNonQuery);

    public override object? ExecuteScalar() => door.Pass(What, inner.ExecuteScalar);

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) =>
        door.PassAsync(What, () => inner.ExecuteNonQueryAsync(cancellationToken));

    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) =>
        door.PassAsync(What, () => inner.ExecuteScalarAsync(cancellationToken));

    protected override DbParameter CreateDbParameter() => inner.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => door.Pass(What, () => inner.ExecuteReader(behavior));

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        door.PassAsync(What, () => inner.ExecuteReaderAsync(behavior, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
