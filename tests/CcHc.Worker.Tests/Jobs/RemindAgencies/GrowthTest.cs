using CcHc.Adapters.Storage;
using CcHc.Core.Jobs;
using CcHc.Worker.Execution;
using CcHc.Worker.Tests.Faults;
using CcHc.Worker.Tests.Support;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Tests.Jobs.RemindAgencies;

/// <summary>Four times the agencies take four times the statements and four times the room, no more: counted, not timed.</summary>
public class GrowthTest
{
    private const int Few = 30;
    private const int Times = 4;

    [Fact]
    public async Task Remind_AsksTheDatabaseForEachLetterAlike_HoweverManyThereAre()
    {
        var (few, many) = (await RemindAsync(Few), await RemindAsync(Few * Times));

        Assert.Equal((Few, Few * Times), (few.Letters, many.Letters));
        Assert.InRange(many.Statements, 1, few.Statements * Times);
        Assert.InRange(many.DatabaseBytes, 1, few.DatabaseBytes * Times);
    }

    [Fact]
    public async Task FormsAndReceipts_AskTheDatabaseForEachAgencyAlike_HoweverManyThereAre()
    {
        var (few, many) = (await PeriodAsync(Few), await PeriodAsync(Few * Times));

        Assert.Equal((Few * 2, Few * Times * 2), (few.Letters, many.Letters));
        Assert.InRange(many.Forms, 1, few.Forms * Times);
        Assert.InRange(many.Collecting, 1, few.Collecting * Times);
    }

    private static async Task<(int Letters, int Statements, long DatabaseBytes)> RemindAsync(int agencies)
    {
        await using var office = Given(agencies);
        var door = FaultDoor.Open;
        await using var program = await ProgramAsync(office, door);
        var statements = await RunAsync(program, office, door, JobDuty.RemindAgencies, null);
        await using var connection = await program.GetRequiredService<Database>().OpenAsync();
        return (office.Letters.Count, statements,
            await connection.ExecuteScalarAsync<long>("SELECT (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)"));
    }

    /// <summary>Every agency hands its form in as it got it: each is refused and answered.</summary>
    private static async Task<(int Letters, int Forms, int Collecting)> PeriodAsync(int agencies)
    {
        await using var office = Given(agencies);
        var door = FaultDoor.Open;
        await using var program = await ProgramAsync(office, door);
        var forms = await RunAsync(program, office, door, JobDuty.IssueForms, new PeriodCommand(ReportOffice.Period, "An"));
        var dropped = Directory.CreateDirectory(Path.Combine(office.Shared, "bao-cao", ReportOffice.Period)).FullName;
        foreach (var form in Directory.GetFiles(Path.Combine(office.Output, "bieu-mau", ReportOffice.Period)))
        {
            File.Copy(form, Path.Combine(dropped, Path.GetFileName(form)));
        }

        var collecting = await RunAsync(program, office, door, JobDuty.CollectReports, null);
        return (office.Letters.Count, forms, collecting);
    }

    private static TestOffice Given(int agencies)
    {
        var office = new TestOffice();
        office.Agencies([["SNV", "Sở Nội vụ", "", "Đơn vị khác", "snv@x.example"], .. Enumerable.Range(1, agencies)
            .Select(i => new[] { $"X{i:000}", $"UBND xã Mẫu số {i:000}", "", "UBND cấp xã", $"x{i}@x.example" })]);
        office.Register("ke-hoach.xlsx",
            [.. Enumerable.Range(1, 20).Select(i => new[] { $"Rà soát, chuẩn hóa nhóm thủ tục hành chính số {i}", "UBND cấp xã", "Tháng 6/2026" })]);
        return office;
    }

    private static async Task<ServiceProvider> ProgramAsync(TestOffice office, FaultDoor door)
    {
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddCcHc(office.Office, office.Machine, office.Clock);
        services.AddSingleton(_ => office.Machine.OpenDatabase().Through(connection => new FaultyConnection(connection, door)));
        var program = services.BuildServiceProvider();
        await program.GetRequiredService<Database>().MigrateAsync(office.Clock);
        return program;
    }

    /// <returns>How many statements it took.</returns>
    private static async Task<int> RunAsync(ServiceProvider program, TestOffice office, FaultDoor door, JobDuty duty, PeriodCommand? ask)
    {
        var before = door.Calls;
        var job = office.Office.Jobs.Single(one => one.Duty == duty);
        await program.GetRequiredService<JobRunner>().RunAsync(new JobExecutionRequest(job, "once " + duty) { Ask = ask }, new Progress<(int, int)>(),
            CancellationToken.None);
        return door.Calls - before;
    }
}
