using System.Text;
using CcHc.Adapters.Workbooks.Reading.Formats;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <content>The same bodies from the bytes of a row.</content>
internal sealed partial class CellBody
{
    private readonly char[] _characters = new char[64];

    /// <summary>Stands behind the start tag of a c that is not empty and leaves behind its end.</summary>
    public SheetCell Read(scoped ref TagScanner tags, RowScanner rows, int column, CellType type, NumberFormat format, CellTraits traits)
    {
        Runs = null;
        var inline = new RunText("", CellTraits.None);
        var text = "";
        ReadOnlySpan<char> value = "";
        while (tags.ToTag())
        {
            switch (tags.Name())
            {
                case [(byte)'v']:
                    RunScanner.NoAttributes(ref tags);
                    if (type == CellType.Text)
                    {
                        value = text = TextOf(ref tags);
                    }
                    else
                    {
                        value = ValueOf(ref tags);
                    }

                    break;
                case [(byte)'f']:
                    traits |= FormulaOf(ref tags, rows);
                    break;
                case [(byte)'i', (byte)'s']:
                    RunScanner.NoAttributes(ref tags);
                    inline = RunScanner.Read(ref tags, "is"u8, workbook.RichText);
                    break;
                default:
                    throw new UnusualXmlException();
            }
        }

        tags.End("c"u8);
        return Finish(column, type, format, traits, text, value, inline);
    }

    public SheetCell Of(PlainCell cell, CellStyle style)
    {
        Runs = null;
        if (cell.Whole >= 0)
        {
            return OfWhole(cell.Whole, cell.Column, cell.Type, style);
        }

        ReadOnlySpan<char> value = cell.Value.Length <= _characters.Length
            ? _characters.AsSpan(0, Encoding.Latin1.GetChars(cell.Value, _characters)) : Encoding.Latin1.GetString(cell.Value);
        return OfValue(value, cell.Column, cell.Type, style.Format, style.Traits);
    }

    /// <param name="whole">The cell's value.</param>
    public SheetCell Of(CellTag tag, int whole)
    {
        Runs = null;
        return OfWhole(whole, tag.Column, tag.Type, tag.Style);
    }

    private SheetCell OfWhole(int whole, int column, CellType type, CellStyle style) => type == CellType.Shared
        ? OfShared(whole, column, style.Format, style.Traits) : CellValues.OfNumber(column, whole, style.Format, workbook.Is1904, style.Traits);

    private static string TextOf(ref TagScanner tags)
    {
        if (tags.IsEmpty)
        {
            return "";
        }

        var bytes = tags.Text(out var hasReferences);
        tags.End("v"u8);
        return RunScanner.Meant(bytes, hasReferences, keepsSpace: false);
    }

    /// <summary>To be used before the next call.</summary>
    private ReadOnlySpan<char> ValueOf(scoped ref TagScanner tags)
    {
        if (tags.IsEmpty)
        {
            return [];
        }

        var bytes = tags.Text(out var hasReferences);
        tags.End("v"u8);
        return !hasReferences && bytes.Length <= _characters.Length && Ascii.IsValid(bytes) && bytes.IndexOfAny(" \t\n"u8) < 0
            ? _characters.AsSpan(0, Encoding.Latin1.GetChars(bytes, _characters))
            : RunScanner.Meant(bytes, hasReferences, keepsSpace: false);
    }

    private CellTraits FormulaOf(ref TagScanner tags, RowScanner rows)
    {
        int? shared = null;
        while (tags.Attribute(out var name, out var value))
        {
            if (name.SequenceEqual("si"u8))
            {
                UnusualXmlException.Unless(value.Length < 10);
                shared = RowScanner.Number(value);
            }
            else
            {
                rows.CheckName(name);
            }
        }

        if (tags.IsEmpty)
        {
            return OfFormula("", shared);
        }

        var bytes = tags.Text(out var hasReferences);
        tags.End("f"u8);
        return OfFormula(TagScanner.Decode(bytes, hasReferences), shared);
    }
}
