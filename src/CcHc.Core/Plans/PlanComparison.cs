using CcHc.Core.Registers;
using CcHc.Core.Registers.Recognition;
using CcHc.Core.Text;

namespace CcHc.Core.Plans;

/// <summary>
/// Compares a plan with the registers in force (đối chiếu kế hoạch điều chỉnh): which tasks are new, gone, moved to another field, reworded or given other
/// days.
/// </summary>
public static class PlanComparison
{
    /// <summary>Two different tasks of one plan rarely are so alike.</summary>
    private const double Alike = 0.45;

    /// <summary>So large a share of the plan's tasks must stand in a register before the plan counts as a changed one of it.</summary>
    private const double Related = 0.4;

    private const int MostComparisons = 4_000_000;

    /// <summary>Against the register that has most of the plan's tasks; null when none has enough of them.</summary>
    /// <param name="registers">Every task of every register in force.</param>
    public static PlanDifferences? Find(IReadOnlyList<PlanTask> plan, IEnumerable<RegisterTask> registers)
    {
        PlanDifferences? best = null;
        var most = 0;
        foreach (var register in registers.GroupBy(task => task.Place.File, StringComparer.Ordinal))
        {
            var tasks = register.ToList();
            var pairs = Pairs(plan, tasks);
            if (pairs.Count > most && pairs.Count >= Related * plan.Count)
            {
                (most, best) = (pairs.Count, new PlanDifferences(register.Key, Lines(plan, tasks, pairs)));
            }
        }

        return best;
    }

    /// <summary>Equal words first, then the most alike; each task once.</summary>
    private static Dictionary<int, int> Pairs(IReadOnlyList<PlanTask> plan, List<RegisterTask> register)
    {
        var pairs = new Dictionary<int, int>();
        var free = register.Select((task, place) => (Text: VietnameseText.Fold(task.Text), place)).GroupBy(task => task.Text, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new Queue<int>(same.Select(task => task.place)), StringComparer.Ordinal);
        for (var i = 0; i < plan.Count; i++)
        {
            if (free.TryGetValue(VietnameseText.Fold(plan[i].Text), out var places) && places.TryDequeue(out var place))
            {
                pairs[i] = place;
            }
        }

        var likeness = new TextLikeness();
        var taken = pairs.Values.ToHashSet();
        var left = Enumerable.Range(0, plan.Count).Where(i => !pairs.ContainsKey(i))
            .Select(i => (Place: i, Words: likeness.Pairs(VietnameseText.Fold(plan[i].Text)))).ToList();
        var right = Enumerable.Range(0, register.Count).Where(i => !taken.Contains(i))
            .Select(i => (Place: i, Words: likeness.Pairs(VietnameseText.Fold(register[i].Text)))).ToList();
        if ((long)left.Count * right.Count > MostComparisons)
        {
            return pairs;
        }

        var alike = left.SelectMany(one => right.Select(two => (one.Place, Other: two.Place, Score: TextLikeness.Of(one.Words, two.Words))));
        foreach (var (one, two, _) in alike.Where(pair => pair.Score >= Alike).OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Place))
        {
            if (!pairs.ContainsKey(one) && taken.Add(two))
            {
                pairs[one] = two;
            }
        }

        return pairs;
    }

    private static List<PlanDifference> Lines(IReadOnlyList<PlanTask> plan, List<RegisterTask> register, Dictionary<int, int> pairs)
    {
        var lines = new List<PlanDifference>();
        for (var i = 0; i < plan.Count; i++)
        {
            if (pairs.TryGetValue(i, out var place))
            {
                lines.AddRange(Changes(plan[i], register[place], i + 1));
            }
            else
            {
                lines.Add(new PlanDifference(PlanChange.New, i + 1, "", "", plan[i].Text));
            }
        }

        var kept = pairs.Values.ToHashSet();
        lines.AddRange(register.Where((_, place) => !kept.Contains(place))
            .Select(task => new PlanDifference(PlanChange.Dropped, null, PlaceOf(task), task.Text, "")));
        return lines;
    }

    private static IEnumerable<PlanDifference> Changes(PlanTask now, RegisterTask before, int row)
    {
        PlanDifference Line(PlanChange kind, string was, string becomes) => new(kind, row, PlaceOf(before), was, becomes);
        if (now.Area != before.Area && now.Area != TaskArea.Other && before.Area != TaskArea.Other)
        {
            yield return Line(PlanChange.Moved, before.Area.DisplayName(), now.Area.DisplayName());
        }

        if (!Same(now.Text, before.Text))
        {
            yield return Line(PlanChange.Reworded, before.Text, now.Text);
        }

        if (!Same(now.Time, before.TimeText) && before.DueDate is null)
        {
            yield return Line(PlanChange.Time, before.TimeText, now.Time);
        }

        if (!Same(now.Lead, before.LeadText))
        {
            yield return Line(PlanChange.Agency, before.LeadText, now.Lead);
        }
    }

    private static string PlaceOf(RegisterTask task) => $"{task.Place.Sheet}, {task.Place.TaskCell}";

    /// <summary>Bullets, closing marks and line ends say nothing.</summary>
    private static bool Same(string one, string two) => string.Equals(Plain(one), Plain(two), StringComparison.Ordinal);

    private static string Plain(string text) =>
        string.Join(' ', text.Split('\n').Select(line => VietnameseText.Fold(line).Trim(' ', '-', '+', '.', ';', ',')).Where(line => line.Length > 0));
}
