using System.Data.Common;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.PeriodReports.Forms;
using Dapper;

namespace CcHc.Adapters.Storage.Reports;

/// <summary>A period whose forms went out.</summary>
public sealed record StoredPeriod
{
    public string Period { get; init; } = "";
    public DateOnly IssuedOn { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public string ClosedBy { get; init; } = "";

    public bool IsClosed => ClosedAt is not null;
}

/// <summary>A form that went out, and the file it lies in.</summary>
/// <param name="File">Below the output folder, forward slashes.</param>
public sealed record StoredForm(IssuedForm Form, string File);

/// <summary>A form to be remembered, and the letter it goes out with; null where the agency has no address.</summary>
public sealed record FormToIssue(StoredForm Form, LetterToQueue? Letter);

/// <summary>The periods reports are collected for (sổ kỳ báo cáo): their forms, and whether they are closed.</summary>
public sealed class ReportPeriods(Database database, TimeProvider clock)
{
    private const string FormAnew =
        "file = @File, content = @content, version = @Version, issued_on = @IssuedOn, agency_name = @AgencyName, agency_group = @AgencyGroup";

    /// <returns>In the order of their codes, oldest year first.</returns>
    public async Task<IReadOnlyList<StoredPeriod>> ListAsync(CancellationToken cancellationToken = default)
    {
        var periods = await database.QueryAsync<StoredPeriod>("SELECT period, issued_on, closed_at, closed_by FROM report_period", cancellationToken);
        return [.. periods.OrderBy(one => one.Period, StringComparer.Ordinal)];
    }

    /// <returns>Null while no form of it went out.</returns>
    public async Task<StoredPeriod?> FindAsync(string period, CancellationToken cancellationToken = default) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(one => one.Period == period);

    /// <summary>Row by row: the contents of a country's forms together are a hundred megabytes.</summary>
    /// <returns>Of every period, by period and agency.</returns>
    public async Task<IReadOnlyList<StoredForm>> FormsAsync(CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var forms = new List<StoredForm>();
        await foreach (var (file, content) in connection.QueryUnbufferedAsync<(string File, string Content)>("SELECT file, content FROM issued_form")
            .WithCancellation(cancellationToken))
        {
            forms.Add(new StoredForm(StoredJson.Read<IssuedForm>(content), file));
        }

        return InOrder(forms);
    }

    /// <summary>The same without what they ask, which is most of what is kept of them: the forms have neither rows nor figures.</summary>
    /// <inheritdoc cref="FormsAsync(CancellationToken)"/>
    public async Task<IReadOnlyList<StoredForm>> GlanceFormsAsync(CancellationToken cancellationToken = default)
    {
        var heads = await database.QueryAsync<(string Period, string Agency, string File, string Version, DateOnly IssuedOn, string Name, string Group)>(
            "SELECT period, agency_code, file, version, issued_on, agency_name, agency_group FROM issued_form", cancellationToken);
        return InOrder(heads.Select(head => new StoredForm(
            new IssuedForm(head.Period, head.Agency, head.Version, head.IssuedOn, [], []) { AgencyName = head.Name, AgencyGroup = head.Group }, head.File)));
    }

    private static IReadOnlyList<StoredForm> InOrder(IEnumerable<StoredForm> forms) =>
        [.. forms.OrderBy(stored => stored.Form.PeriodCode, StringComparer.Ordinal).ThenBy(stored => stored.Form.AgencyCode, StringComparer.Ordinal)];

    /// <summary>Remembers a form and puts its letter into the outbox, both or neither: what is remembered is what the agency got.</summary>
    /// <param name="letter">Null: the agency has no address.</param>
    /// <param name="again">A second form to the same agency for the same period takes the first one's place.</param>
    /// <returns>False when the agency has its form already, and this one is not remembered.</returns>
    public async Task<bool> IssueAsync(StoredForm issued, string person, ReminderLetterToQueue? letter = null, bool again = false,
        CancellationToken cancellationToken = default) =>
        (await IssueAllAsync([new FormToIssue(issued, letter is null ? null : LetterToQueue.Whole(letter, [], null))], person, again, cancellationToken))[0];

    /// <summary>Remembers forms of one period in one transaction, each with its letter or not at all; when it fails, none is remembered.</summary>
    /// <returns>By form, as <see cref="IssueAsync"/> says.</returns>
    public async Task<IReadOnlyList<bool>> IssueAllAsync(IReadOnlyList<FormToIssue> forms, string person, bool again,
        CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await OutboxStore.PutPiecesAsync(transaction, [.. forms.Select(form => form.Letter).OfType<LetterToQueue>()], now);
        foreach (var (period, issuedOn) in forms.Select(form => (form.Form.Form.PeriodCode, form.Form.Form.IssuedOn)).DistinctBy(form => form.PeriodCode))
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "INSERT INTO report_period (period, issued_on) VALUES (@period, @issuedOn) ON CONFLICT DO NOTHING", new { period, issuedOn },
                transaction, cancellationToken: cancellationToken));
        }

        var issued = new List<bool>(forms.Count);
        foreach (var form in forms)
        {
            issued.Add(await IssueOneAsync(transaction, form, person, again, now, cancellationToken));
        }

        if (issued.Contains(true))
        {
            await transaction.CommitOrSayWhyAsync(cancellationToken);
        }

        return issued;
    }

    private static async Task<bool> IssueOneAsync(DbTransaction transaction, FormToIssue one, string person, bool again, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var (issued, form) = (one.Form, one.Form.Form);
        var remembered = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            $"""
            INSERT INTO issued_form (period, agency_code, file, content, version, issued_on, agency_name, agency_group)
            VALUES (@PeriodCode, @AgencyCode, @File, @content, @Version, @IssuedOn, @AgencyName, @AgencyGroup)
            ON CONFLICT (period, agency_code) DO {(again ? $"UPDATE SET {FormAnew}" : "NOTHING")}
            """,
            new
            {
                form.PeriodCode, form.AgencyCode, issued.File, content = StoredJson.Write(form), form.Version, form.IssuedOn, form.AgencyName,
                form.AgencyGroup,
            },
            transaction, cancellationToken: cancellationToken));
        if (remembered == 0)
        {
            return false;
        }

        _ = one.Letter is null || await OutboxStore.AddAsync(transaction, one.Letter, now);
        await ReportEvents.AddAsync(transaction,
            new ReportEvent { Period = form.PeriodCode, File = issued.File, At = now, Person = person, What = "issued", Reason = form.AgencyCode });
        return true;
    }

    /// <returns>False when it was not closed.</returns>
    public Task<bool> ReopenAsync(string period, string person, string reason, CancellationToken cancellationToken = default) =>
        TurnAsync("UPDATE report_period SET closed_at = NULL, closed_by = '' WHERE period = @period AND closed_at IS NOT NULL", period, person, "reopened",
            reason, cancellationToken);

    private async Task<bool> TurnAsync(string sql, string period, string person, string what, string reason, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (await connection.ExecuteAsync(new CommandDefinition(sql, new { period, person, now }, transaction, cancellationToken: cancellationToken)) == 0)
        {
            return false;
        }

        await ReportEvents.AddAsync(transaction, new ReportEvent { Period = period, At = now, Person = person, What = what, Reason = reason });
        await transaction.CommitOrSayWhyAsync(cancellationToken);
        return true;
    }
}
