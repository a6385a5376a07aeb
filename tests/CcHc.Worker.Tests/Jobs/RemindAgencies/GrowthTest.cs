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
    private const int Times = 4;

    [Fact]
    public async Task Remind_AsksTheDatabaseForEachLetterAlike_HoweverManyThereAre()
    {
        var (few, many) = (await RunAsync(30), await RunAsync(30 * Times));

        Assert.Equal((30, 30 * Times), (few.Letters, many.Letters));
        Assert.InRange(many.Statements, 1, few.Statements * Times);
        Assert.InRange(many.DatabaseBytes, 1, few.DatabaseBytes * Times);
    }

    private static async Task<(int Letters, int Statements, long DatabaseBytes)> RunAsync(int agencies)
    {
        await using var office = new TestOffice();
        office.Agencies([["SNV", "Sở Nội vụ", "", "Đơn vị khác", "snv@x.example"], .. Enumerable.Range(1, agencies)
            .Select(i => new[] { $"X{i:000}", $"UBND xã Mẫu số {i:000}", "", "UBND cấp xã", $"x{i}@x.example" })]);
        office.Register("ke-hoach.xlsx",
            [.. Enumerable.Range(1, 20).Select(i => new[] { $"Rà soát, chuẩn hóa nhóm thủ tục hành chính số {i}", "UBND cấp xã", "Tháng 6/2026" })]);
        var door = FaultDoor.Open;
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddCcHc(office.Office, office.Machine, office.Clock);
        services.AddSingleton(_ => office.Machine.OpenDatabase().Through(connection => new FaultyConnection(connection, door)));
        await using var program = services.BuildServiceProvider();
        await program.GetRequiredService<Database>().MigrateAsync(office.Clock);
        var before = door.Calls;
        var job = office.Office.Jobs.Single(one => one.Duty == JobDuty.RemindAgencies);

        await program.GetRequiredService<JobRunner>().RunAsync(new JobExecutionRequest(job, "once"), new Progress<(int, int)>(), CancellationToken.None);

        var statements = door.Calls - before;
        await using var connection = await program.GetRequiredService<Database>().OpenAsync();
        return (office.Letters.Count, statements,
            await connection.ExecuteScalarAsync<long>("SELECT (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)"));
    }
}
