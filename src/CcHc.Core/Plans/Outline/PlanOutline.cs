using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;

namespace CcHc.Core.Plans.Outline;

/// <summary>The outline of a plan's text (dàn ý): headings and items by their numbers, labels under the item they belong to.</summary>
internal sealed class PlanOutline
{
    private const int LetterRank = 20;

    /// <summary>Plans have some thousands; beyond this a text is no plan, and looking at each would take long.</summary>
    private const int MostColons = 20_000;

    /// <summary>An item with more labels is no task; each label is compared with those its item has.</summary>
    private const int MostLabels = 200;

    /// <summary>Ten times the longest plan seen. Beyond it lists and sentences are not looked through: each costs a dozen comparisons.</summary>
    public const int MostLines = 30_000;

    private readonly List<OutlineNode> _open = [];
    private readonly Dictionary<NumberStyle, int> _styles = [];
    private NodeLabel? _label;
    private int _colons;

    private PlanOutline()
    {
    }

    public List<OutlineNode> Roots { get; } = [];

    /// <summary>The text has more lines than any plan.</summary>
    public bool IsEndless { get; private init; }

    public IEnumerable<OutlineNode> All => Roots.SelectMany(root => root.Descendants.Prepend(root));

    public static PlanOutline Of(IReadOnlyList<PlanLine> lines)
    {
        var outline = new PlanOutline { IsEndless = lines.Count > MostLines };
        foreach (var line in lines)
        {
            outline.Add(line);
        }

        return outline;
    }

    private void Add(PlanLine line)
    {
        if (_label is { } open && GoesOn(line, open))
        {
            open.Add(line);
            return;
        }

        // "2. Trách nhiệm thực hiện:" with nothing behind it is a heading.
        _colons += line.Words.Count(c => c == ':');
        var pieces = (line.Words.EndsWith(':') && line.Rank < LetterRank) || _colons > MostColons ? [line.Words] : LabelledLine.Split(line.Words);
        var head = pieces[0];
        if (pieces.Count == 1 || head.Length > 0)
        {
            Open(pieces.Count == 1 ? line : line with { Words = head });
        }

        foreach (var piece in pieces.Skip(1))
        {
            if (LabelledLine.Read(piece) is { } labelled)
            {
                // Labels inside the task's own paragraph stand deeper than it.
                Attach(labelled, head.Length > 0 ? line with { Rank = PlanLine.PlainRank + 1 } : line);
            }
        }
    }

    private void Open(PlanLine line)
    {
        _label = null;
        while (_open.Count > 0 && _open[^1].Line.Rank >= line.Rank)
        {
            _open.RemoveAt(_open.Count - 1);
        }

        var node = new OutlineNode(line, _open.LastOrDefault());
        (node.Parent?.Children ?? Roots).Add(node);
        _open.Add(node);
    }

    private void Attach(LabelledLine labelled, PlanLine line)
    {
        if (_open.Count == 0)
        {
            return;
        }

        _label = new NodeLabel(labelled.Field, labelled.Label, labelled.Value, line);
        if (OwnerOf(line).Labels is { Count: < MostLabels } labels)
        {
            labels.Add(_label);
        }
    }

    /// <summary>
    /// A label deeper than the item before it is that item's. One as deep is its own, too, unless the item has deeper labels (then it is of the whole above),
    /// or the plan otherwise hangs its labels on items of a style that stands above.
    /// </summary>
    private OutlineNode OwnerOf(PlanLine label)
    {
        var last = _open[^1];
        if (label.Rank > last.Line.Rank)
        {
            _styles[last.Line.Number.Style] = _styles.GetValueOrDefault(last.Line.Number.Style) + 1;
            return last;
        }

        if (last.Labels.Count > 0 && last.Labels.TrueForAll(other => other.Line.Rank == label.Rank))
        {
            return last;
        }

        if (last.Labels.Count == 0)
        {
            var usual = _styles.Count == 0 ? NumberStyle.None : _styles.MaxBy(style => style.Value).Key;
            return usual == NumberStyle.None ? last : last.Ancestors.FirstOrDefault(above => above.Line.Number.Style == usual) ?? last;
        }

        return last.Ancestors.FirstOrDefault(above => above.Line.Rank < label.Rank) ?? last;
    }

    /// <summary>
    /// Whether a line still tells the value of a label: below it, or where the label's own line is empty a list of one kind, or words begun before.
    /// </summary>
    private static bool GoesOn(PlanLine line, NodeLabel label)
    {
        var isDeeper = line.Rank > label.Line.Rank && line.IsBullet;
        if (label.IsEmpty)
        {
            return isDeeper || (LabelledLine.Read(line.Words) is null && (line.IsBullet || line.Rank == PlanLine.PlainRank));
        }

        if (label.RankOfMore is { } rank)
        {
            return line.Rank == rank && (isDeeper || (!label.HasOwnValue && LabelledLine.Read(line.Words) is null));
        }

        return (isDeeper && LabelledLine.Read(line.Words) is null)
            || (line.Rank == PlanLine.PlainRank && char.IsLower(line.Words[0]) && LabelledLine.Read(line.Words) is null);
    }
}
