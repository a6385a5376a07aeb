using System.Globalization;
using CcHc.Core.StatusReport;
using CcHc.Dashboard.Pages.Tasks;
using CcHc.Dashboard.Snapshot;

namespace CcHc.Dashboard.Pages.Tasks;

/// <summary>A part of a bar; positions and widths in hundredths of the longest bar, as SVG writes numbers.</summary>
public sealed record BarPart(StatusGroup Group, int Count, string Left, string Width);

/// <summary>One bar (thanh) with its name and the address filters behind its numbers.</summary>
public sealed record Bar(string Name, StatusCounts Counts, TaskFilter Filter, IReadOnlyList<BarPart> Parts);

/// <summary>Standings as bars one below the other (biểu đồ thanh): drawn as long as their numbers, beside the numbers themselves.</summary>
/// <param name="Caption">Says what the bars are, for who cannot see them as well.</param>
public sealed record BarChart(string Caption, string NameHeading, IReadOnlyList<Bar> Bars)
{
    public static BarChart Of(string caption, string nameHeading, IEnumerable<(string Name, StatusCounts Counts, TaskFilter Filter)> lines)
    {
        var all = lines.ToList();
        var longest = all.Count == 0 ? 0 : all.Max(line => line.Counts.Total);
        return new BarChart(caption, nameHeading, [.. all.Select(line => new Bar(line.Name, line.Counts, line.Filter, Parts(line.Counts, longest)))]);
    }

    private static List<BarPart> Parts(StatusCounts counts, int longest)
    {
        var (parts, before) = (new List<BarPart>(), 0);
        foreach (var group in StatusLabels.Groups)
        {
            if (counts.Of(group) is > 0 and var count)
            {
                parts.Add(new BarPart(group, count, Place(before, longest), Place(count, longest)));
                before += count;
            }
        }

        return parts;
    }

    private static string Place(int count, int longest) => (100.0 * count / longest).ToString("0.###", CultureInfo.InvariantCulture);
}
