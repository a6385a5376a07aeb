using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CcHc.Adapters.Documents;

/// <summary>A column of a table in a paper (cột).</summary>
/// <param name="Width">In millimetres.</param>
internal sealed record WordDocumentColumn(string Header, double Width, bool IsCentered = true);

/// <summary>Tables of a paper (bảng): ruled ones with headings repeated on every page, and the bare ones that only put things side by side.</summary>
internal static class WordDocumentTable
{
    private const int ManyColumns = 8;

    /// <param name="isLastTotal">The last row is printed bold.</param>
    public static Table Ruled(IReadOnlyList<WordDocumentColumn> columns, IReadOnlyList<IReadOnlyList<string>> rows, bool isLastTotal = false)
    {
        var points = PointsOf(columns.Count);
        var table = Start(columns.Select(column => column.Width), Borders(BorderValues.Single));
        var heading = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        foreach (var column in columns)
        {
            heading.Append(
                Cell(column.Width, [WordDocument.Centered(new Words(column.Header, IsBold: true, Points: points))], TableVerticalAlignmentValues.Center));
        }

        table.Append(heading);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = new TableRow(new TableRowProperties(new CantSplit()));
            for (var k = 0; k < columns.Count; k++)
            {
                var words = new Words(rows[i][k], IsBold: isLastTotal && i == rows.Count - 1, Points: points);
                row.Append(Cell(columns[k].Width, [columns[k].IsCentered ? WordDocument.Centered(words) : WordDocument.Left(words)]));
            }

            table.Append(row);
        }

        return table;
    }

    /// <summary>Narrow columns take smaller letters, so that no word and no figure breaks.</summary>
    private static int PointsOf(int columns) => columns > ManyColumns ? 9 : 11;

    /// <summary>Two halves side by side, without rules.</summary>
    public static Table Halves(double leftWidth, double rightWidth, IEnumerable<Paragraph> left, IEnumerable<Paragraph> right)
    {
        var table = Start([leftWidth, rightWidth], Borders(BorderValues.None), sideMargin: 0);
        table.Append(new TableRow(new TableRowProperties(new CantSplit()), Cell(leftWidth, left), Cell(rightWidth, right)));
        return table;
    }

    private static Table Start(IEnumerable<double> widths, TableBorders borders, int sideMargin = 60)
    {
        var columns = widths.Select(WordDocument.Millimetres).ToList();
        return new Table(
            new TableProperties(
                new TableWidth { Width = WordDocument.Number(columns.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                borders,
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = (short)sideMargin, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = (short)sideMargin, Type = TableWidthValues.Dxa })),
            new TableGrid(columns.Select(width => new GridColumn { Width = WordDocument.Number(width) })));
    }

    private static TableBorders Borders(BorderValues kind)
    {
        var size = kind == BorderValues.None ? 0u : 4u;
        return new TableBorders(
            new TopBorder { Val = kind, Size = size },
            new LeftBorder { Val = kind, Size = size },
            new BottomBorder { Val = kind, Size = size },
            new RightBorder { Val = kind, Size = size },
            new InsideHorizontalBorder { Val = kind, Size = size },
            new InsideVerticalBorder { Val = kind, Size = size });
    }

    private static TableCell Cell(double width, IEnumerable<Paragraph> paragraphs, TableVerticalAlignmentValues? alignment = null)
    {
        var properties =
            new TableCellProperties(new TableCellWidth { Width = WordDocument.Number(WordDocument.Millimetres(width)), Type = TableWidthUnitValues.Dxa });
        if (alignment is { } value)
        {
            properties.Append(new TableCellVerticalAlignment { Val = value });
        }

        var cell = new TableCell(properties);
        cell.Append(paragraphs);
        return cell;
    }
}
