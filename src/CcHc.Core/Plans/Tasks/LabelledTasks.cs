using CcHc.Core.Plans.Outline;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;

namespace CcHc.Core.Plans.Tasks;

/// <summary>Tasks written as an item with labelled lines (nhiệm vụ có dòng Cơ quan chủ trì, Thời gian …), below it or inside its own paragraph.</summary>
internal static class LabelledTasks
{
    /// <summary>With one label each, so many items must have it before it is taken for a way of assigning tasks.</summary>
    private const int FewestOfOneLabel = 3;

    private static readonly RegisterField[] Fields =
        [RegisterField.Lead, RegisterField.Coordinating, RegisterField.Following, RegisterField.Product, RegisterField.Time];

    public static IReadOnlyList<PlanTask> Find(PlanOutline outline)
    {
        var labelled = outline.All.Where(node => node.Labels.Exists(label => !label.IsEmpty)).ToList();
        var several = labelled.Where(node => FieldsOf(node).Count() > 1).ToHashSet();
        var single = labelled.Where(node => FieldsOf(node).Count() == 1 && FieldsOf(node).First() is RegisterField.Lead or RegisterField.Time).ToList();
        var tasks = several.Count + single.Count >= FewestOfOneLabel ? [.. several, .. single] : several;
        foreach (var node in tasks.SelectMany(task => task.Ancestors))
        {
            node.HasTasksBelow = true;
        }

        return [.. outline.All.Where(node => tasks.Contains(node) && !node.HasTasksBelow).Take(PlanReader.MostTasks + 1).Select(Task)];
    }

    private static IEnumerable<RegisterField> FieldsOf(OutlineNode node) =>
        node.Labels.Where(label => !label.IsEmpty && Fields.Contains(label.Field))
            .Select(label => label.Field == RegisterField.Following ? RegisterField.Coordinating : label.Field).Distinct();

    private static PlanTask Task(OutlineNode node)
    {
        var heading = node.AreaHeading?.Line.Words ?? "";
        var labels = node.Ancestors.TakeWhile(above => above.Labels.Count > 0).Prepend(node).SelectMany(owner => owner.Labels);
        return new PlanTask
        {
            Place = node.Line.Place,
            Form = PlanTaskForm.LabelledLines,
            Number = NumberOf(node),
            Area = TaskAreaParser.Find(heading),
            AreaText = heading,
            AreaLead = "",
            Text = TextOf(node),
            Product = OutlineNode.CloseLines(node.Value(RegisterField.Product)),
            Lead = OutlineNode.CloseLines(node.Value(RegisterField.Lead)),
            Coordinating =
                string.Join('\n', new[] { node.Value(RegisterField.Coordinating), node.Value(RegisterField.Following) }.Where(text => text.Length > 0)
                    .Select(OutlineNode.CloseLines)),
            Time = OutlineNode.CloseLines(node.Value(RegisterField.Time)),
            Note = node.Value(RegisterField.Note),
            Source = string.Join('\n', labels.Select(label => label.Written).Prepend(node.Line.Written).Distinct()),
        };
    }

    /// <summary>A part of an item that has labels of its own begins with the item's words.</summary>
    private static string TextOf(OutlineNode node) =>
        node.Parent is { Labels.Count: > 0 } whole && whole.Line.Rank >= TaskNumberRank ? $"{Words(whole.Line)} {node.Text}" : node.Text;

    private static string Words(PlanLine line) => line.Words.TrimEnd(' ', ':');

    private static string NumberOf(OutlineNode node) =>
        string.Join('.', node.Ancestors.Reverse().Append(node)
            .Where(part => part.Line.Number.Style is NumberStyle.Integer or NumberStyle.Dotted or NumberStyle.Letter)
                .Select(part => part.Line.Number.Text).TakeLast(2));

    /// <summary>From lettered items inward.</summary>
    private const int TaskNumberRank = 20;
}
