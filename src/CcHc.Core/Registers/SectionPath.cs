using CcHc.Core.Text;

namespace CcHc.Core.Registers;

/// <summary>A heading a task stands under, with what it gives the tasks below it.</summary>
internal sealed record SectionHeading(TaskNumber Number, string Text, TaskArea Area, string AreaLead, string Lead, string Time)
{
    /// <summary>The heading's number, or without one its folded words: the same after the heading is reworded.</summary>
    public string Key => Number.IsNone ? TaskKeys.Shorten(VietnameseText.Fold(Text)) : Number.Text;

    public string Name => Number.IsNone || Number.Style == NumberStyle.Part ? Text : $"{Number.Text}. {Text}";
}

/// <summary>The headings open at a row, outermost first.</summary>
internal sealed class SectionPath
{
    private readonly List<SectionHeading> _open = [];

    public string Name => string.Join(" / ", _open.Select(heading => heading.Name));

    public string Key => string.Join('.', _open.Select(heading => heading.Key));

    /// <summary>The outermost field named: a sub-heading about officials under procedures is still procedures.</summary>
    public TaskArea Area => _open.Select(heading => heading.Area).FirstOrDefault(area => area != TaskArea.Other, TaskArea.Other);

    public string AreaLead => _open.LastOrDefault(heading => heading.AreaLead.Length > 0)?.AreaLead ?? "";

    public string Lead => _open.LastOrDefault(heading => heading.Lead.Length > 0)?.Lead ?? "";

    public string Time => _open.LastOrDefault(heading => heading.Time.Length > 0)?.Time ?? "";

    /// <summary>Opens a heading; those as deep or deeper are closed.</summary>
    public void Open(SectionHeading heading, bool isOutermost)
    {
        if (heading.Number.IsNone)
        {
            _open.RemoveAll(open => isOutermost || open.Number.IsNone);
        }
        else
        {
            _open.RemoveAll(open => open.Number.IsNone || open.Number.Level >= heading.Number.Level);
        }

        _open.Add(heading);
    }

    /// <summary>A task closes the group headings it does not belong to: 2 after the group 1 with 1.1 and 1.2.</summary>
    public void CloseFor(TaskNumber task)
    {
        if (task.Style is NumberStyle.Dotted)
        {
            _open.RemoveAll(open => open.Number.Style is NumberStyle.Integer or NumberStyle.Dotted && !open.Number.IsParentOf(task));
        }
    }
}
