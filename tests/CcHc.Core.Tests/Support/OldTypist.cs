using System.Globalization;
using System.Text;
using CcHc.Core.Sheets.LegacyFonts;

namespace CcHc.Core.Tests.Support;

/// <summary>
/// Types Unicode Vietnamese the old way, as Excel then shows it. Its tables go the other way than the product's and are written apart from them.
/// </summary>
public static class OldTypist
{
    private const string Tcvn3Bytes = """
        ă A8 â A9 ê AA ô AB ơ AC ư AD đ AE Ă A1 Â A2 Ê A3 Ô A4 Ơ A5 Ư A6 Đ A7
        à B5 ả B6 ã B7 á B8 ạ B9 ằ BB ẳ BC ẵ BD ắ BE ặ C6 ầ C7 ẩ C8 ẫ C9 ấ CA ậ CB
        è CC ẻ CE ẽ CF é D0 ẹ D1 ề D2 ể D3 ễ D4 ế D5 ệ D6 ì D7 ỉ D8 ĩ DC í DD ị DE
        ò DF ỏ E1 õ E2 ó E3 ọ E4 ồ E5 ổ E6 ỗ E7 ố E8 ộ E9 ờ EA ở EB ỡ EC ớ ED ợ EE
        ù EF ủ F1 ũ F2 ú F3 ụ F4 ừ F5 ử F6 ữ F7 ứ F8 ự F9 ỳ FA ỷ FB ỹ FC ý FD ỵ FE
        """;

    private const string VniSpellings = """
        á aù à aø ả aû ã aõ ạ aï â aâ ấ aá ầ aà ẩ aå ẫ aã ậ aä ă aê ắ aé ằ aè ẳ aú ẵ aü ặ aë đ ñ
        é eù è eø ẻ eû ẽ eõ ẹ eï ê eâ ế eá ề eà ể eå ễ eã ệ eä í í ì ì ỉ æ ĩ ó ị ò
        ó où ò oø ỏ oû õ oõ ọ oï ô oâ ố oá ồ oà ổ oå ỗ oã ộ oä ơ ô ớ ôù ờ ôø ở ôû ỡ ôõ ợ ôï
        ú uù ù uø ủ uû ũ uõ ụ uï ư ö ứ öù ừ öø ử öû ữ öõ ự öï ý yù ỳ yø ỷ yû ỹ yõ ỵ î
        """;

    private static readonly Dictionary<char, string> Tcvn3 = Pairs(Tcvn3Bytes).ToDictionary(
        pair => pair.Letter[0], pair => ((char)int.Parse(pair.Typed, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    private static readonly Dictionary<char, string> Vni = Pairs(VniSpellings)
        .SelectMany(pair => new[] { pair, (Letter: pair.Letter.ToUpperInvariant(), Typed: pair.Typed.ToUpperInvariant()) })
        .ToDictionary(pair => pair.Letter[0], pair => pair.Typed);

    /// <summary>All 134 letters of Vietnamese that are beyond ASCII, small ones first.</summary>
    public static string Letters { get; } = string.Concat(Vni.Keys.Order());

    /// <summary>TCVN3 has no capitals with a tone: text for its capital fonts must come in small letters.</summary>
    public static string Type(string text, LegacyEncoding encoding) =>
        string.Concat(text.Normalize(NormalizationForm.FormC).Select(c => (encoding == LegacyEncoding.Tcvn3 ? Tcvn3 : Vni).GetValueOrDefault(c, c.ToString())));

    private static IEnumerable<(string Letter, string Typed)> Pairs(string table) =>
        table.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(pair => (pair[0], pair[1]));
}
