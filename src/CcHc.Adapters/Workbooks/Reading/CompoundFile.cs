using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CcHc.Adapters.Workbooks.Reading;

/// <summary>
/// Looks over the sector tables (bảng cấp phát) of a compound file, the container of .xls: a chain that bites its own tail would keep ExcelDataReader
/// collecting sectors until memory ends ([MS-CFB] 2.2 to 2.4).
/// </summary>
internal static class CompoundFile
{
    private const int HeaderLength = 512;
    private const int FirstTableList = 76;
    private const int EntryLength = 128;
    private const int NameLengthAt = 64;
    private const int ShortSectorLength = 64;
    private const uint LastSectorNumber = 0xFFFFFFFA;

    /// <returns>False when a chain runs in a circle or the tables cannot be found.</returns>
    public static bool HasSoundChains(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderLength || Word(file, 30) is not (9 or 12))
        {
            return false;
        }

        var sectorLength = 1 << Word(file, 30);
        return Table(file, sectorLength) is { } table
            && !HasCircle(table)
            && !HasCircle(ShortSectorTable(file, sectorLength, table));
    }

    /// <summary>Writes the name of a stream as given where a file has it in other case, for readers that know only the one.</summary>
    public static void Spell(Span<byte> file, string name)
    {
        var characters = MemoryMarshal.Cast<byte, char>(file);
        for (var at = HeaderLength; at + EntryLength <= file.Length; at += EntryLength)
        {
            var entry = characters.Slice(at / 2, name.Length + 1);
            if (Word(file, at + NameLengthAt) == 2 * (name.Length + 1) && entry[^1] == 0 && entry[..^1].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                name.CopyTo(entry);
            }
        }
    }

    /// <summary>The content of a stream by its name, in whatever case, of a file with sound chains; empty when there is none.</summary>
    public static byte[] Stream(ReadOnlySpan<byte> file, string name)
    {
        var sectorLength = 1 << Word(file, 30);
        var table = Table(file, sectorLength) ?? [];
        var directory = Chain(file[sectorLength..], sectorLength, table, Number(file, 48), file.Length);
        var wanted = name + '\0';
        for (var at = EntryLength; at + EntryLength <= directory.Length; at += EntryLength)
        {
            var entry = directory.AsSpan(at, EntryLength);
            if (Word(entry, NameLengthAt) != 2 * wanted.Length || !MemoryMarshal.Cast<byte, char>(entry).StartsWith(wanted, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var (first, length) = (Number(entry, 116), Number(entry, 120));
            if (length >= Number(file, 56))
            {
                return Chain(file[sectorLength..], sectorLength, table, first, length);
            }

            // The first entry of the directory holds the short sectors of all small streams.
            var shortSectors = Chain(file[sectorLength..], sectorLength, table, Number(directory, 116), Number(directory, 120));
            return Chain(shortSectors, ShortSectorLength, ShortSectorTable(file, sectorLength, table), first, length);
        }

        return [];
    }

    private static byte[] Chain(ReadOnlySpan<byte> sectors, int sectorLength, uint[] next, uint first, long length)
    {
        var content = new MemoryStream();
        for (var sector = first; sector < next.Length && content.Length < length && (sector + 1L) * sectorLength <= sectors.Length; sector = next[sector])
        {
            content.Write(sectors.Slice((int)(sector * (long)sectorLength), sectorLength));
        }

        return content.ToArray();
    }

    /// <summary>
    /// For each sector the next one of its chain. The table's own sectors are listed in the header and, in big files, in a chain of further lists.
    /// </summary>
    private static uint[]? Table(ReadOnlySpan<byte> file, int sectorLength)
    {
        var most = file.Length / sectorLength + 1;
        var next = new List<uint>();
        for (var at = FirstTableList; at < HeaderLength; at += 4)
        {
            Append(next, file, sectorLength, Number(file, at));
        }

        var lists = 0;
        for (var list = Number(file, 68); Sector(file, sectorLength, list) is { IsEmpty: false } numbers; list = Number(numbers, sectorLength - 4))
        {
            if (++lists > most)
            {
                return null;
            }

            for (var at = 0; at < sectorLength - 4 && next.Count <= most + sectorLength; at += 4)
            {
                Append(next, file, sectorLength, Number(numbers, at));
            }
        }

        return [.. next];
    }

    /// <summary>The same for the short sectors small streams live in; its sectors form an ordinary chain.</summary>
    private static uint[] ShortSectorTable(ReadOnlySpan<byte> file, int sectorLength, uint[] table)
    {
        var next = new List<uint>();
        for (var sector = Number(file, 60); sector < table.Length; sector = table[sector])
        {
            Append(next, file, sectorLength, sector);
        }

        return [.. next];
    }

    private static void Append(List<uint> next, ReadOnlySpan<byte> file, int sectorLength, uint sector)
    {
        var numbers = Sector(file, sectorLength, sector);
        for (var at = 0; at < numbers.Length; at += 4)
        {
            next.Add(Number(numbers, at));
        }
    }

    private static bool HasCircle(uint[] next)
    {
        var passedFrom = new int[next.Length];
        for (var start = 0; start < next.Length; start++)
        {
            for (var sector = (uint)start; sector < next.Length; sector = next[sector])
            {
                if (passedFrom[sector] != 0)
                {
                    if (passedFrom[sector] == start + 1)
                    {
                        return true;
                    }

                    break;
                }

                passedFrom[sector] = start + 1;
            }
        }

        return false;
    }

    /// <summary>Empty for a number that is no sector of the file.</summary>
    private static ReadOnlySpan<byte> Sector(ReadOnlySpan<byte> file, int sectorLength, uint sector)
    {
        var start = (sector + 1L) * sectorLength;
        return sector < LastSectorNumber && start + sectorLength <= file.Length ? file.Slice((int)start, sectorLength) : [];
    }

    private static int Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
