using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CcHc.Core.Registers.Recognition;
using Dapper;

namespace CcHc.Adapters.Storage.Registers;

/// <summary>Every register and task ever read (sổ và nhiệm vụ đã biết), by which they are recognised at the next reading.</summary>
public sealed class KnownRegisters(Database database)
{
    public async Task<IReadOnlyList<KnownRegister>> ListAsync(CancellationToken cancellationToken = default)
    {
        var registers = await database.QueryAsync<KnownRegister>(
            $"SELECT id, path, title, plan_year, first_seen, copies, {database.Dialect.BytesOf("tasks")} FROM register_identity", cancellationToken);
        // Each database sorts text its own way.
        return [.. registers.OrderBy(register => register.Id, StringComparer.Ordinal)];
    }

    /// <summary>Another number whenever something was remembered, by whatever worker; 0 before that.</summary>
    public async Task<long> RevisionAsync(CancellationToken cancellationToken = default) =>
        await database.QuerySingleOrDefaultAsync<long>("SELECT revision FROM register_identity_revision", cancellationToken);

    /// <summary>
    /// Remembers registers all together or none. Of two workers reading at once the later one stands: both remember true readings, and keys come out alike.
    /// </summary>
    public async Task PutAsync(IReadOnlyCollection<KnownRegister> registers, CancellationToken cancellationToken = default)
    {
        if (registers.Count == 0)
        {
            return;
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // First of all, and one order for everybody: two workers wait for each other instead of deadlocking.
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO register_identity_revision (id, revision) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET revision = register_identity_revision.revision + 1",
            transaction: transaction, cancellationToken: cancellationToken));
        foreach (var register in registers.OrderBy(register => register.Id, StringComparer.Ordinal))
        {
            await connection.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO register_identity (id, path, title, plan_year, first_seen, copies, tasks)
                VALUES (@Id, @Path, @title, @PlanYear, @FirstSeen, @Copies, @Tasks)
                ON CONFLICT (id) DO UPDATE SET path = @Path, title = @title, plan_year = @PlanYear, copies = @Copies, tasks = @Tasks
                """,
                new
                {
                    register.Id, register.Path, register.PlanYear, register.FirstSeen, title = StorableText.Of(register.Title),
                    register.Copies, register.Tasks,
                },
                transaction,
                cancellationToken: cancellationToken));
        }

        await transaction.CommitOrSayWhyAsync(cancellationToken);
    }
}
