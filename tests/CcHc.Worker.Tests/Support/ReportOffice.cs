using CcHc.Adapters.Files;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Reports;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;
using CcHc.Core.Mail;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Office;
using CcHc.Worker.Jobs;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Tests.Support;

/// <summary>A letter as the outbox has it.</summary>
internal sealed record PutLetter
{
    public string MessageId { get; init; } = "";
    public string Kind { get; init; } = "";
    public string AgencyCode { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Html { get; init; } = "";
    public string Text { get; init; } = "";
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}

/// <summary>
/// An office in the middle of a period report: the half-year of 2026, whose 20 June is a Saturday, so that it is due on Monday the 22nd and its forms go out on
/// the 8th.
/// </summary>
internal sealed class ReportOffice : IAsyncDisposable
{
    public const string Period = "2026-6T";

    public ReportOffice(string? postgres = null)
    {
        Office = new TestOffice { Postgres = postgres };
        Office.Recipients = new(["tonghop@x.example"], []);
        Office.Register("ke-hoach.xlsx",
            ["Rà soát thủ tục", "Sở Tư pháp; Sở Tài chính", "Ngày 30/6/2026"], ["Công bố danh mục", "Sở Tư pháp", "Ngày 10/6/2026"],
            ["Lập dự toán", "Sở Tài chính", "Trước ngày 31/12/2026"],
            ["Báo cáo chuyên đề", "Sở Tư pháp", "Hằng quý"]);
        Office.Figures(["CT01", "Số hồ sơ tiếp nhận", "số nguyên", "tổng"], ["CT02", "Tỷ lệ đúng hạn", "tỷ lệ", "trung bình"],
            ["CT03", "Kinh phí", "số thập phân", "tổng"]);
        On(6, 8);
    }

    /// <summary>The office as it stands, in a folder of its own.</summary>
    /// <param name="postgres">A copy of its database; null when that is a file.</param>
    public ReportOffice(ReportOffice other, string? postgres)
    {
        Office = new TestOffice(other.Office) { Postgres = postgres, Recipients = other.Office.Recipients };
        Office.Clock.Now = other.Now;
    }

    public TestOffice Office { get; }

    public DateTimeOffset Now => Office.Clock.Now;

    public string FormFolder => Path.Combine(Office.Output, "bieu-mau", Period);

    public string Published => Path.Combine(Office.Output, "tong-hop", Period);

    /// <summary>Files in the period's folder of consolidated workbooks, by name.</summary>
    public IReadOnlyList<string> Versions => Directory.Exists(Published)
        ? [.. Directory.EnumerateFiles(Published, "*.xlsx").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];

    /// <summary>Puts the office's clock on a day of 2026, at an hour in Vietnam.</summary>
    public void On(int month, int day, int hour = 9, int minute = 0) => Office.Clock.Now = At(month, day, hour, minute);

    public static DateTimeOffset At(int month, int day, int hour = 9, int minute = 0) =>
        new DateTimeOffset(2026, month, day, hour, minute, 0, TimeSpan.FromHours(7)).ToUniversalTime();

    public Task<JobOutcome> IssueAsync(bool dryRun = false) => Office.RunAsync(JobDuty.IssueForms, dryRun);

    public Task<JobOutcome> CollectAsync(bool dryRun = false) => Office.RunAsync(JobDuty.CollectReports, dryRun);

    public Task<JobOutcome> AssembleAsync(bool dryRun = false) => Office.RunAsync(JobDuty.AssemblePeriod, dryRun);

    public Task<JobOutcome> AskAsync(JobDuty duty, bool again = false, string period = Period) =>
        Office.RunAsync(duty, ask: new PeriodCommand(period, "An", "", Again: again));

    public Task<JobOutcome> CloseAsync(string person = "Hoa") =>
        Office.RunAsync(JobDuty.AssemblePeriod, ask: new PeriodCommand(Period, person, "Đủ báo cáo", IsClosing: true));

    public string FormPath(string agency) =>
        Directory.EnumerateFiles(FormFolder).Single(path => Path.GetFileName(path).StartsWith(agency + " - ", StringComparison.Ordinal));

    public FormInHand Form(string agency) => new(File.ReadAllBytes(FormPath(agency)));

    /// <param name="name">Below the period's folder, or from bao-cao on when it begins with "/".</param>
    /// <param name="writtenAt">The file system's time; null: an hour ago.</param>
    public string Drop(string name, byte[] bytes, DateTimeOffset? writtenAt = null)
    {
        var path = Path.Combine(Office.Shared, "bao-cao", name.StartsWith('/') ? name[1..] : Path.Combine(Period, name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, (writtenAt ?? Now.AddHours(-1)).UtcDateTime);
        return path;
    }

    /// <summary>Drops an agency's form filled in, saved an hour ago.</summary>
    public void HandIn(string agency, Func<FormInHand, FormInHand>? fill = null, string? name = null, DateTimeOffset? savedAt = null) =>
        Drop(name ?? agency + ".xlsx", (fill ?? (form => form.FillAll()))(Form(agency)).Save(savedAt ?? Now.AddHours(-1)));

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var host = await Office.OpenAsync();
        return await use(host.Services.GetRequiredService<TService>());
    }

    public T Service<T>(OfficeHost host)
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>What a run of today is given: for a test that takes the steps of a job one by one.</summary>
    public async Task<(JobContext Run, OfficeReading Reading)> LookAsync(OfficeHost host, PeriodCommand? ask = null)
    {
        var run = new JobContext(Guid.NewGuid().ToString("N"), OfficeTime.DayOf(Now), false, new Progress<(int, int)>(), ask);
        return (run, await Service<OfficeReader>(host).LookAsync(run.Today, run.Progress, CancellationToken.None));
    }

    public Task<IReadOnlyList<SubmittedFile>> FilesAsync(string? period = null) =>
        WithAsync<SubmittedFiles, IReadOnlyList<SubmittedFile>>(store => store.ListAsync(period));

    /// <summary>"STP.xlsx Accepted 1", by name.</summary>
    public async Task<IReadOnlyList<string>> StatesAsync() =>
        [.. (await FilesAsync()).OrderBy(file => file.File, StringComparer.Ordinal).ThenBy(file => file.SavedAt)
            .Select(file => $"{Path.GetFileName(file.File)} {file.State} {file.Version}")];

    public Task<IReadOnlyList<StoredOutput>> OutputsAsync() => WithAsync<ReportOutputs, IReadOnlyList<StoredOutput>>(store => store.ListAsync(Period));

    public Task<IReadOnlyList<ReportEvent>> EventsAsync() => WithAsync<ReportEvents, IReadOnlyList<ReportEvent>>(store => store.ListAsync(Period));

    /// <summary>In the order they were put into the outbox.</summary>
    public async Task<IReadOnlyList<PutLetter>> LettersAsync(string kind) => await WithAsync<Database, IReadOnlyList<PutLetter>>(async database =>
    {
        await using var connection = await database.OpenAsync();
        var rows = await connection.QueryAsync<(long Id, string MessageId)>(
            "SELECT (SELECT min(d.id) FROM delivery d WHERE d.message_id = l.message_id), l.message_id FROM letter l WHERE l.kind = @kind ORDER BY l.created_at, l.message_id", new { kind });
        var (outbox, letters) = (new OutboxStore(database, Office.Clock), new List<PutLetter>());
        foreach (var (id, messageId) in rows)
        {
            var detail = (await outbox.FindAsync(id))!;
            var files = new List<MailAttachment>();
            while (await outbox.AttachmentAsync(id, files.Count) is { } file)
            {
                files.Add(new MailAttachment(file.FileName, "", file.Packed()));
            }

            letters.Add(new PutLetter
            {
                MessageId = messageId, Kind = detail.Summary.Kind, AgencyCode = detail.Summary.AgencyCode, Subject = detail.Summary.Subject, Html = detail.Html,
                Text = detail.Text, Attachments = files,
            });
        }

        return letters;
    });

    /// <summary>Whom letters of a kind went to, by code.</summary>
    public async Task<IReadOnlyList<string>> WrittenToAsync(string kind) =>
        [.. (await LettersAsync(kind)).Select(letter => letter.AgencyCode).Order(StringComparer.Ordinal)];

    public async Task ExecuteAsync(params string[] statements) => await WithAsync<Database, bool>(async database =>
    {
        await using var connection = await database.OpenAsync();
        foreach (var sql in statements)
        {
            await connection.ExecuteAsync(sql);
        }

        return true;
    });

    /// <summary>From now on the database fails where a row would be written, as if the program were killed there.</summary>
    /// <param name="when">Of the new row.</param>
    public Task BreakAsync(string table, string @event, string when) => Office.Postgres is null
        ? ExecuteAsync($"CREATE TRIGGER broken BEFORE {@event} ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, 'killed here'); END")
        : ExecuteAsync(
            "CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''killed here''; END'",
            $"CREATE TRIGGER broken BEFORE {@event} ON {table} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION broken()");

    public Task MendAsync(string table) => Office.Postgres is null
        ? ExecuteAsync("DROP TRIGGER broken") : ExecuteAsync($"DROP TRIGGER broken ON {table}", "DROP FUNCTION broken()");

    public ValueTask DisposeAsync() => Office.DisposeAsync();
}
