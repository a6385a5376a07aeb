using System.Globalization;
using CcHc.Core.Deadlines;

namespace CcHc.Core.Tests.Deadlines;

/// <summary>
/// One line of doubts.tsv: plan year, words, what is read ("~" before it: partly understood; "?" alone: not understood) and the codes of what is said.
/// </summary>
public sealed record DoubtCase(int? Year, string Text, string Expected, string Codes);

internal static class DoubtTable
{
    public static IReadOnlyList<DoubtCase> Cases { get; } = [.. Read()];

    public static string Compact(DeadlineReading reading) =>
        reading.IsPartlyUnderstood ? "~ " + DeadlineTable.Compact(reading with { IsUnderstood = true }) : DeadlineTable.Compact(reading);

    public static string Codes(DeadlineReading reading) =>
        string.Join(',', reading.Findings.Select(finding => finding.Code.Replace("deadline-", "", StringComparison.Ordinal)).Distinct()
            .Order(StringComparer.Ordinal));

    private static IEnumerable<DoubtCase> Read()
    {
        using var stream = typeof(DoubtTable).Assembly.GetManifestResourceStream("CcHc.Core.Tests.Deadlines.doubts.tsv")
            ?? throw new InvalidOperationException("doubts.tsv is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && line.Split('\t') is var cells)
            {
                yield return new DoubtCase(
                    cells[0].Length == 0 ? null : int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1].Replace("\\n", "\n", StringComparison.Ordinal),
                    cells[2], cells.Length > 3 ? cells[3] : "");
            }
        }
    }
}
