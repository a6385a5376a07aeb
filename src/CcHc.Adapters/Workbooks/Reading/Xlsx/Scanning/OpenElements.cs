namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>The elements a place of a part stands in (các thẻ đang mở), and the prefixes declared there.</summary>
internal sealed class OpenElements
{
    private const int FirstLength = 256;

    /// <summary>Excel declares some twenty; each name that has one looks through them.</summary>
    private const int MostPrefixes = 64;

    private static readonly byte[][] Reserved = ["http://www.w3.org/XML/1998/namespace"u8.ToArray(), "http://www.w3.org/2000/xmlns/"u8.ToArray()];

    private readonly List<int> _starts = [];
    private readonly List<(byte[] Prefix, int Depth)> _prefixes = [];
    private byte[] _names = new byte[FirstLength];
    private int _end;

    public int Count => _starts.Count;

    /// <summary>Enters the element of a start tag, which may use the prefixes it declares itself.</summary>
    public void Open(ReadOnlySpan<byte> tag, PlainName element, PlainAttributes attributes)
    {
        for (var i = 0; i < attributes.Count; i++)
        {
            if (attributes.Name(i).Whole(tag).StartsWith("xmlns"u8))
            {
                Declare(tag, attributes.Name(i), attributes.Bytes(tag, i));
            }
        }

        UnusualXmlException.Unless(IsDeclared(tag, element));
        for (var i = 0; i < attributes.Count; i++)
        {
            var name = attributes.Name(i);
            UnusualXmlException.Unless(name.PrefixOf(tag).SequenceEqual("xmlns"u8) || IsDeclared(tag, name));
        }

        Push(element.Whole(tag));
    }

    /// <summary>Leaves the innermost element, which must be of this name.</summary>
    public void Close(ReadOnlySpan<byte> name)
    {
        UnusualXmlException.Unless(_starts.Count > 0 && _names.AsSpan(_starts[^1].._end).SequenceEqual(name));
        _end = _starts[^1];
        _starts.RemoveAt(_starts.Count - 1);
        while (_prefixes.Count > 0 && _prefixes[^1].Depth >= _starts.Count)
        {
            _prefixes.RemoveAt(_prefixes.Count - 1);
        }
    }

    private void Declare(ReadOnlySpan<byte> tag, PlainName name, ReadOnlySpan<byte> space)
    {
        UnusualXmlException.Unless(!space.Contains((byte)'&') && !space.SequenceEqual(Reserved[0]) && !space.SequenceEqual(Reserved[1]));
        if (name.PrefixOf(tag).SequenceEqual("xmlns"u8))
        {
            var prefix = name.LocalOf(tag);
            UnusualXmlException.Unless(!space.IsEmpty && !prefix.StartsWith("xml"u8) && _prefixes.Count < MostPrefixes);
            _prefixes.Add((prefix.ToArray(), _starts.Count));
        }
    }

    private bool IsDeclared(ReadOnlySpan<byte> tag, PlainName name)
    {
        if (!name.HasPrefix)
        {
            return true;
        }

        var prefix = name.PrefixOf(tag);
        foreach (var (known, _) in _prefixes)
        {
            if (prefix.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    private void Push(ReadOnlySpan<byte> name)
    {
        if (_end + name.Length > _names.Length)
        {
            Array.Resize(ref _names, (_end + name.Length) * 2);
        }

        name.CopyTo(_names.AsSpan(_end));
        _starts.Add(_end);
        _end += name.Length;
    }
}
