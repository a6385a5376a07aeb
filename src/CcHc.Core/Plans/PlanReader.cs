using CcHc.Core.Findings;
using CcHc.Core.Plans.Outline;
using CcHc.Core.Plans.Tasks;
using CcHc.Core.Registers.Years;

namespace CcHc.Core.Plans;

/// <summary>
/// Finds the tasks of an issued plan (kế hoạch): in its tables, in labelled lines, in lists, in sentences – whichever the plan assigns them by.
/// </summary>
public static class PlanReader
{
    /// <summary>The largest plans seen have some hundreds.</summary>
    internal const int MostTasks = 5_000;

    /// <param name="year">The plan's year where somebody gave it; null: as the plan says.</param>
    public static PlanReading Read(PlanDocument document, int? year = null)
    {
        var header = PlanHeaderReader.Read(document.Blocks, document.FileName);
        header = header with { Year = year ?? header.Year };
        var findings = new List<FindingTemplate>();
        var outline = PlanOutline.Of(PlanLine.Of(document.Blocks));
        var tasks = Tasks(document.Blocks, outline);
        if (tasks.Count > MostTasks)
        {
            findings.Add(PlanFindings.TooManyTasks(MostTasks));
            tasks = [];
        }
        else if (tasks.Count == 0 && outline.IsEndless)
        {
            findings.Add(PlanFindings.TooLong(PlanOutline.MostLines));
        }
        else if (tasks.Count == 0)
        {
            findings.Add(PlanFindings.NoTasks);
        }

        if (header.Year is null && !PlanYearParser.IsSpan(header.Title))
        {
            findings.Add(PlanFindings.NoYear);
        }

        if (header.Number.Length == 0)
        {
            findings.Add(PlanFindings.NoNumber);
        }

        return new PlanReading(header, tasks, PlanRegimeReader.Find(document.Blocks), findings);
    }

    /// <summary>Tables and labelled lines say best who does what by when; lists and sentences count only in a plan without them.</summary>
    private static IReadOnlyList<PlanTask> Tasks(IReadOnlyList<PlanBlock> blocks, PlanOutline outline)
    {
        var assigned = TableTasks.Find(blocks).Concat(LabelledTasks.Find(outline)).OrderBy(task => task.Place.Number).ToList();
        if (assigned.Count > 0)
        {
            return assigned;
        }

        if (outline.IsEndless)
        {
            return [];
        }

        var duties = ProseDuties.Find(outline);
        var listed = ListTasks.Find(outline, onlyNamedTasks: duties.Count > 0);
        return listed.Count > 0 ? listed : duties;
    }
}
