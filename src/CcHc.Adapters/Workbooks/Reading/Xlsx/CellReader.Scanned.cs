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
        if (_tags.Next(bytes, out var tag) is { } known)
        {
            if (known.IsClosed)
            {
                tags.Advance(tag);
                return new SheetCell(known.Column, CellKind.Blank, "");
            }

            if (PlainCell.ReadWhole(bytes[tag..], out var rest) is var whole && rest > 0)
            {
                tags.Advance(tag + rest);
                return WithFonts(row, _body.Of(known, whole), known.Style);
            }
        }

        if (PlainCell.Read(bytes, out var length) is var plain && length > 0)
        {
            tags.Advance(length);
            return Read(plain, row, bytes[..length]);
        }

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

    private SheetCell Read(PlainCell cell, int row, ReadOnlySpan<byte> bytes)
    {
        var style = workbook.Styles[Math.Max(0, cell.Style)];
        style = style with { Traits = TraitsOf(style, cell.Column) };
        _tags.Keep(bytes[..^cell.ToEnd], cell, style);
        return cell.IsEmpty ? new SheetCell(cell.Column, CellKind.Blank, "") : WithFonts(row, _body.Of(cell, style), style);
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
