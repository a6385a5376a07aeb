using System.Globalization;
using CcHc.Core.Deadlines;

namespace CcHc.Core.Tests.Deadlines;

/// <summary>
/// One line of deadlines.tsv or wordings.tsv: plan year, words, expected milestones as <see cref="DeadlineTable.Compact(DeadlineReading)"/> writes them ("?" =
/// not understood).
/// </summary>
public sealed record DeadlineCase(int? Year, string Text, string Expected)
{
    public override string ToString() => $"{Year} {Text}";
}

internal static class DeadlineTable
{
    public static IReadOnlyList<DeadlineCase> Cases { get; } = [.. Read("deadlines.tsv"), .. Read("wordings.tsv")];

    public static string Compact(DeadlineReading reading) => reading.IsUnderstood ? string.Join(" | ", reading.Milestones.Select(Compact)) : "?";

    private static string Compact(Milestone milestone)
    {
        var kind = milestone.Kind.ToString().ToLowerInvariant();
        var isRecurring = milestone.Kind == MilestoneKind.Recurring;
        var hasDays = milestone.Start is not null || milestone.Due is not null || milestone.Kind == MilestoneKind.Continuous;
        return kind
            + (hasDays ? " " + Day(milestone.Start) + ".." + Day(milestone.Due) : "")
            + (isRecurring ? " " + Name(milestone.Recurrence) : "")
            + (milestone.OccurrenceDue.Count > 0 ? " @" + string.Join(",", milestone.OccurrenceDue) : "");
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Name(Recurrence recurrence) => recurrence switch
    {
        Recurrence.None => "-",
        Recurrence.NineMonths => "nine_month",
        _ => recurrence.ToString().ToLowerInvariant(),
    };

    private static IEnumerable<DeadlineCase> Read(string file)
    {
        using var stream = typeof(DeadlineTable).Assembly.GetManifestResourceStream("CcHc.Core.Tests.Deadlines." + file)
            ?? throw new InvalidOperationException(file + " is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var cells = line.Split('\t');
                yield return new DeadlineCase(cells[0].Length == 0
                    ? null : int.Parse(cells[0], CultureInfo.InvariantCulture), cells[1].Replace("\\n", "\n", StringComparison.Ordinal), cells[2]);
            }
        }
    }
}
