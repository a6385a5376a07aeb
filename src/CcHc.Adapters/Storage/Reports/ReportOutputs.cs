using System.Data.Common;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.PeriodReports.Consolidation;
using Dapper;

namespace CcHc.Adapters.Storage.Reports;

/// <summary>What a consolidated workbook was written as: of an open period, at its closing, or again after it.</summary>
public enum OutputKind { Draft, Closing, AfterClosing }

/// <summary>A consolidated workbook of a period (bản tổng hợp).</summary>
public sealed record StoredOutput
{
    public required string Period { get; init; }
    public required int Version { get; init; }
    public required OutputKind Kind { get; init; }
    /// <summary>Below the output folder, forward slashes.</summary>
    public required string File { get; init; }
    /// <summary>SHA-256 of the file, lower-case hex.</summary>
    public required string Hash { get; init; }
    public DateTimeOffset WrittenAt { get; init; }
    /// <summary>Hashes of everything it was made of, so that a run with nothing new writes nothing.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }
}

/// <summary>What closes a period with its final version (chốt kỳ).</summary>
/// <param name="Counted">The reports it is made of, by name and hash.</param>
/// <param name="Letter">Null: nobody is told.</param>
public sealed record PeriodClosing(IReadOnlyCollection<(string File, string Hash)> Counted, ReminderLetterToQueue? Letter);

/// <summary>Every consolidated workbook of every period (sổ bản tổng hợp), with what each said.</summary>
public sealed class ReportOutputs(Database database, TimeProvider clock)
{
    /// <returns>Oldest version first.</returns>
    public Task<IReadOnlyList<StoredOutput>> ListAsync(string period, CancellationToken cancellationToken = default) => database.QueryAsync<StoredOutput>(
        $"SELECT period, version, {StoredEnum.Column("kind")}, file, hash, written_at, inputs FROM report_output WHERE period = @period ORDER BY version",
        new { period }, cancellationToken);

    /// <summary>
    /// Remembers an output. A closing one keeps its bytes, closes its period and puts its letter into the outbox in the same transaction, so that a period is
    /// never half closed.
    /// </summary>
    /// <param name="facts">Everything it says, for the versions and periods that are compared with it.</param>
    /// <param name="person">Who closes; "hệ thống" otherwise.</param>
    /// <param name="closing">Of a closing one; null of any other.</param>
    /// <returns>False when nothing is remembered: another run wrote this version first, or since the closing one was put together other reports
    /// count.</returns>
    /// <exception cref="InvalidOperationException">The period is closed already.</exception>
    public async Task<bool> PutAsync(
        StoredOutput output, PackedFacts facts, byte[] bytes, string person, string reason, PeriodClosing? closing = null,
        CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (closing is not null && database.Dialect.ReportLock is { Length: > 0 } turn)
        {
            await connection.ExecuteAsync(new CommandDefinition(turn, transaction: transaction, cancellationToken: cancellationToken));
        }

        var inserted = await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO report_output (period, version, kind, file, hash, written_at, inputs, facts, bytes)
            VALUES (@Period, @Version, @kind, @File, @Hash, @now, @Inputs, @said, @content) ON CONFLICT DO NOTHING
            """,
            new
            {
                output.Period, output.Version, kind = StoredEnum.Code(output.Kind), output.File, output.Hash, now, output.Inputs,
                said = facts.Bytes,
                content = closing is null ? null : bytes,
            },
            transaction, cancellationToken: cancellationToken));
        if (inserted == 0)
        {
            return false;
        }

        if (closing is not null && !await CloseAsync(transaction, output.Period, closing, person, now))
        {
            return false;
        }

        await ReportEvents.AddAsync(transaction, new ReportEvent
        {
            Period = output.Period, File = output.File, Hash = output.Hash, At = now, Person = person, What = output.Kind == OutputKind.Closing
                ? "closed" : "assembled", Reason = reason,
        });
        await transaction.CommitOrSayWhyAsync(cancellationToken);
        return true;
    }

    private static async Task<bool> CloseAsync(DbTransaction transaction, string period, PeriodClosing closing, string person, DateTimeOffset now)
    {
        var connection = transaction.Connection!;
        if (await connection.ExecuteAsync("UPDATE report_period SET closed_at = @now, closed_by = @person WHERE period = @period AND closed_at IS NULL",
            new { period, now, person }, transaction) == 0)
        {
            throw new InvalidOperationException($"Period {period} is closed already.");
        }

        var counting = await connection.QueryAsync<(string File, string Hash)>(
            "SELECT file, hash FROM submission WHERE period = @period AND state = 'accepted'", new { period }, transaction);
        if (!closing.Counted.ToHashSet().SetEquals(counting))
        {
            return false;
        }

        _ = closing.Letter is null || await OutboxStore.AddAsync(transaction, closing.Letter, now);
        return true;
    }

    /// <returns>What a version said.</returns>
    public async Task<PeriodFacts> FactsAsync(StoredOutput output, CancellationToken cancellationToken = default)
    {
        return StoredJson.Expand<PeriodFacts>(await database.QuerySingleAsync<byte[]>(
            "SELECT facts FROM report_output WHERE period = @Period AND version = @Version", new { output.Period, output.Version }, cancellationToken));
    }

    /// <returns>The bytes of the period's closing workbook as they were frozen.</returns>
    public async Task<byte[]> FrozenBytesAsync(string period, int version, CancellationToken cancellationToken = default) =>
        await database.QuerySingleAsync<byte[]>(
            "SELECT bytes FROM report_output WHERE period = @period AND version = @version AND kind = 'closing'", new { period, version }, cancellationToken);
}
