using System.Text;
using CcHc.Adapters.Workbooks.Xlsx;
using CcHc.Core.Sheets;
using CcHc.Core.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace CcHc.Adapters.Workbooks;

/// <summary>Reads the sheets of an Excel 97–2003 workbook (.xls) through ExcelDataReader; of formulas only those that take today's day are known.</summary>
internal static class XlsReader
{
    /// <summary>Western code page: where TCVN3 and VNI letters land, to be converted later with the others.</summary>
    private const int FallbackCodePage = 1252;

    /// <summary>The old format ends at cell IV65536; a broken file may claim more.</summary>
    private const int LastColumn = 256;
    private const int LastRow = 65_536;

    static XlsReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<ReadSheet> Read(ReadOnlyMemory<byte> bytes, WorkbookBudget budget)
    {
        if (!CompoundFile.HasSoundChains(bytes.Span))
        {
            throw new WorkbookRefusedException(WorkbookRemarks.Damaged("bảng cấp phát bị hỏng"));
        }

        // A broken file can send the library round a loop of billions that nothing here can break off; it ends by itself on its own thread.
        var reading = Task.Run(() => ReadSheets(bytes, budget));
        return Task.WaitAny([reading], budget.Limits.MaxTime) == 0 ? reading.GetAwaiter().GetResult() : throw new WorkbookRefusedException(WorkbookRemarks.TooSlow);
    }

    private static IReadOnlyList<ReadSheet> ReadSheets(ReadOnlyMemory<byte> bytes, WorkbookBudget budget)
    {
        try
        {
            ReadOnlyMemory<byte> records = CompoundFile.Stream(bytes.Span, "Workbook");
            XlsSheets.Check(records);
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var reader = ExcelReaderFactory.CreateBinaryReader(stream, new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(FallbackCodePage) });
            var texts = new TextPool(budget);
            var fonts = XlsFonts.Read(records);
            var sheets = new List<ReadSheet>();
            do
            {
                budget.CountSheet();
                fonts.Open(sheets.Count);
                sheets.Add(ReadSheet(reader, texts, fonts, fonts.RecordsOf(sheets.Count), budget));
            }
            while (reader.NextResult());
            return sheets;
        }
        catch (InvalidPasswordException)
        {
            throw new WorkbookRefusedException(WorkbookRemarks.Password);
        }
        catch (Exception broken) when (broken is not (WorkbookRefusedException or OutOfMemoryException))
        {
            // The library checks little: broken bytes surface as whatever exception they happen to lead to.
            throw new WorkbookRefusedException(WorkbookRemarks.Damaged("nội dung không đọc hết được"));
        }
    }

    private static ReadSheet ReadSheet(IExcelDataReader reader, TextPool texts, XlsFonts fonts, IEnumerable<XlsRecord> records, WorkbookBudget budget)
    {
        var legacy = new LegacyCells();
        var formulas = new XlsFormulas(records);
        var rows = new List<SheetRow>();
        var cells = new List<SheetCell>();
        if (reader.RowCount is < 0 or > LastRow)
        {
            // The library counts on to whatever number of rows a sheet tells.
            throw new WorkbookRefusedException(WorkbookRemarks.Damaged("kích thước trang tính khai sai"));
        }

        var columns = Math.Min(reader.FieldCount, LastColumn);
        for (var number = 1; number <= LastRow && reader.Read(); number++)
        {
            budget.Pass();
            budget.CountLooks(columns);
            cells.Clear();
            for (var i = 0; i < columns; i++)
            {
                var cell = ReadCell(reader, i, texts);
                cell = cell with { Traits = cell.Traits | formulas.TraitsAt(number, cell.Column) | (fonts.IsStruckAt(number, cell.Column) ? CellTraits.Strikethrough : CellTraits.None) };
                if (cell.Kind == CellKind.Text && fonts.RunsAt(number, cell.Column, reader.GetString(i)) is { } runs)
                {
                    var settled = runs.Select(run => run with { Text = texts.Settle(run.Text) }).ToList();
                    cell = cell with { Text = string.Concat(settled.Select(run => run.Text)) };
                    legacy.Add(number, cell.Column, settled);
                }

                if (!cell.IsBlank)
                {
                    cells.Add(cell);
                }
            }

            if (cells.Count > 0)
            {
                budget.CountRow(cells.Count);
                rows.Add(new SheetRow(number, [.. cells], reader.RowHeight == 0));
            }
        }

        return new ReadSheet(new Sheet(reader.Name ?? "", rows, MergedAreas.Within(rows, Merges(reader, budget)), reader.VisibleState != "visible"), legacy);
    }

    private static SheetCell ReadCell(IExcelDataReader reader, int index, TextPool texts)
    {
        var column = index + 1;
        var value = reader.GetValue(index);
        if (value is null)
        {
            return new SheetCell(column, CellKind.Blank, "");
        }

        var traits = reader.GetColumnWidth(index) == 0 ? CellTraits.HiddenColumn : CellTraits.None;
        return value switch
        {
            DateTime day => OfDay(column, day.ToOADate(), NumberMeanings.OfCode(reader.GetNumberFormatString(index)) == NumberMeaning.Month ? traits | CellTraits.MonthOnly : traits),
            TimeSpan elapsed => CellValues.OfNumber(column, elapsed.TotalDays, NumberMeaning.Plain, false, traits),
            bool isTrue => new SheetCell(column, CellKind.Boolean, isTrue ? "TRUE" : "FALSE", isTrue ? 1 : 0, traits),
            string text => new SheetCell(column, CellKind.Text, texts.Take(text), 0, traits),
            IConvertible number => CellValues.OfNumber(column, number.ToDouble(null), MeaningOf(reader.GetNumberFormatString(index)), false, traits),
            _ => new SheetCell(column, CellKind.Blank, ""),
        };
    }

    /// <summary>The library has already moved the count to OLE dates and so cannot tell day 60 of 1900, which never was, from its neighbour: both stay numbers.</summary>
    private static SheetCell OfDay(int column, double oleDate, CellTraits traits) =>
        oleDate > 60 ? CellValues.OfDay(column, oleDate, traits) : new SheetCell(column, CellKind.Number, CellValues.General(oleDate), oleDate, traits);

    private static NumberMeaning MeaningOf(string? format) =>
        NumberMeanings.OfCode(format) == NumberMeaning.Percent ? NumberMeaning.Percent : NumberMeaning.Plain;

    private static IReadOnlyList<CellArea> Merges(IExcelDataReader reader, WorkbookBudget budget)
    {
        var areas = new List<CellArea>();
        foreach (var range in reader.MergeCells ?? [])
        {
            budget.CountMerge();
            areas.Add(new CellArea(range.FromRow + 1, range.FromColumn + 1, range.ToRow + 1, range.ToColumn + 1));
        }

        return areas;
    }
}
