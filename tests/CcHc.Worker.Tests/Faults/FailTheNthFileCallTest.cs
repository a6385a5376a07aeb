using System.Diagnostics;
using System.Globalization;
using CcHc.Worker.Tests.Support;
using Xunit.Abstractions;

namespace CcHc.Worker.Tests.Faults;

/// <summary>
/// RELIABILITY 7, 12, 13. The same day with the n-th call to the file system failing, in a process of its own whose disk is made to fail. The database's own
/// files are spared.
/// </summary>
public sealed class FailTheNthFileCallTest(ITestOutputHelper output)
{
    private const string DatabaseFile = "/cchc.db";

    [Theory]
    [InlineData(DiskWay.Once, 23)]
    [InlineData(DiskWay.Gone, 29)]
    [InlineData(DiskWay.Full, 7)]
    public async Task WhicheverFileCallFails_EveryPromiseStands(DiskWay way, int stride)
    {
        var library = Path.Combine(Path.GetTempPath(), $"cchc-faulty-disk-{Guid.NewGuid():N}.so");
        await FaultyDisk.BuildAsync(library);
        try
        {
            var start = new ProcessStartInfo("dotnet",
                [typeof(FaultyDisk).Assembly.Location, way.ToString(), FailTheNthCallTest.Stride(stride).ToString(CultureInfo.InvariantCulture), library])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["LD_PRELOAD"] = library;
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            output.WriteLine(said);
            Assert.True(process.ExitCode == 0, said + await errors);
            Assert.EndsWith(" 0 promises broken", said.TrimEnd(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(library);
        }
    }

    /// <summary>What the process of its own does.</summary>
    /// <param name="arguments">Way, stride, library.</param>
    /// <returns>0 when every promise stood.</returns>
    internal static async Task<int> LiveAsync(string[] arguments)
    {
        var (way, stride) = (Enum.Parse<DiskWay>(arguments[0]), int.Parse(arguments[1], CultureInfo.InvariantCulture));
        FaultyDisk.Use(arguments[2]);
        await using var eve = await FaultTemplate.PrepareAsync(null);
        var unharmed = (await LiveAsync(eve, 0, way)).Day;
        var round = new FaultRound(stride);
        await round.LiveAsync(async nth =>
        {
            var (failed, day) = await LiveAsync(eve, nth, way);
            return (failed, day, Promises.BrokenBy(day, unharmed));
        });
        foreach (var sentence in round.Broken)
        {
            Console.WriteLine(sentence);
        }

        Console.WriteLine($"disk {way}: {round}");
        return round.Days > 0 && round.Broken.Count == 0 ? 0 : 1;
    }

    private static async Task<(string? Failed, LivedDay Day)> LiveAsync(FaultTemplate eve, int nth, DiskWay way)
    {
        var office = await eve.CopyAsync();
        try
        {
            FaultyDisk.Arm(office.Office.Folder + "/", DatabaseFile, nth, way);
            var day = await new FaultDay(office, FaultDoor.Open, FaultDoor.Open, FaultWay.Refused, new FaultyClock(FaultDay.Begin)) 
            {
                Running = isRunning => FaultyDisk.Pause(!isRunning),
                Restart = FaultyDisk.Heal,
            }.LiveAsync();
            return (FaultyDisk.Failed, day);
        }
        finally
        {
            FaultyDisk.Arm("", "", 0, way);
            await eve.DropAsync(office);
        }
    }
}

/// <summary>Where the process of its own begins; the test runner has its own beginning.</summary>
internal static class FaultProgram
{
    public static Task<int> Main(string[] arguments) => FailTheNthFileCallTest.LiveAsync(arguments);
}
