using CcHc.Core.Jobs;
using CcHc.Worker.Tests.Support;
using Npgsql;

namespace CcHc.Worker.Tests.Faults;

/// <summary>The office on the eve of the day that is lived again and again: a period closed long ago, another one due, letters of neither under way.</summary>
internal sealed class FaultTemplate : IAsyncDisposable
{
    private readonly ReportOffice _office;
    private readonly NpgsqlConnectionStringBuilder? _database;
    private int _copies;

    private FaultTemplate(ReportOffice office, NpgsqlConnectionStringBuilder? database) => (_office, _database) = (office, database);

    /// <param name="postgres">Of a server this may make databases on; null: an SQLite file.</param>
    public static async Task<FaultTemplate> PrepareAsync(string? postgres)
    {
        NpgsqlConnectionStringBuilder? database = null;
        if (postgres is not null)
        {
            // No pool: a database with a connection in it is no template.
            database = new NpgsqlConnectionStringBuilder(postgres) { SearchPath = null, Pooling = false };
            var name = "f" + Guid.NewGuid().ToString("N")[..12];
            await ExecuteAsync(database.ConnectionString, $"CREATE DATABASE {name}");
            database.Database = name;
        }

        var office = new ReportOffice(database?.ConnectionString);
        office.Office.Recipients = new(["tonghop@x.example"], ["quantri@x.example"]);
        office.On(3, 9);
        await office.AskAsync(JobDuty.IssueForms, period: "2026-Q1");
        foreach (var form in Directory.GetFiles(Path.Combine(office.Office.Output, "bieu-mau", "2026-Q1"), "*.xlsx"))
        {
            var agency = Path.GetFileName(form).Split(' ')[0];
            office.Drop($"/2026-Q1/{agency}.xlsx", new FormInHand(await File.ReadAllBytesAsync(form)).FillAll().Save(office.Now.AddHours(-1)));
        }

        office.On(3, 20);
        await office.CollectAsync();
        await office.Office.RunAsync(JobDuty.AssemblePeriod, ask: new PeriodCommand("2026-Q1", "Hoa", "Đủ báo cáo", IsClosing: true));
        await office.Office.RunAsync(JobDuty.DeliverMail);
        return new FaultTemplate(office, database);
    }

    /// <summary>The same eve once more.</summary>
    public async Task<ReportOffice> CopyAsync()
    {
        if (_database is null)
        {
            return new ReportOffice(_office, null);
        }

        var copy =
            new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Database = FormattableString.Invariant($"{_database.Database}_{_copies++}") };
        await AskServerAsync($"CREATE DATABASE {copy.Database} TEMPLATE {_database.Database}");
        return new ReportOffice(_office, copy.ConnectionString);
    }

    /// <summary>Ends a copy; its folder and its database go.</summary>
    public async Task DropAsync(ReportOffice copy)
    {
        await copy.DisposeAsync();
        if (copy.Office.Postgres is { } postgres)
        {
            await AskServerAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(postgres).Database} WITH (FORCE)");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _office.DisposeAsync();
        if (_database is not null)
        {
            await AskServerAsync($"DROP DATABASE {_database.Database} WITH (FORCE)");
        }
    }

    private Task AskServerAsync(string sql) =>
        ExecuteAsync(new NpgsqlConnectionStringBuilder(_database!.ConnectionString) { Database = "postgres" }.ConnectionString, sql);

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
