using System.Diagnostics;
using System.Globalization;
using CcHc.Adapters.Workbooks.PeriodReports;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Adapters.Workbooks.StatusReports;
using CcHc.Bench.Given;
using CcHc.Office;
using CcHc.Worker;
using CcHc.Worker.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Bench.Results;

/// <summary>The most memory a process took that did one thing once (đỉnh bộ nhớ), everything in it: runtime, code, data.</summary>
/// <param name="Limit">Null for what is only told.</param>
internal sealed record PeakRow(string Title, int Size, long Megabytes, long? Limit)
{
    public bool IsMet => Limit is not { } limit || Megabytes <= limit;
}

/// <summary>Measures each in a process of its own.</summary>
internal static class PeakMemory
{
    private sealed record Work(string Title, int[] Sizes, long? Limit, Action<int, string> Run)
    {
        /// <summary>Makes the file the work reads; not counted.</summary>
        public Action<int, string>? Prepare { get; init; }
    }

    private static readonly Dictionary<string, Work> Works = new(StringComparer.Ordinal)
    {
        ["ReadLargeRegister"] = new("reading one .xlsx, rows", [1_000, 10_000, 100_000], 120,
            (_, file) => GC.KeepAlive(WorkbookReader.Read(file, "so.xlsx").Content ?? throw new InvalidDataException(file)))
        {
            Prepare = (size, file) => MadeUpRegister.Write(file, 1, size),
        },
        ["ReadOffice"] = new("an office read twice, registers of 200 rows", [3, 30, 300], null, (size, _) => ReadTwiceAsync(size).GetAwaiter().GetResult()),
        ["WriteConsolidated"] = new("consolidated workbook, detail rows", [500, 5_000, 50_000], 300,
            (size, file) => StatusWorkbookWriter.Write(MadeUpReports.Consolidated(size), file, Path.GetTempPath())),
        ["WritePeriod"] = new("period workbook, detail rows", [500, 5_000, 50_000], 300, (size, file) =>
        {
            using var target = File.Create(file);
            PeriodWorkbookWriter.Write(MadeUpReports.OfPeriod(size), target, Path.GetTempPath(), Path.GetTempPath());
        }),
    };

    /// <param name="filter">As the benchmarks': "*" or "*Period*".</param>
    public static IReadOnlyList<PeakRow> All(string filter)
    {
        var asked = Works.Where(work => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(filter, "CcHc.Bench." + work.Key));
        return [.. asked.SelectMany(work => work.Value.Sizes.Select(size => Apart(work.Key, work.Value, size)))];
    }

    /// <summary>Does one thing once in this process.</summary>
    /// <returns>Megabytes.</returns>
    public static long Measure(string name, int size, string file)
    {
        Works[name].Run(size, file);
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 >> 20;
    }

    private static PeakRow Apart(string name, Work work, int size)
    {
        var folder = Directory.CreateTempSubdirectory("cchc-bench-").FullName;
        try
        {
            var file = Path.Combine(folder, "tep.xlsx");
            work.Prepare?.Invoke(size, file);
            var start = new ProcessStartInfo(Environment.ProcessPath!,
                ["peak", name, size.ToString(CultureInfo.InvariantCulture), file]) { RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var megabytes = process.ExitCode == 0 ? long.Parse(said, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException($"{name} {size} ended with {process.ExitCode}: {said}");
            return new PeakRow(work.Title, size, megabytes, size == work.Sizes[^1] ? work.Limit : null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ReadTwiceAsync(int registers)
    {
        using var office = new MadeUpOffice(registers, 200);
        await using var host = await office.OpenAsync();
        var reader = host.Services.GetRequiredService<OfficeReader>();
        for (var run = 0; run < 2; run++)
        {
            GC.KeepAlive((await reader.ReadAsync(MadeUpOffice.Run, CancellationToken.None)).Obligations.Count());
        }
    }
}
