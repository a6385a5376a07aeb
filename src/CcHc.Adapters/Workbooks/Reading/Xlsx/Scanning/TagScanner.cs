using System.Buffers;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>
/// Steps through the elements of one row or text, held as bytes of UTF-8: start tags, their attributes, text, end tags. Takes exactly the XML office programs
/// write there; comments, CDATA, other entities, odd names and anything else leave by <see cref="UnusualXmlException"/>.
/// </summary>
internal ref struct TagScanner(ReadOnlySpan<byte> bytes)
{
    private const int MostAttributes = 16;

    private static readonly byte[] EndOrOddBytes = [.. Enumerable.Range(0, 32).Where(b => b is not (9 or 10)).Select(b => (byte)b), (byte)'<', (byte)']'];

    /// <summary>In a text or an attribute: controls but for the line feed and the tab, and the mark that begins a tag.</summary>
    public static readonly SearchValues<byte> EndOrOdd = SearchValues.Create(EndOrOddBytes);

    /// <summary>The same, and the marks that begin a reference and Excel's own escapes (_x000D_).</summary>
    public static readonly SearchValues<byte> EndOddOrEscape = SearchValues.Create([.. EndOrOddBytes, (byte)'&', (byte)'_']);

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;
    private int _attributes;
    private AttributePlaces _places;

    public readonly bool IsAtEnd => _at >= _bytes.Length;

    /// <summary>Whether the start tag read last closed itself: &lt;v/&gt;.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>What has not been stepped over.</summary>
    public readonly ReadOnlySpan<byte> Rest => _bytes[_at..];

    public void Advance(int length) => _at += length;

    /// <summary>Steps over a start tag that is known.</summary>
    public void TakeTag(int length)
    {
        _at += length;
        IsEmpty = _bytes[_at - 2] == '/';
    }

    /// <summary>Skips white space; what follows must be a tag.</summary>
    /// <returns>True for a start tag, false for an end tag.</returns>
    public bool ToTag()
    {
        var next = _at < _bytes.Length && _bytes[_at] == '<' ? 0 : _bytes[_at..].IndexOfAnyExcept(" \t\n\r"u8);
        UnusualXmlException.Unless(next >= 0 && _at + next + 1 < _bytes.Length && _bytes[_at + next] == '<');
        _at += next;
        return _bytes[_at + 1] != '/';
    }

    /// <summary>Stands on "&lt;" of a start tag; reads its name and stays before its attributes.</summary>
    public ReadOnlySpan<byte> Name()
    {
        _at++;
        var name = TakeName();
        UnusualXmlException.Unless(!name.Contains((byte)':'));
        _attributes = 0;
        return name;
    }

    /// <summary>The next attribute of the tag; false behind its end.</summary>
    public bool Attribute(out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var rest = _bytes[_at..];
        var gap = rest.IndexOfAnyExcept(" \t\n\r"u8);
        UnusualXmlException.Unless(gap >= 0);
        _at += gap;
        if (_bytes[_at] == '>' || _bytes[_at] == '/')
        {
            IsEmpty = _bytes[_at] == '/';
            _at += IsEmpty ? 2 : 1;
            UnusualXmlException.Unless(_at <= _bytes.Length && _bytes[_at - 1] == '>');
            name = value = default;
            return false;
        }

        UnusualXmlException.Unless(gap > 0 && _attributes < MostAttributes);
        var start = _at;
        name = TakeName();
        for (var i = 0; i < _attributes; i++)
        {
            UnusualXmlException.Unless(!_bytes[_places[i].Start.._places[i].End].SequenceEqual(name));
        }

        _places[_attributes++] = (start, _at);
        UnusualXmlException.Unless(_at + 1 < _bytes.Length && _bytes[_at] == '=' && _bytes[_at + 1] is (byte)'"' or (byte)'\'');
        var length = _bytes[(_at + 2)..].IndexOf(_bytes[_at + 1]);
        UnusualXmlException.Unless(length >= 0);
        value = _bytes.Slice(_at + 2, length);
        UnusualXmlException.Unless(!value.ContainsAny(EndOrOdd) && !value.Contains((byte)'&'));
        _at += length + 3;
        return true;
    }

    /// <summary>The bytes up to the next tag.</summary>
    /// <param name="hasReferences">They hold "&amp;amp;" or the like.</param>
    public ReadOnlySpan<byte> Text(out bool hasReferences)
    {
        var start = _at;
        while (true)
        {
            var found = _bytes[_at..].IndexOfAny(EndOrOdd);
            UnusualXmlException.Unless(found >= 0);
            _at += found;
            if (_bytes[_at] == '<')
            {
                break;
            }

            // "]" may stand in a text, "]]>" may not.
            UnusualXmlException.Unless(_bytes[_at] == ']' && !_bytes[_at..].StartsWith("]]>"u8));
            _at++;
        }

        var text = _bytes[start.._at];
        hasReferences = text.Contains((byte)'&');
        return text;
    }

    /// <summary>Takes an end tag, which must be of this name.</summary>
    public void End(ReadOnlySpan<byte> name)
    {
        var length = name.Length + 3;
        var tag = _bytes[_at..];
        UnusualXmlException.Unless(tag.Length >= length && tag[0] == '<' && tag[1] == '/' && tag[length - 1] == '>'
            && tag.Slice(2, name.Length).SequenceEqual(name));
        _at += length;
    }

    private ReadOnlySpan<byte> TakeName()
    {
        var name = PlainName.Read(_bytes, _at);
        UnusualXmlException.Unless(name.End > _at);
        _at = name.End;
        return name.Whole(_bytes);
    }

    [System.Runtime.CompilerServices.InlineArray(MostAttributes)]
    private struct AttributePlaces
    {
        private (int Start, int End) _first;
    }
}
