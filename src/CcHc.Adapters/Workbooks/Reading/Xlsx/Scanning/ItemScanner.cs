namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>Reads the items of the shared strings (bảng chuỗi dùng chung) from the bytes of their part, one at a time.</summary>
internal sealed class ItemScanner : IDisposable
{
    private const string EndOfItem = "</si>";

    private readonly ByteWindow _window;

    private static ReadOnlySpan<byte> Spaced => "<si><t xml:space=\"preserve\">"u8;

    private static ReadOnlySpan<byte> EndOfPlain => "</t></si>"u8;

    public ItemScanner(Stream part)
    {
        _window = new ByteWindow(part);
        XmlDeclaration.Skip(_window);
        UnusualXmlException.Unless(_window.SkipSpace() && _window.StartsWith("<sst"u8));
        var end = _window.Find(">"u8, 0);
        UnusualXmlException.Unless(end >= 0);
        Told = ReadRoot(_window.Rest[..(end + 1)]);
        _window.Advance(end + 1);
    }

    /// <summary>How many items the part says it has, which may be wrong; zero where it does not say.</summary>
    public int Told { get; }

    /// <summary>The text of the next item where it has the form nearly all have, &lt;si&gt;&lt;t&gt;…&lt;/t&gt;&lt;/si&gt;; stays before any other.</summary>
    /// <param name="text">Stays as it is until the next item is asked for. Holds no references and none of Excel's escapes.</param>
    public bool NextPlain(out ReadOnlySpan<byte> text)
    {
        var rest = _window.Rest;
        var start = rest.StartsWith("<si><t>"u8) ? "<si><t>"u8.Length : rest.StartsWith(Spaced) ? Spaced.Length : 0;
        var length = start == 0 ? -1 : rest[start..].IndexOfAny(TagScanner.EndOddOrEscape);
        text = length > 0 ? rest.Slice(start, length) : default;
        if (length <= 0 || !rest[(start + length)..].StartsWith(EndOfPlain) || text.IndexOfAnyExcept(" \t\n"u8) < 0)
        {
            return false;
        }

        _window.Advance(start + length + EndOfPlain.Length);
        return true;
    }

    /// <summary>The bytes of the next item, from its start tag to its end; empty behind the last one.</summary>
    public ReadOnlySpan<byte> Next()
    {
        UnusualXmlException.Unless(_window.SkipSpace());
        if (_window.StartsWith("</sst>"u8))
        {
            _window.Advance("</sst>"u8.Length);
            UnusualXmlException.Unless(!_window.SkipSpace());
            return [];
        }

        UnusualXmlException.Unless(_window.StartsWith("<si"u8));
        var tag = _window.Find(">"u8, 0);
        UnusualXmlException.Unless(tag >= 0);
        var close = _window.Rest[tag - 1] == '/' ? tag : _window.Find("</si>"u8, tag);
        UnusualXmlException.Unless(close >= 0);
        var end = close == tag ? tag + 1 : close + EndOfItem.Length;
        var item = _window.Rest[..end];
        _window.Advance(end);
        return item;
    }

    public void Dispose() => _window.Dispose();

    private static int ReadRoot(ReadOnlySpan<byte> tag)
    {
        var told = 0;
        var tags = new TagScanner(tag);
        UnusualXmlException.Unless(tags.ToTag() && tags.Name().SequenceEqual("sst"u8));
        while (tags.Attribute(out var name, out var value))
        {
            told = name.SequenceEqual("uniqueCount"u8) ? RowScanner.Number(value) ?? 0 : told;
            var isPrefixed = name.Contains((byte)':');
            UnusualXmlException.Unless(!isPrefixed || (name.StartsWith("xmlns:"u8) && !name.StartsWith("xmlns:xml"u8) && name.Length > "xmlns:"u8.Length
                && !value.IsEmpty && !name["xmlns:"u8.Length..].Contains((byte)':')));
        }

        UnusualXmlException.Unless(!tags.IsEmpty && tags.IsAtEnd);
        return told;
    }
}
