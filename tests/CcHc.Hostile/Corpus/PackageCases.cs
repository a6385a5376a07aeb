using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CcHc.Hostile.Corpus;

/// <summary>
/// Packages whose parts are missing, misplaced, written oddly or point outside (gói bất thường), and what they carry that must never be opened.
/// </summary>
internal static class PackageCases
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly Place[] Both = [Place.Register, Place.Report];

    public static IEnumerable<HostileFile> All => Both.SelectMany(Of).Concat(Seeds.Tables.SelectMany(Values));

    private static IEnumerable<HostileFile> Of(Place place)
    {
        HostileFile Case(string name, Func<SeedWorkbook, SeedWorkbook> spoil, string? refusal = null) =>
            new($"package/{name}/{place}", place, () => spoil(SeedWorkbook.Of(place)).ToBytes(), refusal);

        foreach (var part in SeedWorkbook.Of(place).Parts)
        {
            yield return Case($"without-{part.Replace('/', '-')}", seed => seed.Without(part));
            yield return Case($"empty-{part.Replace('/', '-')}", seed => seed.Part(part, ""));
            yield return Case($"binary-{part.Replace('/', '-')}", seed => seed.Part(part, [0, 1, 2, 0xFF, 0xFE]));
            yield return Case($"utf-16-{part.Replace('/', '-')}",
                seed => seed.Part(part, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(seed[part])]));
            yield return Case($"dtd-in-{part.Replace('/', '-')}",
                seed =>
                    seed.Edit(part, xml => "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;&x;&x;\">]>"
                        + Regex.Replace(xml, @"^\s*<\?xml.*?\?>", "")));
            yield return Case($"cut-{part.Replace('/', '-')}", seed => seed.Edit(part, xml => xml[..(xml.Length / 2)]));
        }

        var bomb = "<!DOCTYPE worksheet [<!ENTITY a0 \"aaaaaaaaaa\">"
            + string.Concat(Enumerable.Range(1, 12).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">")) + "]>";
        yield return Case("entity-bomb",
            seed =>
                seed.Edit(seed.Sheet, xml => bomb + Body(xml)
                    .Replace("</sheetData>", "<row><c t=\"str\"><v>&a12;</v></c></row></sheetData>", StringComparison.Ordinal)), "workbook-dtd");
        yield return Case("entity-file", seed => seed.Edit(seed.Sheet, xml => "<!DOCTYPE worksheet [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>" + Body(xml)),
            "workbook-dtd");
        yield return Case("entity-network", seed => seed.Edit(seed.Sheet, xml => "<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1:9/x.dtd\">" + Body(xml)),
            "workbook-dtd");
        yield return Case("no-namespace", seed => seed.Edit(seed.Sheet, xml => Regex.Replace(xml, " xmlns(:[a-z0-9]+)?=\"[^\"]*\"", "")));
        yield return Case("strict-namespace",
            seed =>
                seed.Edit(seed.Sheet,
                    xml => xml.Replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
                        StringComparison.Ordinal)), "");
        yield return Case("prefixed",
            seed => seed.Edit(seed.Sheet, xml => Regex.Replace(Regex.Replace(xml, "<(/?)([a-zA-Z])", "<$1x:$2"), "xmlns=\"", "xmlns:x=\"")), "");
        yield return Case("encoding-lies", seed => seed.Edit(seed.Sheet, xml => "<?xml version=\"1.0\" encoding=\"utf-16\"?>" + Body(xml)), "");
        yield return Case("encoding-windows-1258", seed => seed.Edit(seed.Sheet, xml => "<?xml version=\"1.0\" encoding=\"windows-1258\"?>" + Body(xml)), "");
        yield return Case("xml-1-1", seed => seed.Edit(seed.Sheet, xml => "<?xml version=\"1.1\"?>" + Body(xml)));
        yield return Case("control-characters",
            seed => seed.Below([$"<row r=\"{seed.LastRow + 1}\"><c t=\"str\"><v>a\u0001\u0008\u001F&#1;&#x1F;\uFFFE\uFFFF</v></c></row>"]));
        yield return Case("null-characters", seed => seed.Below([$"<row r=\"{seed.LastRow + 1}\"><c t=\"str\"><v>a&#0;b\u0000c</v></c></row>"]));
        yield return Case("lone-surrogates", seed => seed.Below([$"<row r=\"{seed.LastRow + 1}\"><c t=\"str\"><v>a&#xD800;b&#xDC00;c</v></c></row>"]));
        yield return Case("invalid-utf-8", seed => seed.Part(seed.Sheet, Encoding.Latin1.GetBytes(seed[seed.Sheet])));
        yield return Case("workbook-is-a-sheet", seed => seed.Part("xl/workbook.xml", seed[seed.Sheet]), "workbook-unknown");
        yield return Case("sheet-is-the-workbook", seed => seed.Part(seed.Sheet, seed["xl/workbook.xml"]));
        yield return Case("sheets-point-to-passwd", seed => Targets(seed, "worksheet", _ => "../../../../etc/passwd"), "workbook-damaged");
        yield return Case("sheets-point-to-a-file", seed => Targets(seed, "worksheet", _ => "file:///etc/passwd"), "workbook-damaged");
        yield return Case("sheets-point-to-a-share", seed => Targets(seed, "worksheet", _ => @"\\127.0.0.1\c$\x"), "workbook-damaged");
        yield return Case("sheets-point-outside",
            seed =>
                seed.Edit("xl/_rels/workbook.xml.rels", xml => xml.Replace("/worksheet\"", "/worksheet\" TargetMode=\"External\"", StringComparison.Ordinal)));
        yield return Case("sheets-point-to-themselves", seed => Targets(seed, "worksheet", _ => "workbook.xml"));
        yield return Case("sheets-point-in-upper-case", seed => Targets(seed, "worksheet", target => target.ToUpperInvariant()), "");
        yield return Case("sheets-point-with-back-slashes", seed => Targets(seed, "worksheet", target => target.Replace('/', '\\')), "");
        yield return Case("sheets-point-escaped", seed => Targets(seed, "worksheet", target => target.Replace("s", "%73", StringComparison.Ordinal)), "");
        yield return Case("sheets-point-with-query", seed => Targets(seed, "worksheet", target => target + "?a=b#c"));
        yield return Case("workbook-points-outside",
            seed =>
                seed.Edit("_rels/.rels",
                    xml => xml.Replace("Target=\"xl/workbook.xml\"", "Target=\"http://127.0.0.1:9/w.xml\" TargetMode=\"External\"", StringComparison.Ordinal)));
        yield return Case("relationship-ids-alike", seed => seed.Edit("xl/_rels/workbook.xml.rels", xml => Regex.Replace(xml, " Id=\"[^\"]*\"", " Id=\"a\"")));
        yield return Case("sheet-names-alike",
            seed => seed.Edit("xl/workbook.xml", xml => Regex.Replace(xml, "(<sheet [^>]*)name=\"[^\"]*\"", "$1name=\"T\"")));
        yield return Case("sheet-names-blank", seed => seed.Edit("xl/workbook.xml", xml => Regex.Replace(xml, "(<sheet [^>]*)name=\"[^\"]*\"", "$1name=\"\"")));
        yield return Case("sheet-names-absurd",
            seed =>
                seed.Edit("xl/workbook.xml",
                    xml => Regex.Replace(xml, "(<sheet [^>]*)name=\"[^\"]*\"", "$1name=\"../..\\:*?[]'=1+1&#10;&#9;\u202E&#xD800;\"")));
        yield return Case("sheet-names-endless",
            seed => seed.Edit("xl/workbook.xml", xml => Regex.Replace(xml, "(<sheet [^>]*)name=\"[^\"]*\"", $"$1name=\"{new string('ă', 400_000)}\"")));
        yield return Case("sheets-all-hidden",
            seed =>
                seed.Edit("xl/workbook.xml", xml => xml.Replace("<sheet ", "<sheet state=\"veryHidden\" ", StringComparison.Ordinal)
                    .Replace("state=\"veryHidden\" state=\"visible\"", "state=\"veryHidden\"", StringComparison.Ordinal)));
        yield return Case("no-sheets", seed => seed.Edit("xl/workbook.xml", xml => Regex.Replace(xml, "<sheet .*?/>", "")));
        yield return Case("saved-in-the-future",
            seed => seed.Edit("docProps/core.xml", xml => Regex.Replace(xml, "20[0-9]{2}-[0-9]{2}-[0-9]{2}T", "9999-12-31T")));
        yield return Case("saved-never", seed => seed.Edit("docProps/core.xml", xml => Regex.Replace(xml, "20[0-9]{2}-[0-9]{2}-[0-9]{2}T", "0000-99-99T")));
        yield return Case("saved-with-elements", seed => seed.Edit("docProps/core.xml", xml => Regex.Replace(xml, "20[0-9]{2}-[0-9]{2}-[0-9]{2}T", "<a/>")));

        yield return Case("macros", seed => seed.Part("xl/vbaProject.bin", [0xD0, 0xCF, 1, 2])) with { Extension = ".xlsm" };
        yield return Case("objects", seed => seed.Part("xl/embeddings/oleObject1.bin", [1]).Part("xl/activeX/activeX1.bin", [1]), "");
        yield return Case("outside-link", seed => seed.Part("xl/externalLinks/externalLink1.xml", "<externalLink><externalBook/></externalLink>")
            .Part("xl/externalLinks/_rels/externalLink1.xml.rels",
                $"<Relationships><Relationship Id=\"r\" Type=\"{Relations}/externalLinkPath\" Target=\"file:///{new string('S', 100_000)}\" TargetMode=\"External\"/></Relationships>"), "");
        yield return Case("outside-link-broken", seed => seed.Part("xl/externalLinks/externalLink1.xml", "<externalLink><"));
        yield return Case("dde",
            seed => seed.Part("xl/externalLinks/externalLink1.xml",
                $"<externalLink><ddeLink ddeService=\"cmd&#1;\" ddeTopic=\"/c {new string('x', 50_000)}\"/></externalLink>"), "");
        yield return Case("web-query",
            seed => seed.Part("xl/connections.xml", "<connections><connection name=\"x\"><webPr url=\"http://127.0.0.1:9/\"/></connection></connections>"), "");
        yield return Case("styles-cut",
            seed => seed.Edit("xl/styles.xml", xml => Regex.Replace(xml, "<cellXfs.*?</cellXfs>", "", RegexOptions.Singleline)), "");
        yield return Case("style-fonts-astray",
            seed => seed.Edit("xl/styles.xml", xml => Regex.Replace(xml, "fontId=\"[0-9]+\"", "fontId=\"4000000000\"")), "");
        yield return Case("formats-odd", seed => seed.Edit("xl/styles.xml", xml => Regex.Replace(xml, "formatCode=\"[^\"]*\"", "formatCode=\"[[;\\\"")), "");
    }

    /// <summary>One odd cell in every column of a row below the table.</summary>
    private static IEnumerable<HostileFile> Values(Place place)
    {
        HostileFile Case(string name, string attributes, string content, string? refusal = null) => new($"value/{name}/{place}", place, () =>
        {
            var seed = SeedWorkbook.Of(place);
            var styles = Regex.Match(seed["xl/styles.xml"], "<cellXfs.*?</cellXfs>", RegexOptions.Singleline).Value;
            seed.Edit("xl/styles.xml", xml => xml.Replace("</cellXfs>", "<xf numFmtId=\"14\"/></cellXfs>", StringComparison.Ordinal));
            var written = attributes.Replace("DATE", Regex.Count(styles, "<xf ").ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            string[] rows = [Cells(seed.Row, "B-Z", written, content), Cells(seed.Row, "A-Z", written, content)];
            return seed.Below(rows.Select((row, i) => SeedWorkbook.Renumber(row, seed.LastRow + 1 + i))).ToBytes();
        }, refusal);

        foreach (var number in new[] { "NaN", "INF", "-INF", "Infinity", "1E400", "-1E400", "1E308", "-1E308", "1e-320", "0x1F", "1,5", "１２", "-0",
            "99999999999999999999999999", "60", "0", "-1", "2958465.99999999", "2958466", "0.9999999999", " 5 ", "" })
        {
            yield return Case($"number-{number.Trim()}", "", $"<v>{number}</v>");
            yield return Case($"date-{number.Trim()}", "s=\"DATE\"", $"<v>{number}</v>");
        }

        foreach (var day in new[] { "0001-01-01", "0050-06-15T00:00:00", "0099-12-31", "0100-01-01", "1899-12-29", "1899-12-31", "9999-12-31T23:59:59.9999999",
            "10000-01-01", "2026-02-31", "2026-06-15T25:00:00", "2026-06-15T00:00:00+99:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00",
            "2026", "T" })
        {
            yield return Case($"day-{day}", "t=\"d\"", $"<v>{day}</v>");
        }

        yield return Case("shared-beyond", "t=\"s\"", "<v>99999</v>", "workbook-damaged");
        yield return Case("shared-negative", "t=\"s\"", "<v>-1</v>", "workbook-damaged");
        yield return Case("shared-word", "t=\"s\"", "<v>x</v>", "workbook-damaged");
        yield return Case("style-beyond", "s=\"99999\"", "<v>46000</v>", "");
        yield return Case("style-word", "s=\"x\"", "<v>46000</v>", "");
        yield return Case("type-unknown", "t=\"zzz\"", "<v>1</v>", "");
        yield return Case("boolean-odd", "t=\"b\"", "<v>2</v>", "");
        yield return Case("error-odd", "t=\"e\"", "<v>#WHAT!</v>", "");
        yield return Case("error-endless", "t=\"e\"", $"<v>#{new string('N', 60_000)}</v>", "");
        yield return Case("inline-without-text", "t=\"inlineStr\"", "<is/>", "");
        yield return Case("inline-as-value", "t=\"inlineStr\"", "<v>x</v>", "");
        yield return Case("value-with-elements", "", "<v>1<b>2</b>3</v>");
        yield return Case("two-values", "", "<v>1</v><v>2</v>");
        yield return Case("formula-without-value", "", "<f>1+1</f>", "");
        yield return Case("formula-of-today", "", "<f>TODAY()</f><v>46000</v>", "");
        yield return Case("formula-shared-endless", "", "<f t=\"shared\" si=\"99999999999\">NOW()</f><v>46000</v>", "");
    }

    /// <summary>The row with its cells of some columns written anew.</summary>
    private static string Cells(string row, string columns, string attributes, string content) =>
        Regex.Replace(row, $"<c [^>]*?\\br=\"([{columns}][0-9]+)\"[^>]*?(?:/>|>.*?</c>)",
            match => $"<c r=\"{match.Groups[1].Value}\" {attributes}>{content}</c>");

    private static SeedWorkbook Targets(SeedWorkbook seed, string kind, Func<string, string> change) => seed.Edit("xl/_rels/workbook.xml.rels", xml =>
        Regex.Replace(xml, "<Relationship [^>]*>",
            match => match.Value.Contains($"/{kind}\"", StringComparison.Ordinal)
                ? Regex.Replace(match.Value, " Target=\"([^\"]*)\"", target => $" Target=\"{change(target.Groups[1].Value)}\"") : match.Value));

    private static string Body(string xml) => Regex.Replace(xml, @"^\s*<\?xml.*?\?>", "");
}
