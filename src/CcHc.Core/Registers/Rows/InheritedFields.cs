using CcHc.Core.Registers.Status;
using CcHc.Core.Registers.Tables;

namespace CcHc.Core.Registers.Rows;

/// <summary>What a task that leaves its lead or time blank takes from the group or task it stands under.</summary>
internal static class InheritedFields
{
    /// <param name="parent">The numbered task whose steps may stand below it; null for none.</param>
    public static void Fill(TaskDraft draft, SectionPath sections, TaskDraft? parent)
    {
        InheritWords(draft.Leads, IsStepOf(parent, draft) ? parent!.LeadText : sections.Lead);
        if (draft.Leads.Count == 0 && sections.HeadingLead is { Length: > 0 } ofHeading)
        {
            draft.Leads.Add(ofHeading);
            draft.HasLeadOfHeading = true;
        }

        if (draft.DueDate is null)
        {
            InheritWords(draft.Times, sections.Time);
        }
    }

    /// <summary>1.1 below the task 1, and a dash below a numbered task: done by the same agency where no other is named.</summary>
    private static bool IsStepOf(TaskDraft? parent, TaskDraft draft) =>
        parent is { Number.IsNone: false } && (draft.Row.IsBulleted || (draft.Number.Style == NumberStyle.Dotted && parent.Number.IsParentOf(draft.Number)));

    /// <summary>Of a group that names its lead or time, both a blank cell and a ditto mark below mean that one.</summary>
    private static void InheritWords(List<string> own, string given)
    {
        if (given.Length > 0 && own.TrueForAll(TickMarks.IsDitto))
        {
            own.Clear();
            TaskDraft.AddOnce(own, given);
        }
    }
}
