using CcHc.Core.Plans.Outline;
using CcHc.Core.Registers.Rows;

namespace CcHc.Core.Plans.Tasks;

/// <summary>Tasks written as a plain list (gạch đầu dòng) under the headings of a part on tasks: what no bracket behind a task says stays empty.</summary>
internal static class ListTasks
{
    private const int FewestWords = 5;

    /// <param name="onlyNamedTasks">Lists below "nội dung chủ yếu" and the like do not count, only those below headings that say "nhiệm vụ".</param>
    public static IReadOnlyList<PlanTask> Find(PlanOutline outline, bool onlyNamedTasks) =>
        [
            .. outline.All.Where(node => IsItem(node) && PlanSection.Of(node) == SectionKind.Tasks
                && (!onlyNamedTasks || node.Ancestors.Any(above => PlanSection.NamesTasks(above.Line.Words))))
                .Take(PlanReader.MostTasks + 1).Select(Task)];

    /// <summary>The outermost lines that are no headings; a paragraph without a number only where its neighbours have none either.</summary>
    private static bool IsItem(OutlineNode node) =>
        node.Parent is { } parent && !node.IsHeading && node.Ancestors.All(above => above.IsHeading) && node.Line.Words.Split(' ').Length >= FewestWords
        && (node.Line.Rank != PlanLine.PlainRank || parent.HasPlainChildren);

    private static PlanTask Task(OutlineNode node)
    {
        var roles = BracketedRoles.Read(node.Text);
        var heading = node.AreaHeading?.Line.Words ?? "";
        return new PlanTask
        {
            Place = node.Line.Place,
            Form = PlanTaskForm.ListItem,
            Number = node.Line.Number.Text,
            Area = TaskAreaParser.Find(heading),
            AreaText = heading,
            Text = roles.Text,
            Lead = roles.Lead,
            Coordinating = roles.Coordinating,
            Time = roles.Time,
            Source = string.Join('\n', node.Descendants.Select(child => child.Line.Written).Prepend(node.Line.Written)),
        };
    }
}
