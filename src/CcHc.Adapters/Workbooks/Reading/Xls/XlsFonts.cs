using System.Text;
using CcHc.Adapters.Workbooks.Reading.Xlsx;
using CcHc.Core.Sheets.LegacyFonts;

namespace CcHc.Adapters.Workbooks.Reading.Xls;

/// <summary>
/// Old and struck fonts (phông cũ, chữ gạch ngang) of an Excel 97–2003 workbook, which ExcelDataReader does not tell: fonts, cell formats and the runs of
/// shared texts, from the records themselves ([MS-XLS] 2.4). What cannot be read here is left to the letters.
/// </summary>
internal sealed class XlsFonts
{
    /// <summary>No font has this number: the format counts 0 to 3, then from 5 on.</summary>
    private const int MissingIndex = 4;

    private const int Worksheet = 0;
    private const int StruckOut = 8;
    private const int Superscript = 1;

    /// <summary>Those that say something: struck through, raised, of old letters.</summary>
    private readonly Dictionary<int, FontTraits> _fonts = [];
    private readonly List<int> _fontOfFormat = [];
    private readonly List<int> _sheetStarts = [];
    private readonly ReadOnlyMemory<byte> _stream;
    private IReadOnlyDictionary<int, IReadOnlyList<XlsRun>> _richTexts = new Dictionary<int, IReadOnlyList<XlsRun>>();
    private Dictionary<(int Row, int Column), IReadOnlyList<XlsRun>> _cells = [];

    private XlsFonts(ReadOnlyMemory<byte> stream)
    {
        _stream = stream;
        ReadGlobals();
    }

    /// <param name="stream">The workbook stream; an empty one has no fonts.</param>
    public static XlsFonts Read(ReadOnlyMemory<byte> stream) => new(stream);

    /// <summary>Takes up a worksheet before its cells are asked for.</summary>
    /// <param name="index">Among the worksheets, from 0.</param>
    public void Open(int index)
    {
        _cells = [];
        if (_fonts.Count == 0)
        {
            return;
        }

        foreach (var record in RecordsOf(index))
        {
            if (record.Kind is XlsRecord.SharedTextCell or XlsRecord.TextCell or XlsRecord.FormulaCell && record.Word(4) is var format and >= 0
                && format < _fontOfFormat.Count)
            {
                var own = record.Kind == XlsRecord.SharedTextCell ? _richTexts.GetValueOrDefault(record.Number(6)) ?? [] : [];
                IReadOnlyList<XlsRun> runs = own is [{ Start: 0 }, ..] ? own : [new XlsRun(0, _fontOfFormat[format]), .. own];
                if (runs.Any(run => _fonts.ContainsKey(run.Font)))
                {
                    _cells[(record.Word(0) + 1, record.Word(2) + 1)] = runs;
                }
            }
        }
    }

    /// <summary>The records of a worksheet; none of one that is not there.</summary>
    public IEnumerable<XlsRecord> RecordsOf(int index) => index < _sheetStarts.Count ? XlsRecord.PartAt(_stream, _sheetStarts[index]) : [];

    /// <summary>The runs of a cell's text as stored; null when no font of theirs says anything.</summary>
    public IReadOnlyList<StoredRun>? RunsAt(int row, int column, string text)
    {
        if (!_cells.TryGetValue((row, column), out var runs))
        {
            return null;
        }

        var found = new List<StoredRun>();
        for (var i = 0; i < runs.Count; i++)
        {
            var start = Math.Min(runs[i].Start, text.Length);
            var end = i + 1 < runs.Count ? Math.Clamp(runs[i + 1].Start, start, text.Length) : text.Length;
            if (end > start)
            {
                found.Add(new StoredRun(text[start..end], _fonts.GetValueOrDefault(runs[i].Font)));
            }
        }

        return found;
    }

    private void ReadGlobals()
    {
        var fonts = 0;
        var texts = new List<ReadOnlyMemory<byte>>();
        var previous = 0;
        foreach (var record in XlsRecord.PartAt(_stream, 0))
        {
            var isOfTexts = record.Kind == XlsRecord.SharedTexts || (record.Kind == XlsRecord.Continue && previous == XlsRecord.SharedTexts);
            previous = isOfTexts ? XlsRecord.SharedTexts : record.Kind;
            switch (record.Kind)
            {
                case XlsRecord.Font:
                    fonts += fonts == MissingIndex ? 1 : 0;
                    ReadFont(fonts++, record.Content.Span);
                    break;
                case XlsRecord.CellFormat:
                    _fontOfFormat.Add(record.Word(0));
                    break;
                case XlsRecord.BoundSheet when record.Content.Length > 5 && record.Content.Span[5] == Worksheet:
                    _sheetStarts.Add(record.Number(0));
                    break;
                default:
                    if (isOfTexts && _fonts.Count > 0)
                    {
                        texts.Add(record.Content);
                    }

                    break;
            }
        }

        _richTexts = texts.Count == 0 ? _richTexts : XlsRichTexts.Read(texts);
    }

    private void ReadFont(int index, ReadOnlySpan<byte> record)
    {
        if (record.Length <= 16)
        {
            return;
        }

        var isWide = (record[15] & 1) != 0;
        var name = record[16..Math.Min(record.Length, 16 + record[14] * (isWide ? 2 : 1))];
        var legacy = LegacyFont.Of(isWide ? Encoding.Unicode.GetString(name) : Encoding.Latin1.GetString(name));
        var traits = new FontTraits((record[2] & StruckOut) != 0, true, legacy, record[8] == Superscript);
        if (traits is { IsStruck: true } or { IsRaised: true } or { Legacy: not null })
        {
            _fonts[index] = traits;
        }
    }
}
