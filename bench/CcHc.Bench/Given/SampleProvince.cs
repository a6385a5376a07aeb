using CcHc.Adapters.Workbooks.Lists;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Registers;
using CcHc.Tests;

namespace CcHc.Bench.Given;

/// <summary>The words of the sample province, from which larger offices are made up.</summary>
internal static class SampleProvince
{
    public static readonly DateOnly Today = new(2026, 6, 15);

    public static string Folder { get; } = Path.Combine(Repository.Folder, "samples", "tinh-mau");

    public static string DirectoryFile => Path.Combine(Folder, "danh-ba-co-quan.xlsx");

    public static string HolidaysFile => Path.Combine(Folder, "lich-nghi.xlsx");

    public static IReadOnlyList<string> Registers { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "so-theo-doi"), "*.xlsx", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static IReadOnlyList<Agency> Agencies { get; } = DirectoryReader.Read(WorkbookReader.Read(DirectoryFile, "danh-ba-co-quan.xlsx").Content!).Agencies;

    public static IReadOnlyList<CalendarDay> DaysOff { get; } = HolidayReader.Read(WorkbookReader.Read(HolidaysFile, "lich-nghi.xlsx").Content!).Days;

    public static IReadOnlyList<RegisterTask> Tasks { get; } =
        [.. Registers.SelectMany(path => RegisterParser.Parse(WorkbookReader.Read(path, Path.GetFileName(path)).Content!).Tasks)];

    public static AgencyDirectory Directories { get; } = new(Agencies, "tỉnh Mẫu");
}
