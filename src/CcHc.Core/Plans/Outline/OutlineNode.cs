using CcHc.Core.Registers;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Text;

namespace CcHc.Core.Plans.Outline;

/// <summary>A label below a node, with the lines that go on with it.</summary>
internal sealed class NodeLabel(RegisterField kind, string label, string value, PlanLine line)
{
    private readonly List<string> _more = [];

    public RegisterField Field => kind;

    public PlanLine Line => line;

    public bool IsEmpty => value.Length == 0 && _more.Count == 0;

    public bool HasOwnValue => value.Length > 0;

    /// <summary>The rank of the lines that go on with it; null before the first.</summary>
    public int? RankOfMore { get; private set; }

    /// <summary>The value, a line each; a duty that is neither lead nor help keeps its label.</summary>
    public string Text
    {
        get
        {
            var lines = _more.Prepend(value).Where(text => text.Length > 0).ToList();
            var text = string.Join('\n', lines);
            return kind == RegisterField.Following ? $"{label}: {text}" : text;
        }
    }

    public string Written => string.Join(' ', _more.Prepend(line.Written));

    public void Add(PlanLine more)
    {
        RankOfMore ??= more.Rank;
        _more.Add(more.Written);
    }
}

/// <summary>A heading, item or paragraph of a plan's text with what stands under it (nút dàn ý).</summary>
internal sealed class OutlineNode(PlanLine line, OutlineNode? parent)
{
    private bool? _hasPlainChildren;

    public PlanLine Line => line;

    public OutlineNode? Parent => parent;

    public List<OutlineNode> Children { get; } = [];

    public List<NodeLabel> Labels { get; } = [];

    /// <summary>None of its children has a number or a bullet.</summary>
    public bool HasPlainChildren => _hasPlainChildren ??= Children.TrueForAll(child => child.Line.Rank == PlanLine.PlainRank);

    /// <summary>Set for a task among the descendants.</summary>
    public bool HasTasksBelow { get; set; }

    public IEnumerable<OutlineNode> Ancestors
    {
        get
        {
            for (var above = parent; above is not null; above = above.Parent)
            {
                yield return above;
            }
        }
    }

    public IEnumerable<OutlineNode> Descendants => Children.SelectMany(child => child.Descendants.Prepend(child));

    /// <summary>The words of the labels of one field, those of the nearest node above where this one has none.</summary>
    public string Value(RegisterField field)
    {
        var own = Labels.Where(label => label.Field == field && !label.IsEmpty).ToList();
        return own.Count > 0 || parent is null ? string.Join('\n', own.Select(label => label.Text)) : parent.Value(field);
    }

    /// <summary>The innermost heading above that names a field of reform.</summary>
    public OutlineNode? AreaHeading =>
        Ancestors.FirstOrDefault(above => above.Line.Words.Length <= 200 && TaskAreaParser.Find(above.Line.Words) != TaskArea.Other);

    /// <summary>A line that names what stands below it rather than something to do.</summary>
    public bool IsHeading =>
        line.Number.Style is NumberStyle.Part or NumberStyle.Roman or NumberStyle.UpperLetter
        || line.Words.EndsWith(':')
        || (!line.IsBullet && line.Words.Length <= 160 && !line.Words.EndsWith('.') && !line.Words.EndsWith(';') && Children.Count > 0)
        || (line.Number.Style is NumberStyle.Integer or NumberStyle.Dotted && line.Words.Length <= 140 && TaskAreaParser.IsHeading(line.Words));

    /// <summary>Its words without the closing mark; lines below it that stand before its labels are part of them.</summary>
    public string Text
    {
        get
        {
            var end = Labels.Count == 0 ? int.MaxValue : Labels[0].Line.Order;
            var more = Descendants.Where(child => child.Labels.Count == 0 && child.Line.Order < end).Select(child => child.Line.Written);
            return CloseLines(string.Join('\n', more.Prepend(Close(line.Words))));
        }
    }

    /// <summary>The same for several lines.</summary>
    public static string CloseLines(string lines) =>
        string.Join('\n', lines.Split('\n').Select(line => line.EndsWith("...", StringComparison.Ordinal) ? line : line.TrimEnd(' ', '.', ';')));

    public static string Close(string words)
    {
        var text = VietnameseText.OneLine(words).TrimEnd(' ', ';', ':', ',');
        return text.EndsWith("...", StringComparison.Ordinal) ? text : text.TrimEnd('.', ' ');
    }
}
