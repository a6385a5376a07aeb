using System.Text;
using CcHc.Adapters.Workbooks.Reading.Formats;
using CcHc.Adapters.Workbooks.Reading.Xlsx;
using CcHc.Core.Sheets;
using CcHc.Core.Sheets.LegacyFonts;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace CcHc.Adapters.Workbooks.Reading.Xls;

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
            throw new WorkbookRefusedException(WorkbookFindings.Damaged("bảng cấp phát bị hỏng"));
        }

        // A broken file can send the library round a loop of billions that nothing here can break off; it ends by itself on its own thread.
        var reading = Task.Run(() => ReadSheets(bytes, budget));
        return Task.WaitAny([reading], budget.Limits.MaxTime) == 0
            ? reading.GetAwaiter().GetResult() : throw new WorkbookRefusedException(WorkbookFindings.TooSlow);
    }

    private static IReadOnlyList<ReadSheet> ReadSheets(ReadOnlyMemory<byte> bytes, WorkbookBudget budget)
    {
        try
        {
            ReadOnlyMemory<byte> records = CompoundFile.Stream(bytes.Span, "Workbook");
            XlsSheets.Check(records);
            var copy = bytes.ToArray();
            CompoundFile.Spell(copy, "Workbook");
            using var stream = new MemoryStream(copy, writable: false);
            using var reader =
                ExcelReaderFactory.CreateBinaryReader(stream, new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(FallbackCodePage) });
            var texts = new TextPool(budget);
            var fonts = XlsFonts.Read(records);
            var formats = new Dictionary<string, NumberFormat>(StringComparer.Ordinal);
            var sheets = new List<ReadSheet>();
            do
            {
                budget.CountSheet();
                fonts.Open(sheets.Count);
                sheets.Add(ReadSheet(reader, texts, fonts, formats, fonts.RecordsOf(sheets.Count), budget));
            }
            while (reader.NextResult());
            return sheets;
        }
        catch (InvalidPasswordException)
        {
            throw new WorkbookRefusedException(WorkbookFindings.Password);
        }
        catch (Exception broken) when (broken is not (WorkbookRefusedException or OutOfMemoryException))
        {
            // The library checks little: broken bytes surface as whatever exception they happen to lead to.
            throw new WorkbookRefusedException(WorkbookFindings.Damaged("nội dung không đọc hết được"));
        }
    }

    private static ReadSheet ReadSheet(IExcelDataReader reader, TextPool texts, XlsFonts fonts, Dictionary<string, NumberFormat> formats,
        IEnumerable<XlsRecord> records, WorkbookBudget budget)
    {
        var legacy = new LegacyCells();
        var formulas = new XlsFormulas(records);
        var beside = new XlsSheetRecords(records, texts, budget);
        var rows = new List<SheetRow>();
        var cells = new List<SheetCell>();
        if (reader.RowCount is < 0 or > LastRow)
        {
            // The library counts on to whatever number of rows a sheet tells.
            throw new WorkbookRefusedException(WorkbookFindings.Damaged("kích thước trang tính khai sai"));
        }

        var hidden = Enumerable.Range(0, Math.Clamp(reader.FieldCount, 0, LastColumn))
            .Select(i => reader.GetColumnWidth(i) == 0 ? CellTraits.HiddenColumn : CellTraits.None).ToArray();
        for (var number = 1; number <= LastRow && reader.Read(); number++)
        {
            budget.Pass();
            budget.CountLooks(hidden.Length);
            cells.Clear();
            var isMore = beside.HasCellsIn(number);
            for (var i = 0; i < hidden.Length; i++)
            {
                var value = reader.GetValue(i);
                if (value is null && !isMore)
                {
                    continue;
                }

                var cell = ReadCell(reader, i, value, hidden[i], texts, formats);
                cell = cell.IsBlank && beside.At(number, cell.Column) is { } lost ? lost with { Traits = lost.Traits | hidden[i] } : cell;
                cell = cell with { Traits = cell.Traits | formulas.TraitsAt(number, cell.Column) };
                cell = cell.Kind == CellKind.Text && fonts.RunsAt(number, cell.Column, value as string ?? cell.Text) is { } runs
                    ? Standing(number, cell, runs, texts, legacy) : cell;
                if (!cell.IsBlank || cell.Has(CellTraits.ValueHidden))
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

        var merges = beside.Merges.Count > 0 ? beside.Merges : Merges(reader, budget);
        var sheet = new Sheet(reader.Name ?? "", rows, MergedAreas.Within(rows, merges), reader.VisibleState != "visible") { Comments = beside.Comments };
        return new ReadSheet(sheet, legacy);
    }

    /// <summary>What stands of a text with several fonts; where nothing does, the whole text, marked as struck through.</summary>
    private static SheetCell Standing(int row, SheetCell cell, IReadOnlyList<StoredRun> runs, TextPool texts, LegacyCells legacy)
    {
        var standing = StandingRuns.Of(runs, run => run.Font.IsStruck);
        var isStruck = standing.All(run => string.IsNullOrWhiteSpace(run.Text));
        var settled = texts.Settle(isStruck ? runs : standing)!;
        if (settled.Any(run => run.Font.Legacy is not null))
        {
            legacy.Add(row, cell.Column, [.. settled.Select(run => new FontRun(run.Text, run.Font.Legacy))]);
        }

        return cell with { Text = StandingRuns.Join(settled), Traits = isStruck ? cell.Traits | CellTraits.Strikethrough : cell.Traits };
    }

    private static SheetCell ReadCell(IExcelDataReader reader, int index, object? value, CellTraits traits, TextPool texts,
        Dictionary<string, NumberFormat> formats)
    {
        var column = index + 1;
        if (value is null)
        {
            return new SheetCell(column, CellKind.Blank, "");
        }

        var code = reader.GetNumberFormatString(index) ?? "";
        if (!formats.TryGetValue(code, out var format))
        {
            formats.Add(code, format = NumberFormat.OfCode(code));
        }

        return value switch
        {
            DateTime day => OfDay(column, day, format, traits),
            TimeSpan elapsed => CellValues.OfNumber(column, elapsed.TotalDays, NumberFormat.General, false, traits),
            bool isTrue => new SheetCell(column, CellKind.Boolean, isTrue ? "TRUE" : "FALSE", isTrue ? 1 : 0, traits),
            string text => CellValues.OfText(column, texts.Take(text), format, traits),
            IConvertible number => CellValues.OfNumber(column, number.ToDouble(null), format, false, traits),
            _ => new SheetCell(column, CellKind.Blank, ""),
        };
    }

    /// <summary>
    /// The library has already moved the count to OLE dates and so cannot tell day 60 of 1900, which never was, from its neighbour: both stay numbers. So does
    /// a time without a day.
    /// </summary>
    private static SheetCell OfDay(int column, DateTime day, NumberFormat format, CellTraits traits) => day.ToOADate() switch
    {
        > 60 and var oleDate => CellValues.OfDay(column, oleDate, format, traits),
        < 2 when day.TimeOfDay > TimeSpan.Zero => CellValues.OfTime(column, day.TimeOfDay, traits),
        var oleDate => new SheetCell(column, CellKind.Number, CellValues.General(oleDate), oleDate, traits),
    };

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
