using System.IO.Compression;
using System.Text;

namespace CcHc.Hostile.Corpus;

/// <summary>Files that are no whole .xlsx (tệp hỏng, tệp giả): cut short, empty, other kinds under its name, zips that lie.</summary>
internal static class ContainerCases
{
    private static readonly Place[] Both = [Place.Register, Place.Report];

    public static IEnumerable<HostileFile> All => Both.SelectMany(Of).Concat(Lists());

    private static IEnumerable<HostileFile> Lists() =>
        from place in new[] { Place.Directory, Place.Holidays, Place.Indicators, Place.Answers }
        from one in new (string Name, Func<byte[], byte[]> Spoil, string Refusal)[]
        {
            ("cut", good => good[..(good.Length / 2)], "workbook-damaged"), ("empty", _ => [], "file-empty"),
            ("html", _ => "<html><table><tr><td>Mã</td></tr></table></html>"u8.ToArray(), "workbook-html"),
            ("csv", _ => "Mã;Tên cơ quan;Email\n"u8.ToArray(), "workbook-text"),
        }
        select new HostileFile($"container/{one.Name}/{place}", place, () => one.Spoil(Seeds.Of(place)), one.Refusal);

    private static IEnumerable<HostileFile> Of(Place place)
    {
        HostileFile Case(string name, Func<byte[]> make, string? refusal = null) => new($"container/{name}/{place}", place, make, refusal);
        HostileFile Spoilt(string name, Func<string, RawEntry, RawEntry> change, string? refusal = null) =>
            Case(name, () => RawZip.Of(SeedWorkbook.Of(place), change).ToBytes(), refusal);
        HostileFile Sheet(string name, Func<RawEntry, RawEntry> change, string? refusal = null) =>
            Spoilt(name, (part, entry) => part.Contains("worksheets/sheet", StringComparison.Ordinal) ? change(entry) : entry, refusal);
        HostileFile Named(string name, Func<string, string> rename, string? refusal = null) =>
            Spoilt("names-" + name, (part, entry) => entry with { Name = rename(part) }, refusal);

        for (var i = 0; i < 40; i++)
        {
            var percent = 1 + i * 2.5;
            yield return Case(FormattableString.Invariant($"cut-at-{percent}"),
                () => Seeds.Of(place) is var good ? good[..Math.Max(4, (int)(good.Length * percent / 100))] : [], "workbook-damaged");
        }

        for (var bytes = 1; bytes <= 64; bytes *= 2)
        {
            var last = bytes;
            yield return Case($"cut-off-{last}", () => Seeds.Of(place)[..^last], "workbook-damaged");
        }

        yield return Case("empty", () => [], "file-empty");
        yield return Case("one-byte", () => [0x50]);
        yield return Case("zeros", () => new byte[40_000], "workbook-unknown");
        yield return Case("half-saved", () => Seeds.Of(place) is var good ? [.. good.AsSpan(0, good.Length / 2), .. new byte[good.Length / 2]] : []);
        yield return Case("noise", () => Noise(50_000), "workbook-unknown");
        yield return Case("csv", () => Encoding.UTF8.GetBytes("STT;Nhiệm vụ;Cơ quan chủ trì\n1;Rà soát;Sở Tư pháp\n"), "workbook-text");
        yield return Case("csv-with-mark", () => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("STT;Nhiệm vụ\n")], "workbook-text");
        yield return Case("text-utf-16", () => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("STT\tNhiệm vụ\n1\tRà soát\n")], "workbook-text");
        yield return Case("html", () => Encoding.UTF8.GetBytes("<html><table><tr><td>Nhiệm vụ</td></tr></table></html>"), "workbook-html");
        yield return Case("xml-2003", () => Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"),
            "workbook-html");
        yield return Case("rtf", () => Encoding.ASCII.GetBytes("{\\rtf1 Nhiem vu}"), "workbook-text");
        yield return Case("pdf", () => [.. Encoding.ASCII.GetBytes("%PDF-1.7\n%"), 0xE2, 0xE3, 0xCF, 0xD3, 0x0A, 0x00, 0x01], "workbook-unknown");
        yield return Case("gzip", () => Gzip(Seeds.Of(place)), "workbook-unknown");
        yield return Case("zip-of-nothing", () => [0x50, 0x4B, 5, 6, .. new byte[18]]);
        yield return Case("zip-of-zip", () => new RawZip().Add(new RawEntry("so.xlsx", Seeds.Of(place))).ToBytes(), "workbook-unknown");
        yield return Case("zip-of-text", () => new RawZip().Add(new RawEntry("a.txt", "a"u8.ToArray())).ToBytes(), "workbook-unknown");
        yield return Case("zip-twice", () => [.. Seeds.Of(place), .. Seeds.Of(place)]);
        yield return Case("zip-behind-program", () => [.. "MZ"u8, .. new byte[5_000], .. Seeds.Of(place)], "workbook-unknown");
        yield return Case("word",
            () =>
                new RawZip().Add(
                    new RawEntry("_rels/.rels",
                        "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='word/document.xml'/></Relationships>"u8.ToArray()))
                            .Add(new RawEntry("word/document.xml", "<document/>"u8.ToArray())).ToBytes(), "workbook-unknown");
        yield return Case("xlsb",
            () =>
                new RawZip().Add(
                    new RawEntry("_rels/.rels",
                        "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='xl/workbook.bin'/></Relationships>"u8.ToArray()))
                            .Add(new RawEntry("xl/workbook.bin", [0x83, 1, 0])).ToBytes(), "workbook-xlsb");
        yield return Case("ods", () => File.ReadAllBytes(Path.Combine(Repository.Folder, "tests", "CcHc.Adapters.Tests", "TestData", "libreoffice.ods")), "");
        yield return Case("password", () => File.ReadAllBytes(Path.Combine(Repository.Folder, "tests", "CcHc.Adapters.Tests", "TestData", "password.xlsx")),
            "workbook-password");
        yield return Case("bits-turned", () => [.. Seeds.Of(place).Select((b, i) => i % 1_000 == 999 ? (byte)(b ^ 0xFF) : b)]);

        yield return Spoilt("raw-as-it-is", (_, entry) => entry, "");
        yield return Spoilt("stored", (_, entry) => entry with { Method = 0 }, "");
        yield return Spoilt("with-descriptors", (_, entry) => entry with { Flags = 8 }, "");
        yield return Spoilt("time-of-nowhere", (_, entry) => entry with { Time = uint.MaxValue }, "");
        yield return Spoilt("time-zero", (_, entry) => entry with { Time = 0 }, "");
        yield return Spoilt("version-absurd", (_, entry) => entry with { Version = ushort.MaxValue });
        yield return Spoilt("extra-broken", (_, entry) => entry with { Extra = [0xFF, 0xFF, 0xFF, 0x7F, 1] });
        yield return Spoilt("extra-zip64-short", (_, entry) => entry with { Extra = [1, 0, 2, 0, 9, 9] });
        yield return Spoilt("zip64-sizes",
            (_, entry) => entry with { Size = uint.MaxValue, PackedSize = uint.MaxValue,
                Extra = [1, 0, 16, 0, .. BitConverter.GetBytes((long)entry.Content.Length), .. BitConverter.GetBytes(long.MaxValue)] });
        yield return Spoilt("zip64-negative",
            (_, entry) => entry with { Size = uint.MaxValue, PackedSize = uint.MaxValue,
                Extra = [1, 0, 16, 0, .. BitConverter.GetBytes(-1L), .. BitConverter.GetBytes(-1L)] });
        yield return Spoilt("zip64-place", (_, entry) => entry with { Place = uint.MaxValue, Extra = [1, 0, 8, 0, .. BitConverter.GetBytes(long.MinValue)] });
        yield return Spoilt("comment-of-zip", (_, entry) => entry);
        yield return Spoilt("names-mixed-encoding", (part, entry) => entry with { NameBytes = [.. Encoding.Latin1.GetBytes(part), 0xFF, 0xFE] });
        yield return Named("upper-case", part => part.ToUpperInvariant(), "");
        yield return Named("back-slashes", part => part.Replace('/', '\\'), "");
        yield return Named("leading-slash", part => "/" + part, "");
        yield return Named("dots", part => "./" + part);
        yield return Named("climbing", part => "../../" + part);
        yield return Named("with-null", part => part + "\0.txt");
        yield return Named("blank", _ => "");
        yield return Named("one-for-all", _ => "xl/workbook.xml");
        yield return Named("endless", part => part.Contains("sheet", StringComparison.Ordinal) ? new string('a', 65_000) : part);
        yield return Sheet("encrypted-entry", entry => entry with { Flags = 1 });
        yield return Sheet("packed-by-bzip2", entry => entry with { Method = 12 }, "workbook-damaged");
        yield return Sheet("packed-by-lzma", entry => entry with { Method = 14 }, "workbook-damaged");
        yield return Sheet("packed-by-deflate64", entry => entry with { Method = 9 });
        yield return Sheet("packed-by-99", entry => entry with { Method = 99 }, "workbook-damaged");
        yield return Sheet("stored-under-false-name", entry => entry with { Packed = entry.Content });
        yield return Sheet("wrong-sum", entry => entry with { Crc = 12345 });
        yield return Sheet("size-zero", entry => entry with { Size = 0 });
        yield return Sheet("size-one", entry => entry with { Size = 1 });
        yield return Sheet("size-huge", entry => entry with { Size = 0xFFFF_FFFE });
        yield return Sheet("packed-size-zero", entry => entry with { PackedSize = 0 });
        yield return Sheet("packed-size-huge", entry => entry with { PackedSize = 0xFFFF_FFFE });
        yield return Sheet("place-beyond", entry => entry with { Place = 0x7FFF_FFFF });
        yield return Sheet("place-of-another", entry => entry with { Place = 0 });
        yield return Sheet("place-in-middle", entry => entry with { Place = 7 });
        yield return Sheet("noise-packed", entry => entry with { Packed = Noise(5_000) }, "workbook-damaged");
        yield return Sheet("packed-cut", entry => entry with { Packed = Noise(1) });

        yield return Case("entries-told-none", () => Full(place, new RawZip { ToldEntries = 0 }));
        yield return Case("entries-told-more", () => Full(place, new RawZip { ToldEntries = 60_000 }));
        yield return Case("directory-told-at-start", () => Full(place, new RawZip { ToldPlace = 0 }));
        yield return Case("directory-told-beyond", () => Full(place, new RawZip { ToldPlace = 0x7FFF_FFFF }));
        yield return Case("directory-told-zip64", () => Full(place, new RawZip { ToldPlace = uint.MaxValue }));
        yield return Case("comment-like-an-end", () => Full(place, new RawZip { Comment = [0x50, 0x4B, 5, 6, .. new byte[18], .. new byte[60_000]] }));
        yield return Case("comment-longest", () => Full(place, new RawZip { Comment = new byte[65_535] }), "");
        yield return Case("something-before", () => Full(place, new RawZip { Before = [0x50, 0x4B, 3, 4, .. new byte[100]] }));
    }

    private static byte[] Full(Place place, RawZip zip)
    {
        var seed = SeedWorkbook.Of(place);
        foreach (var part in seed.Parts)
        {
            zip.Add(new RawEntry(part, Encoding.UTF8.GetBytes(seed[part])));
        }

        return zip.ToBytes();
    }

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(length).NextBytes(noise);
        noise[0] = 0x01;
        return noise;
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
