using CcHc.Core.Findings;

namespace CcHc.Core.Plans;

/// <summary>Finds the tasks of an issued plan (kế hoạch): in its tables, in labelled lines, in lists, in sentences – whichever the plan assigns them by.</summary>
public static class PlanReader
{
    /// <param name="year">The plan's year where somebody gave it; null: as the plan says.</param>
    public static PlanReading Read(PlanDocument document, int? year = null)
    {
        var header = PlanHeaderReader.Read(document.Blocks, document.FileName);
        header = header with { Year = year ?? header.Year };
        var findings = new List<Remark>();
        var outline = PlanOutline.Of(PlanLine.Of(document.Blocks));
        IReadOnlyList<PlanTask> tasks = [.. TableTasks.Find(document.Blocks).Concat(LabelledTasks.Find(outline)).OrderBy(task => task.Place.Number)];
        return new PlanReading(header, tasks, null, findings);
    }
}
