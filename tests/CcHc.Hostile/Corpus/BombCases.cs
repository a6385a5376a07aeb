using System.IO.Compression;
using System.Text;

namespace CcHc.Hostile.Corpus;

/// <summary>Small files that swell (bom nén): by bytes, by entries, by strings, by white space, by nesting, by names.</summary>
internal static class BombCases
{
    public static IEnumerable<HostileFile> All => [.. Sizes(), .. Shapes(Place.Register), .. Shapes(Place.Report)];

    private static IEnumerable<HostileFile> Sizes()
    {
        foreach (var part in new[] { "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
            "_rels/.rels", "docProps/core.xml" })
        {
            // What is not read cannot swell: of a report the saved time is, of a register not.
            foreach (var place in new[] { Place.Register, Place.Report })
            {
                yield return Bomb($"spaces-500-mb-in-{Path.GetFileName(part)}/{place}", place, part, 500, " ");
            }
        }

        yield return Bomb("rows-2-gb", Place.Register, "xl/worksheets/sheet1.xml", 2_000, "<row/>", refusal: "workbook-damaged");
        yield return Bomb("spaces-2-gb", Place.Register, "xl/worksheets/sheet1.xml", 2_000, " ");
        yield return Bomb("texts-500-mb", Place.Register, "xl/sharedStrings.xml", 500, "<si><t>a</t></si>");
        yield return Bomb("one-text-500-mb", Place.Register, "xl/sharedStrings.xml", 500, "<!--->", "<si><t>", "</t></si>", fill: 'a');
        yield return Bomb("comments-500-mb", Place.Register, "xl/worksheets/sheet1.xml", 500, "<!-- xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx -->",
            refusal: null);
        yield return Bomb("instructions-500-mb", Place.Register, "xl/worksheets/sheet1.xml", 500, "<?a bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb?>",
            refusal: null);
        yield return Bomb("drawing-500-mb-never-opened", Place.Register, "xl/drawings/drawing1.xml", 500, " ", refusal: "");
        yield return Bomb("styled-wide-rows-300-mb", Place.Register, "xl/worksheets/sheet1.xml", 300,
            string.Concat(
                Enumerable.Repeat(
                    "<row s=\"1\" customFormat=\"1\"><c s=\"1\"/><c s=\"1\"/><c s=\"1\"/><c s=\"1\"/><c s=\"1\"/><c s=\"1\"/><c s=\"1\"/><c s=\"1\"/></row>",
                    1)), refusal: null);
    }

    private static IEnumerable<HostileFile> Shapes(Place place)
    {
        HostileFile Case(string name, Func<SeedWorkbook, SeedWorkbook> spoil, string? refusal = null) =>
            new($"bomb/{name}/{place}", place, () => spoil(SeedWorkbook.Of(place)).ToBytes(CompressionLevel.Fastest), refusal) { IsSlow = true };

        yield return new HostileFile($"bomb/entries-100-thousand/{place}", place, () => Entries(100_000), "workbook-swollen") { IsSlow = true };
        yield return new HostileFile($"bomb/entries-4900/{place}", place, () => Entries(4_900), "workbook-unknown");
        yield return new HostileFile($"bomb/nested/{place}", place, () => Nested(12), "workbook-unknown");
        yield return Case("strings-900-thousand", seed => Strings(seed, Enumerable.Range(0, 900_000).Select(i => $"<si><t>{i}</t></si>")));
        yield return Case("strings-2-million", seed => Strings(seed, Enumerable.Repeat("<si/>", 2_000_000)), "workbook-swollen");
        yield return Case("string-of-a-million-runs",
            seed => Strings(seed, ["<si>", .. Enumerable.Repeat("<r><rPr><rFont val=\".VnTime\"/></rPr><t>a</t></r>", 1_000_000), "</si>"]));
        yield return Case("string-of-empty-runs", seed => Strings(seed, ["<si>", .. Enumerable.Repeat("<r><t/></r>", 3_000_000), "</si>"]));
        yield return Case("strings-long", seed => Strings(seed, Enumerable.Repeat($"<si><t>{new string('x', 32_000)}</t></si>", 1_500)), "workbook-swollen");
        yield return Case("string-of-entities", seed => Strings(seed, ["<si><t>", .. Enumerable.Repeat("&amp;", 30_000), "</t></si>"]));
        yield return Case("string-of-million-entities", seed => Strings(seed, ["<si><t>", .. Enumerable.Repeat("&#10;", 1_000_000), "</t></si>"]),
            "workbook-swollen");
        yield return Case("string-in-pieces", seed => Strings(seed, ["<si><t>", .. Enumerable.Repeat("a<!-- -->", 500_000), "</t></si>"]));
        yield return Case("nesting-a-million", seed => seed.Below([string.Concat(Enumerable.Repeat("<a>", 1_000_000))]), "workbook-swollen");
        yield return Case("names-a-million", seed => seed.Below(Enumerable.Range(0, 1_000_000).Select(i => $"<a{i}/>")), "workbook-swollen");
        yield return Case("attributes-50-thousand", seed => seed.Below([$"<row {string.Concat(Enumerable.Range(0, 50_000).Select(i => $"a{i}=\"\" "))}/>"]));
        yield return Case("attribute-of-a-megabyte", seed => seed.Below([$"<row spans=\"{new string('1', 1_500_000)}\"/>"]), "workbook-swollen");
        yield return Case("namespaces-20-thousand",
            seed => seed.Below([$"<row {string.Concat(Enumerable.Range(0, 20_000).Select(i => $"xmlns:a{i}=\"b{i}\" "))}/>"]));
        yield return Case("inline-text-giant",
            seed => seed.Below([$"<row r=\"{seed.LastRow + 1}\"><c t=\"inlineStr\"><is><t>{new string('ă', 500_000)}</t></is></c></row>"]), "workbook-swollen");
        yield return Case("formula-giant",
            seed => seed.Below([$"<row r=\"{seed.LastRow + 1}\"><c><f>{string.Concat(Enumerable.Repeat("\"TODAY(\"&amp;", 60_000))}</f><v>1</v></c></row>"]));
        yield return Case("formulas-many",
            seed =>
                seed.Below([$"<row r=\"{seed.LastRow + 1}\">", .. Enumerable.Range(0, 3_000)
                    .Select(_ => $"<c><f>{string.Concat(Enumerable.Repeat("'TODAY(", 600))}</f><v>1</v></c>"), "</row>"]));
        yield return Case("styles-65-thousand",
            seed => Styles(seed, "cellXfs", Enumerable.Range(0, 65_000).Select(i => $"<xf numFmtId=\"{i % 50}\" fontId=\"0\"/>")));
        yield return Case("fonts-65-thousand",
            seed => Styles(seed, "fonts", Enumerable.Range(0, 65_000).Select(i => $"<font><name val=\".VnTime{i}\"/></font>")));
        yield return Case("formats-95-thousand",
            seed =>
                seed.Edit("xl/styles.xml",
                    xml =>
                        InsertAfterRoot(xml,
                            $"<numFmts>{string.Concat(Enumerable.Range(200, 95_000).Select(i => $"<numFmt numFmtId=\"{i}\" formatCode=\"{new string('[', 200)}\"/>"))}</numFmts>")));
        yield return Case("sheets-of-one-part", seed => seed.Edit("xl/workbook.xml", xml => ManySheets(xml, 450)), "workbook-swollen");
        yield return Case("sheets-too-many", seed => seed.Edit("xl/workbook.xml", xml => ManySheets(xml, 600)), "workbook-swollen");
        yield return Case("relationships-100-thousand",
            seed =>
                seed.Edit("xl/_rels/workbook.xml.rels",
                    xml =>
                        SeedWorkbook.InsertBefore(xml, "</Relationships>",
                            string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<Relationship Id=\"x{i}\" Type=\"a/b\" Target=\"c\"/>")))),
                            "workbook-swollen");
        yield return Case("relationship-climbing",
            seed =>
                seed.Edit("xl/_rels/workbook.xml.rels",
                    xml => SeedWorkbook.InsertBefore(xml, "</Relationships>",
                        $"<Relationship Id=\"x\" Type=\"a/b\" Target=\"{string.Concat(Enumerable.Repeat("a/../", 190_000))}\"/>")));
        yield return Case("outside-links-4000", seed =>
        {
            for (var i = 0; i < 4_000; i++)
            {
                seed.Part($"xl/externalLinks/externalLink{i}.xml", "<externalLink><ddeLink ddeService=\"cmd\" ddeTopic=\"/c calc\"/></externalLink>");
            }

            return seed;
        }, "");
    }

    private static HostileFile Bomb(string name, Place place, string part, int megabytes, string repeated, string open = "", string close = "",
        char fill = '\0', string? refusal = "workbook-swollen") =>
        new($"bomb/{name}", place, () => Grown(place, part, megabytes, fill == '\0' ? repeated : new string(fill, 1_000), open, close),
            part == "docProps/core.xml" ? "" : refusal) { IsSlow = true };

    /// <summary>A part of so many megabytes, well-formed to its end, packed as tightly as can be.</summary>
    private static byte[] Grown(Place place, string part, int megabytes, string repeated, string open, string close)
    {
        var seed = SeedWorkbook.Of(place);
        var own = seed.Parts.Contains(part) ? seed[part] : "<r></r>";
        var at = own.EndsWith("/>", StringComparison.Ordinal) ? own.Length : own.LastIndexOf("</", StringComparison.Ordinal);
        if (part.Contains("worksheets", StringComparison.Ordinal))
        {
            (part, own) = (seed.Sheet, seed[seed.Sheet]);
            at = own.IndexOf("</sheetData>", StringComparison.Ordinal);
        }

        if (part == "xl/sharedStrings.xml" && !seed.Parts.Contains(part))
        {
            (own, at) = ("<sst></sst>", "<sst>".Length);
            WithStrings(seed);
        }

        seed.Without(part);
        using var bytes = new MemoryStream();
        bytes.Write(seed.ToBytes());
        using var grown = new MemoryStream();
        using (var from = new ZipArchive(bytes, ZipArchiveMode.Read))
        using (var to = new ZipArchive(grown, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var content = entry.Open();
                using var copy = to.CreateEntry(entry.FullName).Open();
                content.CopyTo(copy);
            }

            using var swollen = to.CreateEntry(part, CompressionLevel.Optimal).Open();
            swollen.Write(Encoding.UTF8.GetBytes(own[..at] + open));
            var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(repeated, (1 << 20) / repeated.Length + 1)));
            for (var written = 0L; written < (long)megabytes << 20; written += block.Length)
            {
                swollen.Write(block);
            }

            swollen.Write(Encoding.UTF8.GetBytes(close + own[at..]));
        }

        return grown.ToArray();
    }

    private static byte[] Entries(int count)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < count; i++)
            {
                zip.CreateEntry(FormattableString.Invariant($"xl/worksheets/sheet{i}.xml"));
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Nested(int depth)
    {
        var inner = new byte[1 << 20];
        for (var i = 0; i < depth; i++)
        {
            var zip = new RawZip();
            for (var k = 0; k < 10; k++)
            {
                zip.Add(new RawEntry(FormattableString.Invariant($"{k}.xlsx"), k == 0 ? inner : []));
            }

            inner = zip.ToBytes();
        }

        return inner;
    }

    private static SeedWorkbook Strings(SeedWorkbook seed, IEnumerable<string> items) =>
        WithStrings(seed)
            .Part("xl/sharedStrings.xml", $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{string.Concat(items)}</sst>");

    private static SeedWorkbook WithStrings(SeedWorkbook seed) =>
        seed.Edit("xl/_rels/workbook.xml.rels", xml => xml.Contains("sharedStrings", StringComparison.Ordinal)
            ? xml
            : SeedWorkbook.InsertBefore(xml, "</Relationships>",
                "<Relationship Id=\"rStrings\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/>"));

    private static SeedWorkbook Styles(SeedWorkbook seed, string list, IEnumerable<string> items) =>
        seed.Edit("xl/styles.xml", xml => SeedWorkbook.InsertBefore(xml, $"</{list}>", string.Concat(items)));

    private static string InsertAfterRoot(string xml, string inserted)
    {
        var root = xml.IndexOf('>', xml.IndexOf("<styleSheet", StringComparison.Ordinal)) + 1;
        return xml.Insert(root, inserted);
    }

    private static string ManySheets(string xml, int count)
    {
        var sheet = System.Text.RegularExpressions.Regex.Match(xml, "<sheet [^>]*/>").Value;
        return SeedWorkbook.InsertBefore(xml, "</sheets>",
            string.Concat(Enumerable.Range(0, count).Select(i => System.Text.RegularExpressions.Regex.Replace(sheet, " name=\"[^\"]*\"", $" name=\"T{i}\""))));
    }
}
