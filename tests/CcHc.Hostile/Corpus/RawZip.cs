using System.IO.Compression;
using System.Text;

namespace CcHc.Hostile.Corpus;

/// <summary>A zip written field by field (tệp nén viết tay), so that any field can lie.</summary>
internal sealed class RawZip
{
    private readonly MemoryStream _bytes = new();
    private readonly MemoryStream _directory = new();
    private int _entries;

    /// <summary>Number of entries told at the end; null: the true one.</summary>
    public int? ToldEntries { get; init; }

    /// <summary>Place of the directory told at the end; null: the true one.</summary>
    public uint? ToldPlace { get; init; }

    public byte[] Comment { get; init; } = [];

    public byte[] Before { get; init; } = [];

    public static RawZip Of(SeedWorkbook seed, Func<string, RawEntry, RawEntry> change)
    {
        var zip = new RawZip();
        foreach (var part in seed.Parts)
        {
            zip.Add(change(part, new RawEntry(part, Encoding.UTF8.GetBytes(seed[part]))));
        }

        return zip;
    }

    public RawZip Add(RawEntry entry)
    {
        if (_bytes.Length == 0)
        {
            _bytes.Write(Before);
        }

        var place = (uint)_bytes.Length;
        var name = entry.NameBytes ?? Encoding.UTF8.GetBytes(entry.Name);
        var packed = entry.Method == 0 ? entry.Content : Deflate(entry.Content);
        packed = entry.Packed ?? packed;
        var crc = entry.Crc ?? Crc32(entry.Content);
        var (packedSize, size) = (entry.PackedSize ?? (uint)packed.Length, entry.Size ?? (uint)entry.Content.Length);
        using (var local = new BinaryWriter(_bytes, Encoding.UTF8, leaveOpen: true))
        {
            var hides = (entry.Flags & 8) != 0;
            local.Write(0x04034B50u);
            WriteCommon(local, entry, hides ? 0 : crc, hides ? 0 : packedSize, hides ? 0 : size, name.Length);
            local.Write(name);
            local.Write(entry.Extra);
            local.Write(packed);
            if (hides)
            {
                local.Write(0x08074B50u);
                local.Write(crc);
                local.Write(packedSize);
                local.Write(size);
            }
        }

        using var central = new BinaryWriter(_directory, Encoding.UTF8, leaveOpen: true);
        central.Write(0x02014B50u);
        central.Write((ushort)20);
        WriteCommon(central, entry, crc, packedSize, size, name.Length);
        central.Write((ushort)0);
        central.Write((ushort)0);
        central.Write((ushort)0);
        central.Write(0u);
        central.Write(entry.Place ?? place);
        central.Write(name);
        central.Write(entry.Extra);
        _entries++;
        return this;
    }

    public byte[] ToBytes()
    {
        var place = (uint)_bytes.Length;
        _directory.WriteTo(_bytes);
        using (var end = new BinaryWriter(_bytes, Encoding.UTF8, leaveOpen: true))
        {
            var told = (ushort)(ToldEntries ?? _entries);
            end.Write(0x06054B50u);
            end.Write((ushort)0);
            end.Write((ushort)0);
            end.Write(told);
            end.Write(told);
            end.Write((uint)_directory.Length);
            end.Write(ToldPlace ?? place);
            end.Write((ushort)Comment.Length);
            end.Write(Comment);
        }

        return _bytes.ToArray();
    }

    private static void WriteCommon(BinaryWriter to, RawEntry entry, uint crc, uint packedSize, uint size, int name)
    {
        to.Write(entry.Version);
        to.Write(entry.Flags);
        to.Write(entry.Method);
        to.Write(entry.Time);
        to.Write(crc);
        to.Write(packedSize);
        to.Write(size);
        to.Write((ushort)name);
        to.Write((ushort)entry.Extra.Length);
    }

    private static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(content);
        }

        return packed.ToArray();
    }

    private static uint Crc32(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var b in content)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
            }
        }

        return ~crc;
    }
}

/// <summary>One entry as it is to be written; what is null is written as it truly is.</summary>
internal sealed record RawEntry(string Name, byte[] Content)
{
    public byte[]? NameBytes { get; init; }

    public ushort Version { get; init; } = 20;

    public ushort Flags { get; init; }

    /// <summary>8 deflated, 0 stored; others are written deflated under a false name.</summary>
    public ushort Method { get; init; } = 8;

    /// <summary>DOS time and date.</summary>
    public uint Time { get; init; } = 0x5CCC_4000;

    public uint? Crc { get; init; }

    public uint? PackedSize { get; init; }

    public uint? Size { get; init; }

    public uint? Place { get; init; }

    public byte[]? Packed { get; init; }

    public byte[] Extra { get; init; } = [];
}
