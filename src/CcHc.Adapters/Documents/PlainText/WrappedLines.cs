using System.Text.RegularExpressions;

namespace CcHc.Adapters.Documents.PlainText;

/// <summary>Joins the lines a text was wrapped to (ngắt dòng cứng) into the paragraphs they were.</summary>
internal sealed partial class WrappedLines
{
    /// <summary>A text with longer lines was not wrapped: each line is a paragraph.</summary>
    private const int LongestWrapped = 130;

    /// <summary>Of the longest line; how far short of it a line may end though the next word would not have fitted.</summary>
    private const double LineFull = 0.85;

    private readonly double _full;
    private readonly double _firstFull;

    public WrappedLines(IReadOnlyList<string> lines)
    {
        var longest = lines.Select(line => line.Trim().Length).DefaultIfEmpty(0).Max();
        AreWrapped = longest <= LongestWrapped;
        _full = longest * LineFull;
        // Web pages break the first line of a paragraph sooner, behind its tags: as those do that certainly go on.
        var first = lines.Zip(lines.Skip(1), (line, next) => (Line: line.Trim(), Next: next.Trim()))
            .Where(pair => IsMarked(pair.Line) && pair.Next.Length > 0 && char.IsLower(pair.Next[0])).Select(pair => pair.Line.Length).Order().ToList();
        _firstFull = first.Count > 0 ? Math.Min(_full, first[first.Count / 10]) : _full;
    }

    public bool AreWrapped { get; }

    /// <summary>Whether a line goes on with the paragraph before it.</summary>
    /// <param name="last">Its last line.</param>
    /// <param name="isFirst">That line is its first.</param>
    public bool GoesOn(string last, bool isFirst, string next)
    {
        if (!AreWrapped || last.Length == 0 || IsMarked(next))
        {
            return false;
        }

        if (LoneMark().IsMatch(last) || char.IsLower(next[0]))
        {
            return true;
        }

        var isClosed = last[^1] is '.' or ';' or ':' or '?' or '!' || last.EndsWith("./", StringComparison.Ordinal);
        if (isClosed)
        {
            return last[^1] != ':' && last.Length + 1 + FirstWord(next) > (isFirst ? _firstFull : _full);
        }

        // One word alone, or a title's capitals, were broken by the page they come from.
        if (!last.Contains(' ', StringComparison.Ordinal) || (IsCapitals(last) && IsCapitals(next)) || next[0] is '(' or '%' || char.IsDigit(next[0]))
        {
            return !Rule().IsMatch(last) && !Rule().IsMatch(next);
        }

        return last.Length + 1 + FirstWord(next) > (isFirst ? _firstFull : _full);
    }

    /// <summary>Whether a line goes on within a table's cell: cells are narrow, so only marks and closed sentences part their lines.</summary>
    public static bool GoesOnInCell(string last, string next) =>
        LoneMark().IsMatch(last) || (!IsMarked(next) && (char.IsLower(next[0]) || last[^1] is not ('.' or ';' or ':')));

    public static bool IsMarked(string line) => Marked().IsMatch(line) || LoneMark().IsMatch(line);

    private static int FirstWord(string line) => line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? end : line.Length;

    private static bool IsCapitals(string line) => line.Any(char.IsLetter) && !line.Any(char.IsLower);

    [GeneratedRegex(@"^(?:[-–—+*•●]\s*\S|[0-9]{1,3}(?:\.[0-9]{1,3})*[.)]\s*[\p{L}""“]|[a-zđ]\)\s|[IVX]{1,6}[.)]\s|[A-ZĐ]\.\s|\([0-9a-zđ]{1,3}\)\s|"
        + @"Điều\s[0-9]+|Phụ lục|PHỤ LỤC|Nơi nhận)")]
    private static partial Regex Marked();

    [GeneratedRegex(@"^(?:[-–—+*•]|[0-9]{1,3}[.)]|[a-zđ]\))$")]
    private static partial Regex LoneMark();

    [GeneratedRegex(@"^[-_–—\s*]+$")]
    private static partial Regex Rule();
}
