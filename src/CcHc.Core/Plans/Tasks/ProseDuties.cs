using CcHc.Core.Plans.Outline;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Rows;

namespace CcHc.Core.Plans.Tasks;

/// <summary>Duties inside sentences (nhiệm vụ trong câu văn): who is to do something, or what is to be done by when. A row a sentence.</summary>
internal static class ProseDuties
{
    /// <summary>So many dated sentences make a plan one that assigns its tasks in prose.</summary>
    private const int FewestDated = 3;

    private sealed record Found(OutlineNode Node, string Sentence, DutySentence Duty, SectionKind Section);

    /// <summary>Empty for a plan that does not assign its tasks this way.</summary>
    public static IReadOnlyList<PlanTask> Find(PlanOutline outline)
    {
        var found = outline.All.SelectMany(Sentences).ToList();
        return found.Count(duty => duty is { Section: SectionKind.Organisation, Duty.Time.Length: > 0 }) < FewestDated ? []
            : [.. found.Where(duty => duty.Duty.Duty.Length > 0 && (duty.Duty.Time.Length > 0 || IsAssigned(duty))).Select(Task)];
    }

    /// <summary>Without a day, somebody must be given the duty in so many words, or by a number of its own.</summary>
    private static bool IsAssigned(Found found) =>
        found.Section == SectionKind.Organisation && found.Duty.Lead.Length > 0 && (found.Duty.HasDutyWords || !found.Node.Line.Number.IsNone);

    private static IEnumerable<Found> Sentences(OutlineNode node)
    {
        var section = PlanSection.Of(node);
        return section is SectionKind.Tasks or SectionKind.Organisation && !(node.IsHeading && node.Children.Count > 0)
            ? DutySentence.Sentences(node.Line.Words).Select(sentence => new Found(node, sentence, DutySentence.Read(sentence), section))
            : [];
    }

    private static PlanTask Task(Found found)
    {
        var (node, sentence, duty, _) = found;
        var heading = node.AreaHeading?.Line.Words ?? "";
        var area = TaskAreaParser.Find(heading) is var of and not TaskArea.Other ? of : TaskAreaParser.Find(duty.Duty);
        return new PlanTask
        {
            Place = node.Line.Place,
            Form = PlanTaskForm.Sentence,
            Number = node.Line.Number.Text,
            Area = area == TaskArea.Other ? TaskArea.Steering : area,
            AreaText = heading,
            Text = duty.Duty,
            Lead = duty.Lead,
            Coordinating = duty.Coordinating,
            Time = duty.Time,
            Source = sentence,
            Doubts = ["Đọc từ câu văn, không phải bảng hay dòng ghi rõ: xem lại cơ quan và thời gian."],
        };
    }
}
