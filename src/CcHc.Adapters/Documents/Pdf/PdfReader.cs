using System.Text.RegularExpressions;
using CcHc.Core.Plans.Outline;
using CcHc.Core.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace CcHc.Adapters.Documents.Pdf;

/// <summary>Reads a PDF with text (PDF có chữ): ruled tables, the paragraphs between them; page numbers and footnotes left out.</summary>
internal sealed partial class PdfReader
{
    private const int FewestLettersOfText = 40;
    private const int DeepestNesting = 100;

    private readonly DocumentBudget _budget;
    private readonly List<PlanBlock> _blocks = [];
    private readonly List<PdfLine> _open = [];
    private PdfColumns? _openColumns;
    private PlanPlace _openPlace;
    private int _count;
    private long _letters;
    private long _unknown;

    private PdfReader(DocumentBudget budget) => _budget = budget;

    public static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    public static IReadOnlyList<PlanBlock> Read(byte[] bytes, DocumentBudget budget)
    {
        var filters = new PdfFilters();
        var reader = new PdfReader(budget);
        try
        {
            var options = new ParsingOptions
            {
                UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = DeepestNesting, FilterProvider = filters,
            };
            using var document = PdfDocument.Open(bytes, options);
            if (document.NumberOfPages > DocumentBudget.MostPages)
            {
                throw new DocumentRefusedException(DocumentFindings.TooManyPages);
            }

            for (var number = 1; number <= document.NumberOfPages; number++)
            {
                reader.ReadPage(document.GetPage(number));
                Refuse(filters);
            }
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new DocumentRefusedException(DocumentFindings.Password);
        }
        catch (Exception broken) when (IsOfTheFile(broken))
        {
            Refuse(filters);
            throw new DocumentRefusedException(DocumentFindings.Damaged);
        }

        return reader.Finish();
    }

    /// <summary>The library checks little of what a file says of itself: nonsense surfaces as exceptions of every kind, and none of them is ours.</summary>
    private static bool IsOfTheFile(Exception broken) => broken is not (DocumentRefusedException or OutOfMemoryException or OperationCanceledException);

    private static void Refuse(PdfFilters filters) => DocumentBudget.Refuse(filters.IsExceeded, "có luồng dữ liệu giải nén ra quá lớn");

    private IReadOnlyList<PlanBlock> Finish()
    {
        Close();
        if (_letters < FewestLettersOfText && _blocks.Sum(Length) < FewestLettersOfText)
        {
            throw new DocumentRefusedException(DocumentFindings.Scanned);
        }

        if (_unknown * 4 > _letters)
        {
            throw new DocumentRefusedException(DocumentFindings.OddFont);
        }

        return _blocks;
    }

    private static int Length(PlanBlock block) =>
        block is PlanParagraph paragraph ? paragraph.Text.Length : ((PlanTable)block).Rows.Sum(row => row.Cells.Sum(cell => cell.Text.Length));

    private void ReadPage(Page page)
    {
        _budget.Pass();
        var letters = page.Letters;
        _letters += letters.Count;
        _unknown += letters.Count(letter =>
            letter.Value.Length > 0 && letter.Value[0] is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or < ' ');
        _budget.CountText(letters.Count);
        var grids = PdfGrid.Of(page, _budget);
        var inside = grids.Select(_ => new Dictionary<int, List<Letter>>()).ToList();
        var outside = new List<Letter>();
        foreach (var letter in letters)
        {
            Place(letter, grids, inside, outside);
        }

        var aligned = PdfAlignedTable.Find(PdfLine.Of(outside, PdfLine.ColumnGap), _openColumns);
        _openColumns = aligned.Count > 0 && aligned[^1].ReachesFoot ? aligned[^1].Columns : null;
        outside.RemoveAll(letter => aligned.Any(table => letter.StartBaseLine.Y <= table.Top && letter.StartBaseLine.Y >= table.Bottom - 1));
        var lines = WithoutMargins(PdfLine.Of(outside, PdfLine.BlockGap));
        var right = RightEdge(lines);
        var left = lines.Count == 0 ? 0 : lines.Min(line => line.Left);
        var gap = PdfParagraphs.UsualGap(lines);
        var next = 0;
        var tables = grids.Select((grid, i) => (grid.Top, Make: (Func<PlanTable>)(() => Table(grid, inside[i], page.Number))))
            .Concat(aligned.Select(table => (table.Top, Make: (Func<PlanTable>)(() => Table(table, page.Number)))));
        foreach (var (top, make) in tables.OrderByDescending(table => table.Top))
        {
            for (; next < lines.Count && lines[next].Base > top; next++)
            {
                Add(lines[next], page.Number, left, right, gap);
            }

            Close();
            _blocks.Add(make());
        }

        for (; next < lines.Count; next++)
        {
            Add(lines[next], page.Number, left, right, gap);
        }
    }

    /// <summary>Where full lines end: a mark or a letter may stand out a little beyond.</summary>
    private static double RightEdge(IReadOnlyList<PdfLine> lines)
    {
        var ends = lines.Select(line => line.Right).Order().ToList();
        return ends.Count == 0 ? 0 : ends[(int)((ends.Count - 1) * 0.85)];
    }

    private static void Place(Letter letter, IReadOnlyList<PdfGrid> grids, List<Dictionary<int, List<Letter>>> inside, List<Letter> outside)
    {
        var (x, y) = (letter.StartBaseLine.X + letter.Width / 2, letter.StartBaseLine.Y + letter.PointSize * 0.3);
        for (var i = 0; i < grids.Count; i++)
        {
            if (grids[i].At(x, y) is { } cell)
            {
                if (!inside[i].TryGetValue(cell, out var here))
                {
                    inside[i][cell] = here = [];
                }

                here.Add(letter);
                return;
            }
        }

        outside.Add(letter);
    }

    /// <summary>Without the page's number, and without the footnotes: the smaller lines at its foot.</summary>
    private static List<PdfLine> WithoutMargins(IReadOnlyList<PdfLine> lines)
    {
        var kept = lines.ToList();
        foreach (var at in new[] { kept.Count - 1, 0 }.Where(at => at >= 0 && at < kept.Count))
        {
            if (PageNumber().IsMatch(kept[at].Text))
            {
                kept.RemoveAt(at);
                break;
            }
        }

        if (kept.Count > 3)
        {
            var usual = kept.GroupBy(line => Math.Round(line.Size, 1)).MaxBy(group => group.Sum(line => line.Text.Length))!.Key;
            while (kept.Count > 1 && kept[^1].Size < usual * 0.88)
            {
                kept.RemoveAt(kept.Count - 1);
            }
        }

        return kept;
    }

    private void Add(PdfLine line, int page, double left, double right, double gap)
    {
        // Over the end of a page nothing is known of the gap.
        var sinceLast = _open.Count > 0 && _open[^1].Base > line.Base ? gap : 0;
        if (_open.Count > 0 && !(PdfParagraphs.GoesOn(_open[^1], line, left, right, sinceLast) && Math.Abs(_open[^1].Size - line.Size) < 1.5))
        {
            Close();
        }

        if (_open.Count == 0)
        {
            _openPlace = new PlanPlace(page, ++_count);
        }

        _open.Add(line);
    }

    private void Close()
    {
        if (_open.Count > 0)
        {
            _budget.CountBlock();
            _blocks.Add(new PlanParagraph(_openPlace, VietnameseText.OneLine(PdfParagraphs.Join(_open))) { IsBold = _open.TrueForAll(line => line.IsBold) });
            _open.Clear();
        }
    }

    private PlanTable Table(PdfGrid grid, Dictionary<int, List<Letter>> letters, int page)
    {
        var place = new PlanPlace(page, ++_count);
        var cells = grid.Cells.ToLookup(cell => cell.Row);
        var rows = new List<PlanRow>();
        for (var row = 0; row < grid.Rows; row++)
        {
            _budget.CountRow();
            var at = new PlanPlace(page, ++_count);
            rows.Add(new PlanRow(at, [.. cells[row].OrderBy(cell => cell.Column).Select(cell =>
            {
                var text = letters.TryGetValue(cell.Root, out var here)
                    ? PdfParagraphs.InCell(PdfLine.Of(here), grid.LeftOf(cell.Column), grid.RightOf(cell.Column, cell.ColumnSpan))
                    : "";
                return new PlanCell(cell.Column + 1, text.Length == 0
                    ? [] : [new PlanParagraph(at, text)]) { RowSpan = cell.RowSpan, ColumnSpan = cell.ColumnSpan };
            })]));
        }

        return new PlanTable(place, rows);
    }

    private PlanTable Table(PdfAlignedTable table, int page)
    {
        var place = new PlanPlace(page, ++_count);
        var rows = new List<PlanRow>();
        foreach (var texts in table.Rows)
        {
            _budget.CountRow();
            var at = new PlanPlace(page, ++_count);
            var span = texts.Length == 1 ? table.Columns.Count : 1;
            rows.Add(new PlanRow(at, [.. texts.Select((text, i) =>
                new PlanCell(i + 1, text.Length == 0 ? [] : [new PlanParagraph(at, text)]) { ColumnSpan = span })]));
        }

        return new PlanTable(place, rows);
    }

    [GeneratedRegex(@"^(?:trang\s*)?[-–]?\s*[0-9]{1,4}\s*(?:/\s*[0-9]{1,4})?\s*[-–]?$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();
}
