using CcHc.Core.Agencies;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;

namespace CcHc.Dashboard.Snapshot;

/// <summary>The obligations due in one month.</summary>
public sealed record MonthLine(DateOnly First, StatusCounts Counts)
{
    public DateOnly Last => First.AddMonths(1).AddDays(-1);
}

/// <summary>The office in numbers (tổng hợp): obligations counted by standing, in all, by agency, by area and by the month they are due.</summary>
/// <param name="ByAgency">Those with the most overdue first; the one without code stands for obligations whose agency nobody could tell.</param>
/// <param name="ByArea">In the order plans list the areas.</param>
/// <param name="ByMonth">In order, without empty months.</param>
public sealed record OfficeSummary(StatusCounts Totals, IReadOnlyList<SummaryLine> ByAgency, IReadOnlyList<SummaryLine> ByArea,
    IReadOnlyList<MonthLine> ByMonth)
{
    private readonly Dictionary<string, StatusCounts> _ofAgency = ByAgency.ToDictionary(line => line.Code, line => line.Counts, StringComparer.Ordinal);

    public static OfficeSummary Of(IReadOnlyList<TaskRow> rows)
    {
        var totals = new int[GroupCount];
        var agencies = new Dictionary<string, (Agency Agency, int[] Counts)>(StringComparer.Ordinal);
        var areas = new SortedDictionary<TaskArea, int[]>();
        var months = new SortedDictionary<DateOnly, int[]>();
        foreach (var row in rows)
        {
            var (agency, group) = (row.Obligation.Agency, (int)row.Group);
            totals[group]++;
            if (!agencies.TryGetValue(agency.Code, out var line))
            {
                agencies.Add(agency.Code, line = (agency, new int[GroupCount]));
            }

            line.Counts[group]++;
            Count(areas, row.Task.Area)[group]++;
            if (row.Standing.Due is { } due)
            {
                Count(months, new DateOnly(due.Year, due.Month, 1))[group]++;
            }
        }

        return new OfficeSummary(
            CountsOf(totals),
            [
                .. agencies.Values.Select(one => new SummaryLine(one.Agency.Code, one.Agency.IsUnresolved ? "" : one.Agency.Name, CountsOf(one.Counts)))
                    .OrderByDescending(line => line.Counts.Overdue).ThenByDescending(line => line.Counts.DueSoon).ThenByDescending(line => line.Counts.Total)
                    .ThenBy(line => line.Code, StringComparer.Ordinal),
            ],
            [.. areas.Select(one => new SummaryLine(one.Key.Code(), one.Key.DisplayName(), CountsOf(one.Value)))],
            [.. months.Select(one => new MonthLine(one.Key, CountsOf(one.Value)))]);
    }

    public StatusCounts OfAgency(string code) => _ofAgency.GetValueOrDefault(code) ?? StatusCounts.Nothing;

    /// <summary>The months around a day: a few before it, most of a year after it.</summary>
    public IEnumerable<MonthLine> Around(DateOnly day) => ByMonth.Where(month => month.First >= FirstShown(day) && month.First <= LastShown(day));

    /// <summary>What is due before the months <see cref="Around"/> shows: the oldest overdue work is there.</summary>
    public MonthLine? Before(DateOnly day) => Sum(month => month.First < FirstShown(day), FirstShown(day).AddMonths(-1));

    /// <summary>What is due after them.</summary>
    public MonthLine? After(DateOnly day) => Sum(month => month.First > LastShown(day), LastShown(day).AddMonths(1));

    private static DateOnly FirstShown(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(-3);

    private static DateOnly LastShown(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(8);

    private MonthLine? Sum(Func<MonthLine, bool> which, DateOnly month)
    {
        var counts = ByMonth.Where(which).Select(one => one.Counts).ToList();
        return counts.Count == 0 ? null : new MonthLine(month, counts.Aggregate(static (sum, one) => sum + one));
    }

    private const int GroupCount = (int)StatusGroup.Other + 1;

    private static int[] Count<T>(SortedDictionary<T, int[]> lines, T key)
        where T : notnull
    {
        if (!lines.TryGetValue(key, out var counts))
        {
            lines.Add(key, counts = new int[GroupCount]);
        }

        return counts;
    }

    private static StatusCounts CountsOf(int[] counts) => StatusCounts.From(group => counts[(int)group]);
}
