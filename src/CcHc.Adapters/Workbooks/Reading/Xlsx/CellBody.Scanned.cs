using System.Text;
using CcHc.Adapters.Workbooks.Reading.Formats;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <content>The same bodies from the bytes of a row.</content>
internal sealed partial class CellBody
{
    private readonly char[] _characters = new char[64];
    private readonly RunScanner _runs = new(workbook.RichText, new TextDecoder());

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
                    inline = _runs.Read(ref tags, "is"u8);
                    break;
                default:
                    throw new UnusualXmlException();
            }
        }

        tags.End("c"u8);
        return Finish(column, type, format, traits, text, value, inline);
    }

    /// <param name="bytes">From behind the tag on.</param>
    /// <param name="length">Of what was read, to the cell's end.</param>
    /// <returns>False where the cell goes on in another form than its tag lets expect.</returns>
    public bool TryRead(CellTag tag, ReadOnlySpan<byte> bytes, out SheetCell cell, out int length)
    {
        Runs = null;
        length = 0;
        if (tag.Form == PlainForm.Empty)
        {
            cell = new SheetCell(tag.Column, CellKind.Blank, "");
            return true;
        }

        if (tag.Form == PlainForm.Text)
        {
            var text = PlainValue.Text(bytes, out length);
            cell = length == 0 ? default : CellValues.OfText(tag.Column, workbook.Texts.Take(_runs.Referring(text)), tag.Style.Format, tag.Style.Traits);
            return length > 0;
        }

        var whole = PlainValue.Whole(bytes, out length);
        if (length > 0)
        {
            cell = tag.Type == CellType.Shared ? OfShared(whole, tag.Column, tag.Style.Format, tag.Style.Traits)
                : CellValues.OfNumber(tag.Column, whole, tag.Style.Format, workbook.Is1904, tag.Style.Traits);
            return true;
        }

        var number = PlainValue.Number(bytes, out length);
        cell = length == 0 ? default : OfValue(Latin(number), tag.Column, tag.Type, tag.Style.Format, tag.Style.Traits);
        return length > 0;
    }

    private string TextOf(ref TagScanner tags)
    {
        if (tags.IsEmpty)
        {
            return "";
        }

        var bytes = tags.Text(out var hasReferences);
        tags.End("v"u8);
        return _runs.Meant(bytes, hasReferences, keepsSpace: false);
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
        return !hasReferences && Ascii.IsValid(bytes) && bytes.IndexOfAny(" \t\n"u8) < 0
            ? Latin(bytes)
            : _runs.Meant(bytes, hasReferences, keepsSpace: false);
    }

    /// <summary>To be used before the next call.</summary>
    private ReadOnlySpan<char> Latin(ReadOnlySpan<byte> bytes) =>
        bytes.Length <= _characters.Length ? _characters.AsSpan(0, Encoding.Latin1.GetChars(bytes, _characters)) : Encoding.Latin1.GetString(bytes);

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
        return OfFormula(_runs.Decode(bytes, hasReferences), shared);
    }
}
