using System.Buffers;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>A stretch of a part's bytes that moves forward (cửa sổ trượt) and is as long as the element in hand.</summary>
internal sealed class ByteWindow(Stream stream) : IDisposable
{
    private const int FirstLength = 32 << 10;

    /// <summary>A row of Excel's own is far shorter; a longer one is left to the XML reader, which keeps no row.</summary>
    private const int MostLength = 4 << 20;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstLength);
    private int _at;
    private int _end;
    private bool _isOver;

    public ReadOnlySpan<byte> Rest => _buffer.AsSpan(_at.._end);

    /// <summary>Bytes of the part read so far.</summary>
    public long Filled { get; private set; }

    public void Advance(int count) => _at += count;

    /// <summary>Reads on. False at the end of the part.</summary>
    public bool Fill()
    {
        if (_isOver)
        {
            return false;
        }

        MakeRoom();
        var read = stream.Read(_buffer.AsSpan(_end));
        _end += read;
        Filled += read;
        _isOver = read == 0;
        return !_isOver;
    }

    /// <summary>The place of a mark from <paramref name="from"/> on, reading on as far as needed; negative where the part has none.</summary>
    public int Find(ReadOnlySpan<byte> mark, int from)
    {
        while (true)
        {
            var found = Rest[from..].IndexOf(mark);
            if (found >= 0)
            {
                return from + found;
            }

            from = Math.Max(from, Rest.Length - mark.Length + 1);
            if (!Fill())
            {
                return -1;
            }
        }
    }

    /// <summary>To the next byte that is no white space; false at the end of the part.</summary>
    public bool SkipSpace()
    {
        while (true)
        {
            var next = Rest.IndexOfAnyExcept(" \t\n\r"u8);
            if (next >= 0)
            {
                _at += next;
                return true;
            }

            _at = _end;
            if (!Fill())
            {
                return false;
            }
        }
    }

    public bool StartsWith(ReadOnlySpan<byte> mark)
    {
        while (Rest.Length < mark.Length)
        {
            if (!Fill())
            {
                return false;
            }
        }

        return Rest.StartsWith(mark);
    }

    private void MakeRoom()
    {
        if (_at > 0 && (_at == _end || _end == _buffer.Length))
        {
            _buffer.AsSpan(_at.._end).CopyTo(_buffer);
            (_at, _end) = (0, _end - _at);
        }

        if (_end == _buffer.Length)
        {
            UnusualXmlException.Unless(_buffer.Length < MostLength);
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _end).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = [];
        (_at, _end) = (0, 0);
        _isOver = true;
    }
}
