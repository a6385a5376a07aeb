using System.Globalization;
using System.Text;
using CcHc.Core.Sheets;

namespace CcHc.Hostile.Corpus;

/// <summary>Sheets of abnormal size or shape (trang tính bất thường), around a table their readers recognise.</summary>
internal static class SheetCases
{
    public static IEnumerable<HostileFile> All => Seeds.Tables.SelectMany(Of);

    private static IEnumerable<HostileFile> Of(Place place)
    {
        HostileFile Case(string name, Func<SeedWorkbook, SeedWorkbook> spoil, string? refusal = null, bool isSlow = false) =>
            new($"sheet/{name}/{place}", place, () => spoil(SeedWorkbook.Of(place)).ToBytes(), refusal) { IsSlow = isSlow, IsWholeDay = name is "as-it-is"
                or "cell-at-the-end" or "wide-row" or "headers-2000" };

        yield return Case("as-it-is", seed => seed, "");
        yield return Case("cell-at-the-end", seed => seed.Below(["<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"]), "");
        yield return Case("styled-rows-million",
            seed => seed.Below(Enumerable.Range(seed.LastRow + 1, 1_048_576 - seed.LastRow)
                .Select(row => $"<row r=\"{row}\" s=\"1\" customFormat=\"1\"><c r=\"A{row}\" s=\"1\"/></row>")), "", isSlow: true);
        yield return Case("spaces-million",
            seed => seed.Below(Enumerable.Range(seed.LastRow + 1, 300_000).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\" t=\"str\"><v> </v></c></row>")), "",
            isSlow: true);
        yield return Case("merge-of-all", seed => seed.Merges(["A1:XFD1048576"]));
        yield return Case("merge-of-all-below", seed => seed.Merges([$"A{seed.LastRow + 1}:XFD1048576"]), "");
        yield return Case("merge-over-many-rows", seed => seed.Below(Column(seed.LastRow + 1, 150_000, "x")).Merges(["A1:XFD1048576"]), isSlow: true);
        yield return Case("merge-over-rows-below", seed => seed.Below(Column(seed.LastRow + 2, 150_000, "x")).Merges([$"A{seed.LastRow + 1}:XFD1048576"]),
            isSlow: true);
        yield return Case("merges-overlapping",
            seed => seed.Copies(2_000).Merges(Enumerable.Range(seed.LastRow + 1, 2_000)
                .SelectMany(row => Enumerable.Range(1, 40).Select(k => $"A{row}:{(char)('A' + k % 8)}{row + k}"))));
        yield return Case("merges-tall", seed => seed.Copies(5_000).Merges(Enumerable.Range(1, 5_000).Select(k => $"A{seed.LastRow + 1}:H{seed.LastRow + k}")));
        yield return Case("merges-of-one-cell", seed => seed.Copies(1_000)
            .Merges(Enumerable.Range(seed.LastRow, 1_000).SelectMany(row => "ABCDEFGH".Select(column => $"{column}{row}:{column}{row}"))));
        yield return Case("merges-each-row", seed => seed.Below(Column(seed.LastRow + 1, 90_000, "Mục"))
            .Merges(Enumerable.Range(seed.LastRow + 1, 90_000).Select(row => $"A{row}:H{row}")), isSlow: true);
        yield return Case("merges-turned-round", seed => seed.Merges(["H9:A1", "C5:B9", "A0:B2", "A1:A1:A2", ":", "A1", "1:5", "A:C", "$A$1:$B$3"]));
        yield return Case("wide-row", seed => seed.Below([Wide(seed.LastRow + 1, "x")]), "");
        yield return Case("wide-rows", seed => seed.Below(Enumerable.Range(seed.LastRow + 1, 150).Select(row => Wide(row, "việc"))), isSlow: true);
        yield return Case("wide-header", seed => seed.Edit(seed.Sheet, xml => WidenFirstFullRow(xml, seed, "Ghi chú")));
        yield return Case("wide-header-above-rows", seed => seed.Edit(seed.Sheet, xml => WidenFirstFullRow(xml, seed, "Ghi chú")).Copies(5_000), isSlow: true);
        yield return Case("rows-20-thousand", seed => seed.Copies(20_000));
        yield return Case("rows-290-thousand", seed => seed.Copies(290_000), isSlow: true);
        yield return Case("rows-310-thousand", seed => seed.Copies(310_000), isSlow: true);
        yield return Case("rows-far-apart",
            seed => seed.Below(Enumerable.Range(1, 5_000).Select(i => SeedWorkbook.Renumber(seed.Row, seed.LastRow + i * 200))));
        yield return Case("short-rows", seed => seed.Below(Column(seed.LastRow + 1, 100_000, "việc nhỏ")), isSlow: true);
        yield return Case("short-rows-as-headings", seed => seed.Below(Column(seed.LastRow + 1, 50_000, "I. MỤC LỚN")), isSlow: true);
        yield return Case("short-rows-as-numbers", seed => seed.Below(Column(seed.LastRow + 1, 50_000, "1")), isSlow: true);
        yield return Case("signatures", seed => seed.Below(Column(seed.LastRow + 1, 50_000, "Nơi nhận:")), isSlow: true);
        yield return Case("notes", seed => seed.Below(Column(seed.LastRow + 1, 50_000, "Ghi chú: xem trên")), isSlow: true);
        yield return Case("headers-repeated", seed => seed.Below(HeaderRows(seed, 20_000, _ => "")), isSlow: true);
        yield return Case("headers-each-different", seed => seed.Below(HeaderRows(seed, 20_000, row => $" ({row})")), isSlow: true);
        yield return Case("headers-2000", seed => seed.Below(HeaderRows(seed, 2_000, row => $" ({row})")));
        yield return Case("texts-of-every-length",
            seed => seed.Below(Enumerable.Range(0, 200)
                .Select(i => SeedWorkbook.Renumber(SeedWorkbook.Retext(seed.Row, _ => new string('ă', i * 160)), seed.LastRow + 1 + i))));
        yield return Case("same-text-everywhere",
            seed => seed.Below(Enumerable.Range(seed.LastRow + 1, 20_000)
                .Select(row => SeedWorkbook.Renumber(SeedWorkbook.Retext(seed.Row, _ => "Sở Tư pháp"), row))), isSlow: true);
        yield return Case("continuations",
            seed => seed.Below(Enumerable.Range(seed.LastRow + 1, 20_000)
                .Select(row => SeedWorkbook.Renumber(SeedWorkbook.Retext(seed.Row, i => i < 3 ? "" : $"Báo cáo {row}"), row))), isSlow: true);
        yield return Case("rows-out-of-order", seed => seed.Below([SeedWorkbook.Renumber(seed.Row, 2)]), "workbook-damaged");
        yield return Case("rows-twice", seed => seed.Below([SeedWorkbook.Renumber(seed.Row, seed.LastRow)]), "workbook-damaged");
        yield return Case("row-zero", seed => seed.Below(["<row r=\"0\"><c><v>1</v></c></row>"]));
        yield return Case("row-negative", seed => seed.Below(["<row r=\"-5\"><c r=\"A-5\"><v>1</v></c></row>"]));
        yield return Case("row-beyond", seed => seed.Below(["<row r=\"1048577\"><c><v>1</v></c></row>"]), "workbook-damaged");
        yield return Case("row-absurd", seed => seed.Below(["<row r=\"99999999999999999999\"><c><v>1</v></c></row>"]));
        yield return Case("cells-without-address",
            seed => seed.Edit(seed.Sheet, xml => System.Text.RegularExpressions.Regex.Replace(xml, "<c r=\"[A-Z]+[0-9]+\"", "<c")));
        yield return Case("cells-twice",
            seed => seed.Below([$"<row r=\"{seed.LastRow + 1}\"><c r=\"A{seed.LastRow + 1}\"><v>1</v></c><c r=\"A{seed.LastRow + 1}\"><v>2</v></c></row>"]),
            "workbook-damaged");
        yield return Case("cells-in-another-row",
            seed => seed.Below([$"<row r=\"{seed.LastRow + 1}\"><c r=\"A3\"><v>1</v></c><c r=\"B900000\"><v>2</v></c></row>"]), "");
        yield return Case("columns-hidden-all",
            seed =>
                seed.Edit(seed.Sheet,
                    xml => xml.Replace("<sheetData>", "<cols><col min=\"1\" max=\"2147483647\" hidden=\"1\"/></cols><sheetData>", StringComparison.Ordinal)),
                    "");
        yield return Case("columns-hidden-often",
            seed =>
                seed.Edit(seed.Sheet,
                    xml =>
                        xml.Replace("<sheetData>",
                            $"<cols>{string.Concat(Enumerable.Repeat("<col min=\"1\" max=\"16384\" hidden=\"1\"/>", 100_000))}</cols><sheetData>",
                            StringComparison.Ordinal)), isSlow: true);
        yield return Case("rows-hidden-all", seed => seed.Edit(seed.Sheet, xml => xml.Replace("<row ", "<row hidden=\"1\" ", StringComparison.Ordinal)), "");
    }

    /// <summary>Rows with one text in their first column.</summary>
    private static IEnumerable<string> Column(int first, int count, string text) =>
        Enumerable.Range(first, count).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\" t=\"str\"><v>{text}</v></c></row>");

    private static string Wide(int row, string text)
    {
        var cells = new StringBuilder();
        for (var column = 1; column <= 16_384; column++)
        {
            cells.Append(CultureInfo.InvariantCulture, $"<c r=\"{CellName.Of(row, column)}\" t=\"str\"><v>{text}</v></c>");
        }

        return $"<row r=\"{row}\">{cells}</row>";
    }

    /// <summary>The row with the most texts above the data, most likely the header, over all columns Excel has.</summary>
    private static string WidenFirstFullRow(string xml, SeedWorkbook seed, string text)
    {
        var header = HeaderOf(xml, seed);
        var last = System.Text.RegularExpressions.Regex.Matches(header, " r=\"([A-Z]+)([0-9]+)\"")[^1];
        var row = int.Parse(last.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        var first = last.Groups[1].Value.Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1) + 1;
        var cells =
            string.Concat(Enumerable.Range(first, 16_384 - first + 1).Select(column => $"<c r=\"{CellName.Of(row, column)}\" t=\"str\"><v>{text}</v></c>"));
        return xml.Replace(header, SeedWorkbook.InsertBefore(header, "</row>", cells), StringComparison.Ordinal);
    }

    private static IEnumerable<string> HeaderRows(SeedWorkbook seed, int count, Func<int, string> more)
    {
        var header = HeaderOf(seed[seed.Sheet], seed);
        return Enumerable.Range(seed.LastRow + 1, count)
            .Select(
                row => SeedWorkbook.Renumber(more(row).Length == 0
                    ? header : SeedWorkbook.InsertBefore(header, "</row>", $"<c r=\"Z{row}\" t=\"str\"><v>Cột{more(row)}</v></c>"), row));
    }

    /// <summary>The first row with at least as many texts as half the fullest one.</summary>
    private static string HeaderOf(string xml, SeedWorkbook seed) =>
        System.Text.RegularExpressions.Regex.Matches(xml, "<row .*?</row>", System.Text.RegularExpressions.RegexOptions.Singleline).Select(match => match.Value)
            .First(row => Texts(row) * 2 >= Texts(seed.Row) && Texts(row) > 2);

    private static int Texts(string row) => System.Text.RegularExpressions.Regex.Count(row, "<(v|is)>");
}
