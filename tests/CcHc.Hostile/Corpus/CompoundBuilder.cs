using System.Buffers.Binary;
using System.Text;

namespace CcHc.Hostile.Corpus;

/// <summary>
/// A compound file (tệp phức hợp) with some streams, written plainly: sector tables, then directory, then the streams one behind the other ([MS-CFB]).
/// </summary>
internal static class CompoundBuilder
{
    private const int Sector = 512;
    private const uint End = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const uint OfTable = 0xFFFFFFFD;

    /// <summary>Below it a stream would live in short sectors; all are filled up to it.</summary>
    private const int ShortestStream = 4096;

    public static byte[] Of(params (string Name, byte[] Content)[] streams)
    {
        var padded = streams.Select(stream => (stream.Name, Content: Pad(stream.Content))).ToList();
        var directory = (padded.Count + 1 + 3) / 4;
        var data = padded.Sum(stream => stream.Content.Length / Sector);
        var tables = 1;
        while (tables * (Sector / 4) < tables + directory + data)
        {
            tables++;
        }

        var next = Enumerable.Repeat(Free, tables * (Sector / 4)).ToArray();
        next.AsSpan(0, tables).Fill(OfTable);
        var sector = tables;
        Chain(next, ref sector, directory);
        var starts = new List<int>();
        foreach (var (_, content) in padded)
        {
            starts.Add(sector);
            Chain(next, ref sector, content.Length / Sector);
        }

        var file = new byte[(1 + tables + directory + data) * Sector];
        WriteHeader(file, tables);
        for (var i = 0; i < next.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(Sector + i * 4), next[i]);
        }

        var entries = file.AsSpan((1 + tables) * Sector);
        WriteEntry(entries, "Root Entry", 5, padded.Count > 0 ? 1u : Free, Free, End, 0);
        for (var i = 0; i < padded.Count; i++)
        {
            WriteEntry(entries[((i + 1) * 128)..], padded[i].Name, 2, Free, i + 2 <= padded.Count
                ? (uint)(i + 2) : Free, (uint)starts[i], (uint)padded[i].Content.Length);
            padded[i].Content.CopyTo(file.AsSpan((1 + starts[i]) * Sector));
        }

        return file;
    }

    private static void Chain(uint[] next, ref int sector, int count)
    {
        for (var i = 0; i < count; i++, sector++)
        {
            next[sector] = i + 1 < count ? (uint)(sector + 1) : End;
        }
    }

    private static void WriteHeader(byte[] file, int tables)
    {
        ReadOnlySpan<byte> mark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        mark.CopyTo(file);
        var header = file.AsSpan();
        BinaryPrimitives.WriteUInt16LittleEndian(header[24..], 0x3E);
        BinaryPrimitives.WriteUInt16LittleEndian(header[26..], 3);
        BinaryPrimitives.WriteUInt16LittleEndian(header[28..], 0xFFFE);
        BinaryPrimitives.WriteUInt16LittleEndian(header[30..], 9);
        BinaryPrimitives.WriteUInt16LittleEndian(header[32..], 6);
        BinaryPrimitives.WriteInt32LittleEndian(header[44..], tables);
        BinaryPrimitives.WriteInt32LittleEndian(header[48..], tables);
        BinaryPrimitives.WriteInt32LittleEndian(header[56..], ShortestStream);
        BinaryPrimitives.WriteUInt32LittleEndian(header[60..], End);
        BinaryPrimitives.WriteUInt32LittleEndian(header[68..], End);
        for (var i = 0; i < 109; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(header[(76 + i * 4)..], i < tables ? (uint)i : Free);
        }
    }

    private static void WriteEntry(Span<byte> entry, string name, byte kind, uint child, uint right, uint start, uint size)
    {
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
        entry[66] = kind;
        entry[67] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[68..], Free);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[72..], right);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[76..], child);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], size);
    }

    private static byte[] Pad(byte[] content) =>
        [.. content, .. new byte[Math.Max(ShortestStream, (content.Length + Sector - 1) / Sector * Sector) - content.Length]];
}
