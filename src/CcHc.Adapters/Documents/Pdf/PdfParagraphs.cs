using System.Text;
using System.Text.RegularExpressions;
using CcHc.Adapters.Documents.PlainText;

namespace CcHc.Adapters.Documents.Pdf;

/// <summary>
/// Joins printed lines into the paragraphs they were (nối dòng). A line was broken by the page when the next word had no room on it; had it had room, the
/// writer ended it.
/// </summary>
internal static partial class PdfParagraphs
{
    private const double Tolerance = 1.5;
    private const double WideGap = 1.75;

    /// <param name="left">The left edge lines may begin at, and <paramref name="right"/> the edge they may reach.</param>
    /// <param name="closedBullets">What stands before a bullet is closed with a mark here: a dash behind an open line is none.</param>
    public static bool GoesOn(PdfLine last, PdfLine next, double left, double right, double usualGap, bool closedBullets = false)
    {
        var gap = last.Base - next.Base;
        if (usualGap > 0 && gap > usualGap * WideGap)
        {
            return false;
        }

        var isCentered = IsCentered(last, left, right) && IsCentered(next, left, right);
        var room = isCentered ? right - left - last.Width : right - last.Right;
        var hasRoom = next.FirstWord + last.Size * 0.25 <= room - Tolerance;
        var isClosed = IsClosed(last.Text);
        if (WrappedLines.IsMarked(next.Text))
        {
            // "giai đoạn 2016" | "- 2020": a dash inside a sentence, at the head of a line by chance.
            return !hasRoom && !isClosed && Dash().IsMatch(next.Text) && (closedBullets || char.IsAsciiDigit(next.Text[1..].TrimStart()[0]));
        }

        return !hasRoom || (!isClosed && char.IsLower(next.Text[0]));
    }

    /// <summary>One text of lines that belong together: a hyphen at a line's end joins without a space.</summary>
    public static string Join(IReadOnlyList<PdfLine> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length > 0 && !(text[^1] is '-' or '/' && text.Length > 1 && char.IsLetterOrDigit(text[^2])))
            {
                text.Append(' ');
            }

            text.Append(line.Text);
        }

        return text.ToString();
    }

    /// <summary>The paragraphs of a cell, a line each.</summary>
    public static string InCell(IReadOnlyList<PdfLine> lines, double left, double right)
    {
        if (lines.Count == 0)
        {
            return "";
        }

        var padding = Math.Clamp(lines.Min(line => line.Left) - left, 0, 8);
        var gap = UsualGap(lines);
        var paragraphs = new List<List<PdfLine>>();
        var closed = lines.Zip(lines.Skip(1)).Any(pair => Dash().IsMatch(pair.Second.Text) && IsClosed(pair.First.Text));
        foreach (var line in lines)
        {
            if (paragraphs.Count > 0 && GoesOn(paragraphs[^1][^1], line, left + padding, right - padding, gap, closed))
            {
                paragraphs[^1].Add(line);
            }
            else
            {
                paragraphs.Add([line]);
            }
        }

        return string.Join('\n', paragraphs.Select(Join));
    }

    /// <summary>The distance between most lines.</summary>
    public static double UsualGap(IReadOnlyList<PdfLine> lines)
    {
        var gaps = lines.Zip(lines.Skip(1), (one, two) => one.Base - two.Base).Where(gap => gap > 1).Order().ToList();
        return gaps.Count == 0 ? 0 : gaps[gaps.Count / 2];
    }

    // One line may stand in the middle by chance.
    private static bool IsCentered(PdfLine line, double left, double right) => Math.Abs(line.Left + line.Right - left - right) < 6 && line.Left > left + 4;

    private static bool IsClosed(string text) => text[^1] is '.' or ';' or ':' or '/';

    [GeneratedRegex(@"^[-–]\s*\S")]
    private static partial Regex Dash();
}
