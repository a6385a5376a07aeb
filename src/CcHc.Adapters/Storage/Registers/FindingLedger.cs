using CcHc.Core.Findings;
using Dapper;

namespace CcHc.Adapters.Storage.Registers;

/// <summary>What is remembered of the registers' health between two looks.</summary>
public sealed record RememberedHealth(IReadOnlyList<KnownFinding> Findings, IReadOnlyList<FindingAnswer> Answers);

/// <summary>The findings and the office's answers over time (sổ cảnh báo): read once and written once a run.</summary>
public sealed class FindingLedger(Database database)
{
    private const string Columns = "severity, code, file, sheet, cell, message, remedy, answer_code, first_seen, last_seen, gone_on";

    /// <summary>Eleven parameters a row stay under the 999 that older SQLite allows in one statement.</summary>
    private const int RowsInOneStatement = 80;

    public async Task<RememberedHealth> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var findings = await connection.QueryAsync<Finding, string, KnownFinding, KnownFinding>(
            new CommandDefinition($"SELECT {Columns} FROM finding ORDER BY answer_code", cancellationToken: cancellationToken),
            (finding, code, known) => known with { Finding = finding with { AnswerCode = code } }, "answer_code,first_seen");
        var answers = await connection.QueryAsync<FindingAnswer>(
            new CommandDefinition("SELECT code, verdict, note, answered_on AS day FROM answer ORDER BY code", cancellationToken: cancellationToken));
        return new RememberedHealth(findings.AsList(), answers.AsList());
    }

    /// <summary>Remembers a look and the answers that stand, all or nothing.</summary>
    public async Task RecordAsync(IEnumerable<KnownFinding> changed, FindingAnswers answers, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // One order for everybody: two workers writing the same rows wait for each other instead of deadlocking.
        foreach (var chunk in changed.OrderBy(known => known.Finding.AnswerCode, StringComparer.Ordinal).Chunk(RowsInOneStatement))
        {
            var values = new DynamicParameters();
            var rows = string.Join(", ", chunk.Select((known, i) => Add(values, known, i)));
            await connection.ExecuteAsync(
                $"""
                INSERT INTO finding ({Columns}) VALUES {rows}
                ON CONFLICT (answer_code) DO UPDATE SET severity = excluded.severity, cell = excluded.cell, message = excluded.message, remedy = excluded.remedy,
                    first_seen = excluded.first_seen, last_seen = excluded.last_seen, gone_on = excluded.gone_on
                """,
                values, transaction);
        }

        await connection.ExecuteAsync("DELETE FROM answer WHERE code = @code", answers.Withdrawn.Select(code => new { code }), transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO answer (code, verdict, note, answered_on) VALUES (@Code, @verdict, @note, @Day)
            ON CONFLICT (code) DO UPDATE SET verdict = @verdict, note = @note, answered_on = @Day
            """,
            answers.All.Select(answer => new { answer.Code, verdict = StoredEnum.Code(answer.Verdict), note = StorableText.Of(answer.Note), answer.Day }), transaction);
        await transaction.CommitOrSayWhyAsync(cancellationToken);
    }

    private static string Add(DynamicParameters values, KnownFinding known, int i)
    {
        var finding = known.Finding;
        values.Add($"a{i}", finding.AnswerCode);
        values.Add($"s{i}", StoredEnum.Code(finding.Severity));
        values.Add($"c{i}", finding.Code);
        values.Add($"f{i}", StorableText.Of(finding.File));
        values.Add($"t{i}", finding.Sheet is { } sheet ? StorableText.Of(sheet) : null);
        values.Add($"e{i}", finding.Cell);
        values.Add($"m{i}", StorableText.Of(finding.Message));
        values.Add($"r{i}", StorableText.Of(finding.Remedy));
        values.Add($"b{i}", known.FirstSeen);
        values.Add($"l{i}", known.LastSeen);
        values.Add($"g{i}", known.GoneOn);
        return $"(@s{i}, @c{i}, @f{i}, @t{i}, @e{i}, @m{i}, @r{i}, @a{i}, @b{i}, @l{i}, @g{i})";
    }
}
