using System.Buffers.Binary;

namespace CcHc.Hostile.Fuzz;

/// <summary>
/// Spoils a compound file where it is most vulnerable (phá theo cung): its header, sector tables and directory, whole sectors, and the records of the workbook
/// stream.
/// </summary>
internal static class SectorMutation
{
    private const int Sector = 512;
    private const int Entry = 128;

    private static readonly uint[] Numbers =
        [0, 1, 2, 3, 0x7F, 0xFF, 0x100, 0x7FFF, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFA, 0xFFFFFFFC, 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFF];

    public static byte[] Spoil(byte[] file, Random chance)
    {
        if (file.Length < 3 * Sector)
        {
            return ByteMutation.Spoil(file, chance);
        }

        var copy = (byte[])file.Clone();
        switch (chance.Next(10))
        {
            case 0:
                Write(copy, 24 + 4 * chance.Next((Sector - 24) / 4), chance);
                break;
            case 1 or 2:
                Write(copy, Offset(copy, Number(copy, 76)) + 4 * chance.Next(Sector / 4), chance);
                break;
            case 3:
                Write(copy, Offset(copy, Number(copy, 48)) + Entry * chance.Next(Sector / Entry) + 64 + 4 * chance.Next(16), chance);
                break;
            case 4:
                copy.AsSpan(Offset(copy, (uint)chance.Next(copy.Length / Sector)), Sector)
                    .CopyTo(copy.AsSpan(Offset(copy, (uint)chance.Next(copy.Length / Sector))));
                break;
            default:
                for (var times = 1 << chance.Next(0, 4); times > 0; times--)
                {
                    SpoilRecord(copy, chance);
                }

                break;
        }

        return copy;
    }

    /// <summary>
    /// Its kind, its length, or a number in it. The stream of these files begins with the first record and lies in one piece for most of its way.
    /// </summary>
    private static void SpoilRecord(byte[] file, Random chance)
    {
        var start = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x09, 0x08, 0x10, 0x00]);
        var records = new List<int>();
        for (var at = start; at >= 0 && at + 4 <= file.Length; at += 4 + BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 2)))
        {
            records.Add(at);
        }

        if (records.Count == 0)
        {
            return;
        }

        var record = records[chance.Next(records.Count)];
        var length = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(record + 2));
        switch (chance.Next(6))
        {
            case 0:
                BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(record),
                    BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(records[chance.Next(records.Count)])));
                break;
            case 1:
                BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(record + 2), (ushort)Numbers[chance.Next(Numbers.Length)]);
                break;
            case 2 or 3 when length >= 2:
                BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(Math.Min(record + 4 + chance.Next(length - 1), file.Length - 2)),
                    (ushort)Numbers[chance.Next(Numbers.Length)]);
                break;
            case 4 when length >= 4:
                Write(file, record + 4 + chance.Next(length - 3), chance);
                break;
            default:
                file[Math.Min(record + 4 + chance.Next(length + 1), file.Length - 1)] ^= (byte)(1 << chance.Next(8));
                break;
        }
    }

    private static void Write(byte[] file, int at, Random chance)
    {
        var number = chance.Next(3) == 0 ? (uint)chance.Next(file.Length / Sector) : Numbers[chance.Next(Numbers.Length)];
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(Math.Clamp(at, 0, file.Length - 4)), number);
    }

    private static int Offset(byte[] file, uint sector) => (int)Math.Min((sector + 1L) * Sector, file.Length - Sector);

    private static uint Number(byte[] file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));
}
