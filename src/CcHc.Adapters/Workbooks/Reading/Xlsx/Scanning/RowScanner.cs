namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>Reads the rows of a sheet (các dòng) from its bytes, a row at a time.</summary>
internal sealed class RowScanner(SplitStream sheet)
{
    private const string EndOfRow = "</row>";
    private const int LongestNumber = 10;
    private const int LongestKept = 256;

    // What stood behind the number of the row before: most rows of a sheet have the same there, and it need not be read again.
    private byte[] _likeBefore = [];
    private bool _isHiddenBefore;

    // Rows closed in their tags have no end to look for, and each would look through all that is at hand.
    private long _noEndBefore = -1;

    public bool IsDone => sheet.AreRowsTaken;

    /// <summary>The bytes of the next rows, as many as are at hand whole; empty behind the last one. More may follow than the rows of this sheet.</summary>
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
        var last = _noEndBefore == window.Filled ? -1 : window.Rest.LastIndexOf("</row>"u8);
        if (last >= 0)
        {
            return window.Rest[..(last + EndOfRow.Length)];
        }

        _noEndBefore = window.Filled;
        return One(window);
    }

    /// <summary>Rows given last have been read up to here.</summary>
    public void Advance(int length) => sheet.Window.Advance(length);

    private static ReadOnlySpan<byte> One(ByteWindow window)
    {
        var tag = window.Find(">"u8, 0);
        UnusualXmlException.Unless(tag >= 0);
        if (window.Rest[tag - 1] == '/')
        {
            return window.Rest[..(tag + 1)];
        }

        var end = window.Find("</row>"u8, tag);
        UnusualXmlException.Unless(end >= 0);
        return window.Rest[..(end + EndOfRow.Length)];
    }

    /// <summary>A row's number, where its tag gives one, and whether it is hidden; leaves before its cells.</summary>
    public (int? Number, bool IsHidden) ReadTag(ref TagScanner tags)
    {
        var bytes = tags.Rest;
        var behindNumber = BehindNumber(bytes, out var given);
        if (behindNumber > 0 && _likeBefore.Length > 0 && bytes[behindNumber..].StartsWith(_likeBefore))
        {
            tags.TakeTag(behindNumber + _likeBefore.Length);
            return (given, _isHiddenBefore);
        }

        var read = ReadAttributes(ref tags);
        var rest = behindNumber > 0 ? bytes[behindNumber..^tags.Rest.Length] : default;
        (_likeBefore, _isHiddenBefore) = (rest.Length <= LongestKept ? rest.ToArray() : [], read.IsHidden);
        return read;
    }

    /// <summary>The place behind the number of a tag that begins with it; zero for any other.</summary>
    private static int BehindNumber(ReadOnlySpan<byte> tag, out int number)
    {
        number = 0;
        if (!tag.StartsWith("<row r=\""u8))
        {
            return 0;
        }

        var start = "<row r=\""u8.Length;
        var at = start;
        number = PlainValue.TakeWhole(tag, ref at);
        return at > start && at < tag.Length && tag[at] == '"' ? at + 1 : 0;
    }

    private (int? Number, bool IsHidden) ReadAttributes(ref TagScanner tags)
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
    public static int? Number(ReadOnlySpan<byte> text) => PlainValue.Whole(text) is >= 0 and var number ? number : null;
}
