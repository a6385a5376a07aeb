using System.Text;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <content>The same cells from the bytes of a row.</content>
internal sealed partial class CellReader
{
    private const int LongestAddress = 32;

    private readonly CellTags _tags = new();

    /// <summary>To be called before the cells of each row.</summary>
    public void BeginRow(int number) => _tags.BeginRow(number);

    /// <summary>Stands before a c and leaves behind it.</summary>
    public SheetCell Read(ref TagScanner tags, RowScanner rows, int row, int previousColumn)
    {
        var bytes = tags.Rest;
        var tag = _tags.Next(bytes, out var length) ?? TagOf(bytes, out length);
        if (tag is not null && _body.TryRead(tag, bytes[length..], out var cell, out var rest))
        {
            tags.Advance(length + rest);
            return WithFonts(row, cell, tag.Style);
        }

        return ReadAny(ref tags, rows, row, previousColumn);
    }

    private CellTag? TagOf(ReadOnlySpan<byte> bytes, out int length)
    {
        var tag = PlainTag.Read(bytes, out length);
        if (length == 0)
        {
            return null;
        }

        var style = workbook.Styles[Math.Max(0, tag.Style)];
        return _tags.Keep(bytes[..length], tag, style with { Traits = TraitsOf(style, tag.Column) });
    }

    private SheetCell ReadAny(ref TagScanner tags, RowScanner rows, int row, int previousColumn)
    {
        UnusualXmlException.Unless(tags.Name() is [(byte)'c']);
        var column = previousColumn + 1;
        var style = default(CellStyle);
        var type = CellType.Number;
        var isStyled = false;
        while (tags.Attribute(out var name, out var value))
        {
            switch (name)
            {
                case [(byte)'r']:
                    column = ColumnOf(value);
                    break;
                case [(byte)'s']:
                    UnusualXmlException.Unless(value.Length < 10);
                    isStyled = RowScanner.Number(value) is not null;
                    style = workbook.Styles[RowScanner.Number(value) ?? 0];
                    break;
                case [(byte)'t']:
                    type = TypeOf(value);
                    break;
                default:
                    rows.CheckName(name);
                    break;
            }
        }

        CheckColumn(column);
        if (tags.IsEmpty)
        {
            return new SheetCell(column, CellKind.Blank, "");
        }

        style = isStyled ? style : workbook.Styles[0];
        return WithFonts(row, _body.Read(ref tags, rows, column, type, style.Format, TraitsOf(style, column)), style);
    }

    private static int ColumnOf(ReadOnlySpan<byte> address)
    {
        UnusualXmlException.Unless(address.Length <= LongestAddress);
        Span<char> characters = stackalloc char[LongestAddress];
        return ColumnOf(characters[..Encoding.Latin1.GetChars(address, characters)]);
    }

    private static CellType TypeOf(ReadOnlySpan<byte> value)
    {
        if (value is [(byte)'s'])
        {
            return CellType.Shared;
        }

        UnusualXmlException.Unless(value.Length <= LongestAddress);
        Span<char> characters = stackalloc char[LongestAddress];
        return CellTypes.Of(characters[..Encoding.Latin1.GetChars(value, characters)]);
    }
}
