using System.Globalization;
using CcHc.Core.Agencies;

namespace CcHc.Core.Tests.Agencies;

/// <summary>Two small provinces: "ba-cap" with districts, "hai-cap" after 1/7/2025.</summary>
internal static class TestDirectories
{
    private static readonly ILookup<string, Agency> All = Rows("directories.tsv").ToLookup(r => r[0], Read, StringComparer.Ordinal);

    public static AgencyDirectory Of(string name) => new(All[name]);

    public static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Agencies", file)).Skip(1).Where(l => l.Length > 0).Select(l => l.Split('\t'));

    private static Agency Read(string[] row) => new()
    {
        Code = row[1], Name = row[2], OtherNames = List(row[3]), Group = row[4], ValidFrom = Day(row[5]), ValidTo = Day(row[6]), Successors = List(row[7]),
    };

    private static string[] List(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
