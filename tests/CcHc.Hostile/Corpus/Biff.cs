using System.Text;

namespace CcHc.Hostile.Corpus;

/// <summary>The workbook stream of an .xls, record by record (dòng bản ghi), so that any of them can lie ([MS-XLS]).</summary>
internal sealed class Biff
{
    private readonly MemoryStream _stream = new();

    public int Length => (int)_stream.Length;

    public Biff Record(int kind, byte[] content, int? told = null)
    {
        _stream.Write([(byte)kind, (byte)(kind >> 8), (byte)(told ?? content.Length), (byte)((told ?? content.Length) >> 8)]);
        _stream.Write(content);
        return this;
    }

    public byte[] ToBytes() => _stream.ToArray();

    /// <summary>A whole workbook file.</summary>
    /// <param name="globals">Records among those of the workbook.</param>
    /// <param name="sheet">Records of the sheet.</param>
    /// <param name="sheets">So many sheets of the same records.</param>
    /// <param name="stream">The name of the stream in the file.</param>
    /// <param name="isOnePlace">All sheets are told to begin at the first one's place.</param>
    public static byte[] Workbook(Action<Biff>? globals = null, Action<Biff>? sheet = null, int sheets = 1, bool isOnePlace = false, string stream = "Workbook")
    {
        var bodies = Enumerable.Range(0, isOnePlace ? 1 : sheets).Select(_ => Body(sheet)).ToList();
        var head = Head(globals, Enumerable.Repeat(0, sheets));
        var places = Enumerable.Range(0, sheets).Select(i => head.Length + (isOnePlace ? 0 : bodies.Take(i).Sum(body => body.Length)));
        return CompoundBuilder.Of((stream, [.. Head(globals, places), .. bodies.SelectMany(body => body)]));
    }

    public static byte[] Beginning(int kind) => [0, 6, (byte)kind, (byte)(kind >> 8), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public static byte[] Words(params int[] words) => [.. words.SelectMany(word => new[] { (byte)word, (byte)(word >> 8) })];

    /// <summary>A wide text with its length before it in two bytes.</summary>
    public static byte[] Text(string text, int? told = null) => [.. Words(told ?? text.Length), 1, .. Encoding.Unicode.GetBytes(text)];

    private static byte[] Head(Action<Biff>? globals, IEnumerable<int> places)
    {
        var head = new Biff().Record(0x809, Beginning(5)).Record(0x42, Words(1200)).Record(0xE0, Words(0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
            .Record(0xE0, Words(0, 14, 0, 0, 0, 0, 0, 0, 0, 0));
        globals?.Invoke(head);
        var number = 0;
        foreach (var place in places)
        {
            head.Record(0x85, [.. BitConverter.GetBytes(place), 0, 0, 4, 0, .. Encoding.ASCII.GetBytes(FormattableString.Invariant($"S{number++:000}"))]);
        }

        return head.Record(0x0A, []).ToBytes();
    }

    private static byte[] Body(Action<Biff>? sheet)
    {
        var body = new Biff().Record(0x809, Beginning(0x10));
        sheet?.Invoke(body);
        return body.Record(0x0A, []).ToBytes();
    }
}
