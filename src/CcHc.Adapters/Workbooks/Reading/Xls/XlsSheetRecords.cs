using System.Text;
using CcHc.Adapters.Workbooks.Reading.Xlsx;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Reading.Xls;

/// <summary>
/// What ExcelDataReader loses of an .xls sheet (những gì thư viện bỏ sót), from its records ([MS-XLS] 2.4): merged areas behind a chart, error codes, texts of
/// array formulas, comments.
/// </summary>
internal sealed class XlsSheetRecords
{
    private const int ResultAt = 6;
    private const int TextResult = 0;
    private const int ErrorResult = 2;
    private const byte IsWide = 1;
    private const int NoteObject = 0x19;

    private readonly Dictionary<(int Row, int Column), SheetCell> _lost = [];
    private readonly HashSet<int> _rowsOfLost = [];
    private readonly Dictionary<int, string> _textOfObject = [];
    private readonly List<CellArea> _merges = [];
    private readonly List<CellComment> _comments = [];

    public XlsSheetRecords(IEnumerable<XlsRecord> records, TextPool texts, WorkbookBudget budget)
    {
        (int Row, int Column)? awaited = null;
        var sinceFormula = 0;
        var (note, isTextNext) = (-1, false);
        foreach (var record in records)
        {
            switch (record.Kind)
            {
                case XlsRecord.FormulaCell:
                    awaited = ReadResult(record);
                    sinceFormula = 0;
                    continue;
                case XlsRecord.FormulaText when awaited is { } place:
                    // Right behind its formula the library finds it by itself.
                    if (sinceFormula > 0)
                    {
                        Keep(place, CellKind.Text, texts.Take(Characters(record, 0, 2)));
                    }

                    awaited = null;
                    break;
                case XlsRecord.ValueOrErrorCell when record.Content.Length >= 8 && record.Content.Span[7] != 0:
                    Keep(PlaceOf(record), CellKind.Error, ErrorText(record.Content.Span[6]));
                    break;
                case XlsRecord.MergedCells:
                    ReadMerges(record, budget);
                    break;
                case XlsRecord.Object:
                    note = record.Word(4) == NoteObject ? record.Word(6) : -1;
                    break;
                case XlsRecord.ObjectText:
                    isTextNext = note >= 0 && record.Word(10) > 0;
                    continue;
                case XlsRecord.Continue when isTextNext && record.Content.Length > 1:
                    _textOfObject[note] = texts.Settle(Characters(record.Content.Span[0], record.Content.Span[1..]));
                    isTextNext = false;
                    break;
                case XlsRecord.Note when _textOfObject.TryGetValue(record.Word(6), out var text):
                    var (row, column) = PlaceOf(record);
                    budget.CountComment();
                    _comments.Add(new CellComment(row, column, text));
                    break;
            }

            sinceFormula++;
        }
    }

    public IReadOnlyList<CellArea> Merges => _merges;

    public IReadOnlyList<CellComment> Comments => _comments;

    /// <summary>False for a row whose cells the library tells all.</summary>
    public bool HasCellsIn(int row) => _rowsOfLost.Contains(row);

    /// <summary>The cell at a place the library tells nothing of; null when there is none.</summary>
    public SheetCell? At(int row, int column) => _lost.TryGetValue((row, column), out var cell) ? cell : null;

    private (int Row, int Column)? ReadResult(XlsRecord formula)
    {
        if (formula.Word(ResultAt + 6) != 0xFFFF)
        {
            return null;
        }

        var (kind, value) = (formula.Content.Span[ResultAt], formula.Content.Span[ResultAt + 2]);
        if (kind == ErrorResult)
        {
            Keep(PlaceOf(formula), CellKind.Error, ErrorText(value));
        }

        return kind == TextResult ? PlaceOf(formula) : null;
    }

    private void Keep((int Row, int Column) place, CellKind kind, string text)
    {
        _lost[place] = new SheetCell(place.Column, kind, text, 0, kind == CellKind.Text ? CellTraits.Formula : CellTraits.None);
        _rowsOfLost.Add(place.Row);
    }

    private void ReadMerges(XlsRecord record, WorkbookBudget budget)
    {
        for (var at = 2; at + 8 <= record.Content.Length; at += 8)
        {
            budget.CountMerge();
            _merges.Add(new CellArea(record.Word(at) + 1, record.Word(at + 4) + 1, record.Word(at + 2) + 1, record.Word(at + 6) + 1));
        }
    }

    private static (int Row, int Column) PlaceOf(XlsRecord record) => (record.Word(0) + 1, record.Word(2) + 1);

    /// <summary>A text with its length in front; one that goes on in a further record, which no register's is long enough for, is cut there.</summary>
    private static string Characters(XlsRecord record, int lengthAt, int flagsAt)
    {
        var length = record.Word(lengthAt);
        if (length <= 0 || record.Content.Length <= flagsAt)
        {
            return "";
        }

        var flags = record.Content.Span[flagsAt];
        var bytes = record.Content.Span[(flagsAt + 1)..];
        return Characters(flags, bytes[..Math.Min(bytes.Length, length * ((flags & IsWide) != 0 ? 2 : 1))]);
    }

    private static string Characters(byte flags, ReadOnlySpan<byte> bytes) =>
        (flags & IsWide) != 0 ? Encoding.Unicode.GetString(bytes) : Encoding.Latin1.GetString(bytes);

    /// <summary>As Excel writes them ([MS-XLS] 2.5.10).</summary>
    private static string ErrorText(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => "#ERR!",
    };
}
