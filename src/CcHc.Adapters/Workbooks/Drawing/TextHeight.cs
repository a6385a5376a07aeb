namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>How many lines wrapped text takes (chiều cao dòng), from the letter widths of Times New Roman; the font itself need not be installed.</summary>
public static class TextHeight
{
    /// <summary>The tallest row Excel allows, in points.</summary>
    private const double TallestRow = 409;
    private const double PointsALineAtSize11 = 13.2;
    private const double MarginPoints = 4;

    // A digit is half an em and is Excel's unit of column width; a cell keeps about one digit free at its sides.
    private const int UnitsADigit = 500;
    private const double SideMarginDigits = 1.2;
    private const int SpaceUnits = 250;
    private const int AccentedCapitalUnits = 722;
    private const int OtherUnits = 500;

    // Thousandths of an em of ' ' to '~'.
    private static readonly short[] AsciiUnits =
    [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500,
        500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
        556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500,
        500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ];

    /// <summary>Height in points of a row whose longest cell takes so many lines.</summary>
    public static double OfLines(int lines, double fontSize = SheetStyle.BodySize) =>
        Math.Min(TallestRow, Math.Round(Math.Max(1, lines) * PointsALineAtSize11 * fontSize / SheetStyle.BodySize + MarginPoints, 1));

    /// <param name="columnWidth">In Excel's unit, digits of <see cref="SheetStyle.BodySize"/>.</param>
    public static int Lines(string text, double columnWidth, double fontSize = SheetStyle.BodySize, bool bold = false)
    {
        var room = (int)((columnWidth - SideMarginDigits) * UnitsADigit * SheetStyle.BodySize / fontSize / (bold ? 1.08 : 1));
        int lines = 1, used = 0, word = 0;
        foreach (var c in text)
        {
            if (c == '\n')
            {
                EndWord();
                lines++;
                used = 0;
            }
            else if (c == ' ')
            {
                EndWord();
                used += SpaceUnits;
            }
            else
            {
                word += UnitsOf(c);
            }
        }

        EndWord();
        return lines;

        void EndWord()
        {
            if (used > 0 && used + word > room)
            {
                lines++;
                used = 0;
            }

            // A word wider than the cell is broken wherever the line ends.
            for (used += word; used > room; used -= room)
            {
                lines++;
            }

            word = 0;
        }
    }

    private static int UnitsOf(char c) =>
        c < ' ' ? 0 : c - ' ' < AsciiUnits.Length ? AsciiUnits[c - ' '] : char.IsUpper(c) ? AccentedCapitalUnits : OtherUnits;
}
