using System.Buffers.Text;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>Reads the rows of a sheet (các dòng) from its bytes, a row at a time.</summary>
internal sealed class RowScanner(SplitStream sheet)
{
    private const string EndOfRow = "</row>";
    private const int LongestNumber = 10;

    public bool IsDone => sheet.AreRowsTaken;

    /// <summary>The bytes of the next row, from its start tag to its end; empty behind the last one.</summary>
    public ReadOnlySpan<byte> Next()
    {
        var window = sheet.Window;
        UnusualXmlException.Unless(window.SkipSpace());
        if (window.StartsWith("</sheetData>"u8))
        {
            sheet.AreRowsTaken = true;
            return [];
        }

        UnusualXmlException.Unless(window.StartsWith("<row"u8));
        var tag = window.Find(">"u8, 0);
        UnusualXmlException.Unless(tag >= 0);
        if (window.Rest[tag - 1] == '/')
        {
            return Take(tag + 1);
        }

        var end = window.Find("</row>"u8, tag);
        UnusualXmlException.Unless(end >= 0);
        return Take(end + EndOfRow.Length);
    }

    /// <summary>The bytes stay as they are until the next row is asked for.</summary>
    private ReadOnlySpan<byte> Take(int length)
    {
        var row = sheet.Window.Rest[..length];
        sheet.Window.Advance(length);
        return row;
    }

    /// <summary>A row's number, where its tag gives one, and whether it is hidden; leaves before its cells.</summary>
    public (int? Number, bool IsHidden) ReadTag(ref TagScanner tags)
    {
        UnusualXmlException.Unless(tags.ToTag() && tags.Name().SequenceEqual("row"u8));
        int? number = null;
        var isHidden = false;
        while (tags.Attribute(out var name, out var value))
        {
            if (name.SequenceEqual("r"u8))
            {
                UnusualXmlException.Unless(value.Length < LongestNumber);
                number = Number(value);
            }
            else if (name.SequenceEqual("hidden"u8))
            {
                isHidden = value.SequenceEqual("1"u8) || value.SequenceEqual("true"u8) || value.SequenceEqual("on"u8);
            }
            else
            {
                CheckName(name);
            }
        }

        return (number, isHidden);
    }

    /// <summary>A prefix must have been declared, and none may hide a name read here.</summary>
    public void CheckName(ReadOnlySpan<byte> name)
    {
        var colon = name.IndexOf((byte)':');
        if (colon < 0)
        {
            UnusualXmlException.Unless(!name.SequenceEqual("xmlns"u8));
            return;
        }

        var local = name[(colon + 1)..];
        UnusualXmlException.Unless(local.Length > 1 && !local.Contains((byte)':') && !local.SequenceEqual("hidden"u8) && !local.SequenceEqual("si"u8));
        foreach (var prefix in sheet.Prefixes)
        {
            if (name[..colon].SequenceEqual(prefix))
            {
                return;
            }
        }

        throw new UnusualXmlException();
    }

    /// <summary>Digits alone, up to what an int holds; null for anything else.</summary>
    public static int? Number(ReadOnlySpan<byte> text) =>
        text.Length is > 0 and < LongestNumber && Utf8Parser.TryParse(text, out uint number, out var used) && used == text.Length ? (int)number : null;
}
