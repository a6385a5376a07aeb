using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace CcHc.Adapters.Storage.Outbox;

/// <summary>A stretch of a letter or its workbook (mảnh), kept once however many letters have it.</summary>
/// <param name="Hash">16 bytes of SHA-256, in hexadecimal.</param>
public readonly record struct LetterPiece(string Hash, ReadOnlyMemory<byte> Content)
{
    public byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(Content.Span);
        }

        return packed.ToArray();
    }

    public static byte[] Unpacked(byte[] packed)
    {
        using var content = new MemoryStream();
        using var inflate = new DeflateStream(new MemoryStream(packed, writable: false), CompressionMode.Decompress);
        inflate.CopyTo(content);
        return content.ToArray();
    }
}

/// <summary>
/// Cuts bytes into pieces at places the bytes themselves decide, so that what is inserted or left out in one letter moves no piece behind it.
/// </summary>
public static class LetterPieces
{
    private const int Shortest = 512;
    private const int Longest = 16 * 1024;
    private const int HashBytes = 16;

    /// <summary>One place in 2,048 ends a piece: an agency's name or number makes only its own piece another one.</summary>
    private const ulong End = 0x7FFUL << 48;

    private static readonly ulong[] Gear = NewGear();

    public static IReadOnlyList<LetterPiece> Of(ReadOnlyMemory<byte> bytes)
    {
        var pieces = new List<LetterPiece>();
        for (var from = 0; from < bytes.Length;)
        {
            var length = LengthOfFirst(bytes.Span[from..]);
            var piece = bytes.Slice(from, length);
            pieces.Add(new LetterPiece(Convert.ToHexStringLower(SHA256.HashData(piece.Span).AsSpan(0, HashBytes)), piece));
            from += length;
        }

        return pieces;
    }

    /// <summary>The hashes one after the other, as a letter stores them.</summary>
    public static byte[] Names(IReadOnlyList<LetterPiece> pieces) => Convert.FromHexString(string.Concat(pieces.Select(piece => piece.Hash)));

    public static IReadOnlyList<string> Hashes(byte[] names) => [.. names.Chunk(HashBytes).Select(Convert.ToHexStringLower)];

    private static int LengthOfFirst(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= Shortest)
        {
            return bytes.Length;
        }

        var most = Math.Min(bytes.Length, Longest);
        ulong state = 0;
        for (var i = Shortest - 64; i < most; i++)
        {
            state = (state << 1) + Gear[bytes[i]];
            if (i >= Shortest && (state & End) == 0)
            {
                return i + 1;
            }
        }

        return most;
    }

    /// <summary>A number for each byte, the same on every machine: a change of them would only store new letters' pieces once more.</summary>
    private static ulong[] NewGear() => [.. Enumerable.Range(0, 256).Select(value => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData([(byte)value])))];
}
