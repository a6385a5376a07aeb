namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>The elements a place of a part stands in (các thẻ đang mở), and the prefixes declared there.</summary>
internal sealed class OpenElements
{
    private const int FirstLength = 256;

    /// <summary>Excel declares some twenty; each name that has one looks through them.</summary>
    private const int MostPrefixes = 64;

    private readonly List<int> _starts = [];
    private readonly List<(byte[] Prefix, int Depth)> _prefixes = [];
    private byte[] _names = new byte[FirstLength];
    private int _end;

    public int Count => _starts.Count;

    public void Open(ReadOnlySpan<byte> name)
    {
        if (_end + name.Length > _names.Length)
        {
            Array.Resize(ref _names, (_end + name.Length) * 2);
        }

        name.CopyTo(_names.AsSpan(_end));
        _starts.Add(_end);
        _end += name.Length;
    }

    /// <summary>Leaves the innermost element; false when it has another name or none is open.</summary>
    public bool Close(ReadOnlySpan<byte> name)
    {
        if (_starts.Count == 0 || !_names.AsSpan(_starts[^1].._end).SequenceEqual(name))
        {
            return false;
        }

        _end = _starts[^1];
        _starts.RemoveAt(_starts.Count - 1);
        Forget(_starts.Count);
        return true;
    }

    /// <param name="depth">Of the element that declares it.</param>
    public void Declare(ReadOnlySpan<byte> prefix, int depth)
    {
        UnusualXmlException.Unless(_prefixes.Count < MostPrefixes);
        _prefixes.Add((prefix.ToArray(), depth));
    }

    /// <summary>Prefixes declared by an element of this depth, or deeper, are no longer known.</summary>
    public void Forget(int depth)
    {
        while (_prefixes.Count > 0 && _prefixes[^1].Depth >= depth)
        {
            _prefixes.RemoveAt(_prefixes.Count - 1);
        }
    }

    public bool Knows(ReadOnlySpan<byte> prefix)
    {
        foreach (var (known, _) in _prefixes)
        {
            if (prefix.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }
}
