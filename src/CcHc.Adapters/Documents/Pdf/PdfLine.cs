using System.Text;
using CcHc.Core.Text;
using UglyToad.PdfPig.Content;

namespace CcHc.Adapters.Documents.Pdf;

/// <summary>A printed line (dòng in): its words and where they stand, in points from the page's lower left corner.</summary>
internal sealed record PdfLine(string Text, double Left, double Right, double Base, double Size, double FirstWord, bool IsBold)
{
    /// <summary>A wider gap parts words.</summary>
    private const double WordGap = 0.17;

    /// <summary>A wider gap parts what stands side by side: the two halves of a letterhead.</summary>
    public const double BlockGap = 3.5;

    /// <summary>A wider gap may part the columns of a table without lines.</summary>
    public const double ColumnGap = 0.45;

    /// <summary>Letters much smaller than their line, and raised, are marks of footnotes.</summary>
    private const double RaisedSize = 0.75;

    public double Width => Right - Left;

    /// <summary>The lines of some letters, from the top; side-by-side pieces from the left.</summary>
    /// <param name="splitAt">In letter sizes, how wide a gap parts pieces; null: a line is one piece.</param>
    public static IReadOnlyList<PdfLine> Of(IEnumerable<Letter> letters, double? splitAt = null)
    {
        var lines = new List<PdfLine>();
        foreach (var row in Rows(letters.Where(letter => letter.TextOrientation == TextOrientation.Horizontal && letter.Value.Length > 0)))
        {
            lines.AddRange(splitAt is { } gap ? Blocks(row, gap).Select(Line).OfType<PdfLine>() : Line(row) is { } line ? [line] : []);
        }

        return lines;
    }

    private static IEnumerable<List<Letter>> Rows(IEnumerable<Letter> letters)
    {
        var row = new List<Letter>();
        double first = 0, size = 0;
        foreach (var letter in letters.OrderByDescending(letter => letter.StartBaseLine.Y))
        {
            if (row.Count > 0 && first - letter.StartBaseLine.Y > Math.Max(size, letter.PointSize) * 0.5)
            {
                yield return row;
                row = [];
            }

            if (row.Count == 0)
            {
                (first, size) = (letter.StartBaseLine.Y, letter.PointSize);
            }

            size = Math.Max(size, letter.PointSize);
            row.Add(letter);
        }

        if (row.Count > 0)
        {
            yield return row;
        }
    }

    private static IEnumerable<List<Letter>> Blocks(List<Letter> row, double gap)
    {
        var block = new List<Letter>();
        foreach (var letter in row.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).OrderBy(LeftOf))
        {
            if (block.Count > 0 && LeftOf(letter) - RightOf(block[^1]) > letter.PointSize * gap)
            {
                yield return block;
                block = [];
            }

            block.Add(letter);
        }

        if (block.Count > 0)
        {
            yield return block;
        }
    }

    private static PdfLine? Line(List<Letter> row)
    {
        var size = row.GroupBy(letter => Math.Round(letter.PointSize, 1)).MaxBy(group => group.Count())!.Key;
        var baseline = row.Where(letter => letter.PointSize > size * RaisedSize)
            .Select(letter => letter.StartBaseLine.Y).DefaultIfEmpty(row[0].StartBaseLine.Y).Min();
        var text = new StringBuilder();
        var (left, right, firstWord) = (double.NaN, 0.0, double.NaN);
        var (bold, marks) = (0, 0);
        foreach (var letter in row.OrderBy(LeftOf))
        {
            if (letter.PointSize < size * RaisedSize && letter.StartBaseLine.Y > baseline + size * 0.15)
            {
                continue;
            }

            if (string.IsNullOrWhiteSpace(letter.Value))
            {
                // Behind a no-break space the same unbreakable word goes on.
                firstWord = double.IsNaN(firstWord) && text.Length > 0 && letter.Value[0] != '\u00A0' ? right - left : firstWord;
                text.Append(' ');
                continue;
            }

            // The same letter printed twice a hair apart is a bold one.
            if (text.Length > 0 && LeftOf(letter) < right - letter.Width * 0.7 && text[^1] == letter.Value[0])
            {
                continue;
            }

            if (text.Length > 0 && LeftOf(letter) - right > size * WordGap && text[^1] != ' ')
            {
                firstWord = double.IsNaN(firstWord) ? right - left : firstWord;
                text.Append(' ');
            }

            left = double.IsNaN(left) ? LeftOf(letter) : left;
            right = Math.Max(right, RightOf(letter));
            marks++;
            bold += letter.FontName?.Contains("Bold", StringComparison.OrdinalIgnoreCase) == true ? 1 : 0;
            text.Append(letter.Value);
        }

        var words = VietnameseText.OneLine(text.ToString());
        return words.Length == 0 || double.IsNaN(left)
            ? null
            : new PdfLine(words, left, right, baseline, size, double.IsNaN(firstWord) ? right - left : firstWord, bold * 10 > marks * 9);
    }

    private static double LeftOf(Letter letter) => letter.StartBaseLine.X;

    private static double RightOf(Letter letter) => Math.Max(letter.EndBaseLine.X, letter.StartBaseLine.X + letter.Width);
}
