namespace CcHc.Adapters.Workbooks.Reading.Xls;

/// <summary>From this character on a text is in another font (đổi phông).</summary>
internal readonly record struct XlsRun(int Start, int Font);

/// <summary>Reads the texts with several fonts from the shared texts of an .xls, which go on over several records ([MS-XLS] 2.4.265, 2.5.293).</summary>
internal sealed class XlsRichTexts
{
    private const byte IsWide = 1;
    private const byte HasPhonetics = 4;
    private const byte HasRuns = 8;

    private readonly List<ReadOnlyMemory<byte>> _records;
    private int _record;
    private int _at;

    private XlsRichTexts(List<ReadOnlyMemory<byte>> records) => _records = records;

    /// <summary>By the number of the text, those with runs. A broken table gives what stands before the break.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<XlsRun>> Read(List<ReadOnlyMemory<byte>> records)
    {
        var found = new Dictionary<int, IReadOnlyList<XlsRun>>();
        var reader = new XlsRichTexts(records);
        reader.Skip(8);
        for (var index = 0; reader.HasMore; index++)
        {
            var runs = reader.ReadRuns();
            if (runs.Count > 0)
            {
                found[index] = runs;
            }
        }

        return found;
    }

    private bool HasMore
    {
        get
        {
            while (_record < _records.Count && _at >= _records[_record].Length)
            {
                (_record, _at) = (_record + 1, 0);
            }

            return _record < _records.Count;
        }
    }

    private IReadOnlyList<XlsRun> ReadRuns()
    {
        var length = ReadWord();
        var flags = ReadByte();
        var runCount = (flags & HasRuns) != 0 ? ReadWord() : 0;
        var phonetics = (flags & HasPhonetics) != 0 ? ReadWord() | (ReadWord() << 16) : 0;
        SkipCharacters(length, (flags & IsWide) != 0 ? 2 : 1);
        var runs = new List<XlsRun>();
        for (var i = 0; i < runCount && HasMore; i++)
        {
            runs.Add(new XlsRun(ReadWord(), ReadWord()));
        }

        Skip(phonetics);
        return runs;
    }

    /// <summary>Characters that go on in a further record begin there with their width anew.</summary>
    private void SkipCharacters(int count, int width)
    {
        for (var isFirst = true; count > 0 && HasMore; isFirst = false)
        {
            if (!isFirst || _at == 0)
            {
                width = (ReadByte() & IsWide) != 0 ? 2 : 1;
            }

            var taken = Math.Min(count, (_records[_record].Length - _at) / width);
            _at += taken * width;
            count -= taken;
        }
    }

    private int ReadWord() => ReadByte() | (ReadByte() << 8);

    private byte ReadByte() => HasMore ? _records[_record].Span[_at++] : (byte)0;

    private void Skip(int bytes)
    {
        while (bytes > 0 && HasMore)
        {
            var taken = Math.Min(bytes, _records[_record].Length - _at);
            (_at, bytes) = (_at + taken, bytes - taken);
        }
    }
}
