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
    private static readonly JsonSerializerOptions Compact = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public async Task<IReadOnlyList<KnownRegister>> ListAsync(CancellationToken cancellationToken = default)
    {
        var rows = await database.QueryAsync<Row>(
            "SELECT id, path, title, plan_year, first_seen, copies, tasks FROM register_identity", cancellationToken);
        // Each database sorts text its own way.
        return [.. rows.OrderBy(row => row.Id, StringComparer.Ordinal).Select(row => row.ToRegister())];
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
                VALUES (@Id, @Path, @title, @PlanYear, @FirstSeen, @copies, @tasks)
                ON CONFLICT (id) DO UPDATE SET path = @Path, title = @title, plan_year = @PlanYear, copies = @copies, tasks = @tasks
                """,
                new
                {
                    register.Id, register.Path, register.PlanYear, register.FirstSeen, title = StorableText.Of(register.Title),
                    copies = JsonSerializer.Serialize(register.Copies, Compact), tasks = JsonSerializer.Serialize(register.Tasks, Compact),
                },
                transaction,
                cancellationToken: cancellationToken));
        }

        await transaction.CommitOrSayWhyAsync(cancellationToken);
    }

    private sealed record Row
    {
        public string Id { get; init; } = "";
        public string Path { get; init; } = "";
        public string Title { get; init; } = "";
        public int? PlanYear { get; init; }
        public DateOnly FirstSeen { get; init; }
        public string Copies { get; init; } = "[]";
        public string Tasks { get; init; } = "[]";

        public KnownRegister ToRegister() => new()
        {
            Id = Id, Path = Path, Title = Title, PlanYear = PlanYear, FirstSeen = FirstSeen,
            Copies = JsonSerializer.Deserialize<string[]>(Copies, Compact)!, Tasks = JsonSerializer.Deserialize<KnownTask[]>(Tasks, Compact)!,
        };
    }
}
