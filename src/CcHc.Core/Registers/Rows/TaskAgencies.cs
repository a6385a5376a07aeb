using CcHc.Core.Registers.Status;

namespace CcHc.Core.Registers.Rows;

/// <summary>Puts the agencies a row names into a task, by their roles.</summary>
internal static class TaskAgencies
{
    /// <summary>Adds the agencies of a row's columns and ticks.</summary>
    /// <param name="above">Where a ditto mark takes its words from; null where it is not certain, and the mark stays as written.</param>
    public static void Add(TaskDraft draft, TableRow row, TaskDraft? above, string leadWords, string helpWords)
    {
        var cell = AgencyCell.Read(leadWords);
        TaskDraft.AddOnce(draft.Leads, TickMarks.IsDitto(cell.Lead) && above is not null ? above.LeadText : cell.Lead);
        TaskDraft.AddOnce(draft.Coordinating, cell.Coordinating);
        TaskDraft.AddOnce(draft.Coordinating, TickMarks.IsDitto(helpWords) && above is not null
            ? string.Join('\n', above.Coordinating) : AgencyCell.ReadCoordinating(helpWords));
        foreach (var (value, label) in row.LabelledAgencies.Where(agency => !agency.Value.IsBlank))
        {
            TaskDraft.AddOnce(draft.Coordinating, $"{label}: {value.Text}");
        }

        foreach (var tick in row.Ticks.Where(tick => tick.Field is RegisterField.Lead or RegisterField.Coordinating or RegisterField.Following))
        {
            var helps = tick.Field != RegisterField.Lead || TickMarks.IsHelp(tick.Written);
            var words = TickMarks.IsTick(tick.Written) || TickMarks.IsHelp(tick.Written) ? tick.Word : tick.Written;
            TaskDraft.AddOnce(helps ? draft.Coordinating : draft.Leads, words);
        }
    }
}
