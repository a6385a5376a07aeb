using System.Globalization;
using System.Text;
using CcHc.Adapters.Workbooks.Reading.Xlsx;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;
using CcHc.Core.Sheets.LegacyFonts;

namespace CcHc.Adapters.Workbooks.Reading.Csv;

/// <summary>Reads a table kept as plain text (.csv, .tsv): cells in quotes may hold the mark, line breaks and doubled quotes (RFC 4180).</summary>
internal sealed class CsvReader(WorkbookBudget budget)
{
    private const string SheetName = "CSV";
    private const string MarkLine = "sep=";
    private const int FewestHeaders = 3;

    private readonly TextPool _texts = new(budget);
    private readonly List<SheetRow> _rows = [];
    private readonly List<SheetCell> _cells = [];
    private readonly StringBuilder _field = new();
    private readonly List<(string Text, bool IsQuoted)> _fields = [];
    private readonly List<int> _uneven = [];
    private readonly List<int> _joined = [];
    private char _mark;
    private int _headed;
    private int _row;

    public (IReadOnlyList<ReadSheet> Sheets, IReadOnlyList<FindingTemplate> Findings) Read(ReadOnlyMemory<byte> bytes)
    {
        var encoding = CsvEncoding.Of(bytes.Span);
        var mark = CsvMark.Of(bytes, encoding.Encoding);
        _mark = mark;
        using var text = new StreamReader(new MemoryStream(bytes.ToArray(), writable: false), encoding.Encoding, detectEncodingFromByteOrderMarks: true);
        ReadRows(text, mark);
        var findings = new List<FindingTemplate>(encoding.Finding is { } finding ? [finding] : []);
        if (_joined.Count > 0)
        {
            findings.Add(CsvFindings.DatesJoined(_joined));
        }

        if (_uneven.Count > 0)
        {
            findings.Add(CsvFindings.LinesUneven(_uneven));
        }

        return ([new ReadSheet(new Sheet(SheetName, _rows, []), new LegacyCells())], findings);
    }

    private void ReadRows(TextReader text, char mark)
    {
        var (isQuoted, wasQuoted) = (false, false);
        for (int next; (next = text.Read()) >= 0;)
        {
            var c = (char)next;
            if (isQuoted)
            {
                if (c != '"')
                {
                    Append(c);
                }
                else if (text.Peek() == '"')
                {
                    Append((char)text.Read());
                }
                else
                {
                    isQuoted = false;
                }
            }
            else if (c == '"' && _field.Length == 0 && !wasQuoted)
            {
                isQuoted = wasQuoted = true;
            }
            else if (c == mark)
            {
                EndField(wasQuoted);
                wasQuoted = false;
            }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && text.Peek() == '\n')
                {
                    text.Read();
                }

                EndField(wasQuoted);
                EndRow();
                wasQuoted = false;
            }
            else
            {
                Append(c);
            }
        }

        EndField(wasQuoted);
        EndRow();
    }

    private void Append(char c)
    {
        WorkbookBudget.Refuse(_field.Length > budget.Limits.MaxTextLength, "có ô dài quá mức Excel cho phép");
        _field.Append(c);
    }

    private void EndField(bool isQuoted)
    {
        WorkbookBudget.Refuse(_fields.Count >= CellReference.LastColumn && _field.Length > 0, "có dòng quá nhiều ô");
        if (_fields.Count < CellReference.LastColumn)
        {
            _fields.Add((_texts.Take(_field.ToString()), isQuoted));
        }

        _field.Clear();
    }

    private void EndRow()
    {
        budget.Pass();
        _row++;
        if (CutDates.Join(_fields, _mark))
        {
            _joined.Add(_row);
        }

        for (var i = 0; i < _fields.Count; i++)
        {
            if (_fields[i].Text.Length > 0 && OfText(i + 1, _fields[i].Text, _fields[i].IsQuoted) is { IsBlank: false } cell)
            {
                _cells.Add(cell);
            }
        }

        // The first line with several words is the header; a line with more cells has a comma nobody put in quotes.
        _headed = _headed == 0 && _cells.Count >= FewestHeaders ? _fields.Count : _headed;
        if (_headed > 0 && _fields.Count > _headed && _cells.Count > 0)
        {
            _uneven.Add(_row);
        }

        if (_cells.Count > 0 && !(_row == 1 && _cells is [{ Column: 1 } only] && only.Text.StartsWith(MarkLine, StringComparison.OrdinalIgnoreCase)))
        {
            WorkbookBudget.Refuse(_row > CellReference.LastRow, "quá nhiều dòng có nội dung");
            budget.CountRow(_cells.Count);
            _rows.Add(new SheetRow(_row, _cells.ToArray()));
        }

        _cells.Clear();
        _fields.Clear();
    }

    /// <summary>Digits are a number, written as they are: "1.10" stays so. One with noughts in front is a code.</summary>
    private static SheetCell OfText(int column, string text, bool isQuoted)
    {
        var words = text.Trim();
        if (words is "TRUE" or "FALSE")
        {
            return new SheetCell(column, CellKind.Boolean, words, words == "TRUE" ? 1 : 0);
        }

        var isCode = words.Length > 1 && words[0] == '0' && char.IsAsciiDigit(words[1]);
        return !isQuoted && !isCode && words.Length is > 0 and < 16 && (char.IsAsciiDigit(words[^1]) && (char.IsAsciiDigit(words[0]) || words[0] == '-'))
            && double.TryParse(words, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new SheetCell(column, CellKind.Number, words, number)
            : new SheetCell(column, words.Length == 0 ? CellKind.Blank : CellKind.Text, text);
    }
}
