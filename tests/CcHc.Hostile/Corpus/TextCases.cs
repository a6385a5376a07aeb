using System.Security;

namespace CcHc.Hostile.Corpus;

/// <summary>Texts that are long, repeat themselves or try something (chữ trong ô), in every column of a row in turn and all at once.</summary>
internal static class TextCases
{
    private const int Longest = 32_767;

    private static readonly (string Name, string Text)[] Pieces =
    [
        ("letters", "ă"), ("words", "việc "), ("spaces", " "), ("lines", "- \n"), ("brackets", "("), ("closing", ")"), ("digits", "1"), ("dotted", "1."),
        ("dashes", "-"), ("semicolons", ";"),
        ("commas", "a, "), ("quarters", "Quý I năm 2026; "), ("days", "ngày 31/12/2026, "), ("before", "trước ngày 20 tháng cuối quý "),
        ("months", "tháng 1, "), ("years", "2026-"), ("every", "hằng tháng, hằng quý và "),
        ("agencies", "Sở Tư pháp; "), ("agencies-and", "Sở Tư pháp và "), ("all-agencies", "các sở, ban, ngành, "), ("communes", "UBND xã Suối Mơ, "),
        ("chair", "chủ trì: "), ("coordinate", "phối hợp với "), ("nested", "(Sở Tư pháp ("),
        ("combining", "\u0301"), ("letters-apart", "a\u0302\u0323"), ("zero-width", "\u200B"), ("right-to-left", "\u202E"), ("emoji", "\U0001F600"),
        ("tabs", "\t"), ("legacy", "Qu¶n lý nhµ n­íc "), ("vni", "Quaûn lyù nhaø nöôùc "),
        ("mails", "a@b.vn; "), ("at", "@"), ("percent", "5% "), ("sums", "1.234,5 "), ("escaped", "_x0041_"), ("underscores", "_x"), ("equals", "="),
        ("roman", "IV. "), ("slashes", "1/1/"), ("quotes", "\""), ("capital", "A. "),
        ("finding-code", "K7F3QD "), ("url", "http://a/"), ("html", "<b>"),
    ];

    private static readonly (string Name, string Text)[] Attempts =
    [
        ("formula", "=HYPERLINK(\"http://127.0.0.1:9/\",\"x\")"), ("formula-plus", "+cmd|'/c calc'!A0"), ("formula-minus", "-2+3"), ("formula-at", "@SUM(1+1)"),
        ("formula-tab", "\t=1+1"), ("formula-return", "\r=1+1"),
        ("script", "<script>alert(1)</script>"), ("image", "<img src=x onerror=alert(1)>"), ("entity", "&amp;&lt;&#0;"), ("blanks", "{{agency}} {{#each x}}"),
        ("header", "x\r\nBcc: a@b.vn"), ("path", "../../../etc/passwd"),
        ("null", "_x0000_"), ("bell", "_x0007_a_x001F_"), ("lone-high", "a_xD800_b"), ("lone-low", "a_xDC00_b"), ("noncharacter", "_xFFFE__xFFFF_"),
        ("surrogates-turned", "_xDE00__xD83D_"), ("escape-of-escape", "_x005F_x0041_"),
        ("not-a-number", "NaN"), ("infinity", "Infinity"), ("huge", "1E400"), ("tiny", "-1E-400"), ("serial", "2958466"), ("minus-one", "-1"),
        ("day-zero", "00/00/0000"), ("day-31", "31/02/2026"), ("leap", "29/02/2027"), ("year-26", "1/1/26"), ("year-9999", "31/12/9999"),
        ("year-10000", "01/01/10000"), ("far", "trước ngày 31/12/99999"), ("quarter-9", "Quý IX năm 2026"), ("month-13", "tháng 13/2026"),
        ("week-0", "hằng tuần thứ 9"), ("days-many", "sau 999999999 ngày"), ("days-more", "trong vòng 99999999999999999999 ngày làm việc"),
        ("years-many", "giai đoạn 2000-9999"), ("years-back", "giai đoạn 2030-2021"),
    ];

    public static IEnumerable<HostileFile> All =>
    [
        .. from place in Seeds.Tables
           from piece in Pieces
           select Case($"text/long-{piece.Name}/{place}", place, string.Concat(Enumerable.Repeat(piece.Text, Longest / piece.Text.Length)), rows: 12),
        .. from place in Seeds.Tables
           from attempt in Attempts
           select Case($"text/{attempt.Name}/{place}", place, attempt.Text, rows: 2),
        .. from piece in Pieces
           select Case($"text/longest-{piece.Name}", Place.Register, string.Concat(Enumerable.Repeat(piece.Text, 65_000 / piece.Text.Length)),
               rows: 100) with { IsSlow = true },
    ];

    /// <summary>Below the table a row for each column with the text in it, and rows with it everywhere.</summary>
    private static HostileFile Case(string name, Place place, string text, int rows) => new(name, place, () =>
    {
        var seed = SeedWorkbook.Of(place);
        var xml = SecurityElement.Escape(text)!.Replace("\r", "&#13;", StringComparison.Ordinal);
        var columns = System.Text.RegularExpressions.Regex.Count(seed.Row, "<c ");
        var own = System.Text.RegularExpressions.Regex.Matches(seed.Row, "<c .*?(?:/>|</c>)").Select(match => match.Value).ToList();
        return seed.Below(
        [
            .. Enumerable.Range(0, columns).Select(column => SeedWorkbook.Renumber(InOneCell(seed.Row, own[column], xml), seed.LastRow + 1 + column)),
            .. Enumerable.Range(seed.LastRow + 1 + columns, rows).Select(row => SeedWorkbook.Renumber(SeedWorkbook.Retext(seed.Row, _ => xml), row)),
        ]).ToBytes();
    });

    private static string InOneCell(string row, string cell, string xml) => row.Replace(cell, SeedWorkbook.Retext(cell, _ => xml), StringComparison.Ordinal);
}
