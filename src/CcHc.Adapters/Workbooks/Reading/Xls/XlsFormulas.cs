using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Reading.Xls;

/// <summary>
/// Formulas of an .xls sheet that take today's day (công thức lấy ngày hiện tại), which ExcelDataReader does not tell: TODAY and NOW among their tokens
/// ([MS-XLS] 2.5.198).
/// </summary>
internal sealed class XlsFormulas
{
    private const int TokensAt = 22;
    private const int Attribute = 0x19;
    private const int IsVolatile = 1;
    private const int Today = 221;
    private const int Now = 74;

    private readonly HashSet<(int Row, int Column)> _volatile = [];

    public XlsFormulas(IEnumerable<XlsRecord> records)
    {
        foreach (var record in records.Where(record => record.Kind == XlsRecord.FormulaCell && TakesToday(record)))
        {
            _volatile.Add((record.Word(0) + 1, record.Word(2) + 1));
        }
    }

    public CellTraits TraitsAt(int row, int column) => _volatile.Contains((row, column)) ? CellTraits.Formula | CellTraits.VolatileFormula : CellTraits.None;

    /// <summary>Such a formula begins with a mark that it is to be calculated each time; which function asks for that is looked for behind it.</summary>
    private static bool TakesToday(XlsRecord record)
    {
        var tokens = record.Content.Span[Math.Min(TokensAt, record.Content.Length)..];
        if (tokens.Length < 2 || tokens[0] != Attribute || (tokens[1] & IsVolatile) == 0)
        {
            return false;
        }

        for (var at = 2; at + 2 < tokens.Length; at++)
        {
            if (tokens[at] is 0x21 or 0x41 or 0x61 && record.Word(TokensAt + at + 1) is Today or Now)
            {
                return true;
            }
        }

        return false;
    }
}
