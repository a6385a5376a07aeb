using CcHc.Core.Registers.Tables;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Rows;

/// <summary>A heading a task stands under, with what it gives the tasks below it.</summary>
internal sealed record SectionHeading(TaskNumber Number, string Text, TaskArea Area, string AreaLead, string Lead, string Time)
{
    /// <summary>The heading's number, or without one its folded words: the same after the heading is reworded.</summary>
    public string Key => Number.IsNone ? TaskKeys.Shorten(VietnameseText.Fold(Text)) : Number.Text;

    /// <summary>A heading without a number that numbered ones stand under.</summary>
    public bool IsOutermost { get; init; }

    public string Name => Number.IsNone || Number.Style == NumberStyle.Part ? Text : $"{Number.Text}. {Text}";
}

/// <summary>The headings open at a row, outermost first.</summary>
/// <param name="caption">What the whole table stands under; never closed.</param>
internal sealed class SectionPath(SectionHeading? caption)
{
    /// <summary>No plan is nested so deep; a number such as 1.1.1.1… could be.</summary>
    private const int Deepest = 12;

    private readonly List<SectionHeading> _open = [];
    private string? _name;
    private string? _key;

    // How the tasks right below the innermost heading are numbered; null before the first of them.
    private NumberStyle? _taskStyle;

    public string Name => _name ??= string.Join(" / ", All.Select(heading => heading.Name));

    public string Key => _key ??= string.Join('.', All.Select(heading => heading.Key));

    /// <summary>The outermost field named: a sub-heading about officials under procedures is still procedures.</summary>
    public TaskArea Area => All.Select(heading => heading.Area).FirstOrDefault(area => area != TaskArea.Other, TaskArea.Other);

    public string AreaLead => LastOf(heading => heading.AreaLead);

    public string Lead => LastOf(heading => heading.Lead);

    /// <summary>The agency a heading names for all below it, the innermost that names one: "Cải cách thể chế (Sở Tư pháp chủ trì)".</summary>
    public string HeadingLead => _open.Select(heading => heading.AreaLead).LastOrDefault(lead => lead.Length > 0) ?? "";

    public string Time => LastOf(heading => heading.Time);

    /// <summary>Opens a heading; those as deep or deeper are closed.</summary>
    /// <param name="isOutermost">Said of a heading without a number: it closes every other.</param>
    public void Open(SectionHeading heading, bool isOutermost)
    {
        if (heading.Number.IsNone)
        {
            Close(open => isOutermost || open.Number.IsNone);
        }
        else
        {
            Close(open => (open.Number.IsNone && !open.IsOutermost) || (!open.Number.IsNone && open.Number.Level >= heading.Number.Level));
        }

        if (_open.Count == Deepest)
        {
            _open.RemoveAt(Deepest - 1);
        }

        _open.Add(heading with { IsOutermost = isOutermost && heading.Number.IsNone });
        (_name, _key, _taskStyle) = (null, null, null);
    }

    /// <summary>A task closes the group it does not belong to: 3 after the group 2 with 2.1 and 2.2, or with a) and b).</summary>
    public void CloseFor(TaskNumber task)
    {
        if (task.Style == NumberStyle.Dotted)
        {
            Close(open => open.Number.Style is NumberStyle.Integer or NumberStyle.Dotted && !open.Number.IsParentOf(task));
        }
        else if (task.Style == NumberStyle.Integer && _taskStyle is not (null or NumberStyle.Integer))
        {
            Close(open => open.Number.Style is NumberStyle.Integer or NumberStyle.Dotted);
        }

        _taskStyle ??= task.Style;
    }

    private void Close(Predicate<SectionHeading> isOver)
    {
        if (_open.RemoveAll(isOver) > 0)
        {
            (_name, _key) = (null, null);
        }
    }

    private IEnumerable<SectionHeading> All => caption is null ? _open : _open.Prepend(caption);

    /// <summary>Of the innermost heading that says it.</summary>
    private string LastOf(Func<SectionHeading, string> part)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (part(_open[i]) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return caption is null ? "" : part(caption);
    }
}
