using CcHc.Core.Sheets.LegacyFonts;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Sheets.LegacyFonts;

public class LegacyEncodingsTest
{
    private static readonly string SmallLetters = string.Concat(OldTypist.Letters.Where(char.IsLower));
    private static readonly string Tcvn3Letters = SmallLetters + "ĂÂÊÔƠƯĐ";

    [Fact]
    public void Letters_AreAllOfVietnamese() => Assert.Equal((134, 67), (OldTypist.Letters.Length, SmallLetters.Length));

    [Fact]
    public void ToUnicode_ReadsEveryLetterOfVni() =>
        Assert.Equal(OldTypist.Letters, LegacyEncodings.ToUnicode(OldTypist.Type(OldTypist.Letters, LegacyEncoding.Vni), LegacyEncoding.Vni));

    [Fact]
    public void ToUnicode_ReadsEveryLetterOfTcvn3() =>
        Assert.Equal(Tcvn3Letters, LegacyEncodings.ToUnicode(OldTypist.Type(Tcvn3Letters, LegacyEncoding.Tcvn3), LegacyEncoding.Tcvn3));

    [Theory]
    [InlineData("C«ng hßa x· héi", LegacyEncoding.Tcvn3, "Công hòa xã hội")]
    [InlineData("§éc lËp - Tù do - H¹nh phóc", LegacyEncoding.Tcvn3, "Độc lập - Tự do - Hạnh phúc")]
    [InlineData("ñy ban nh©n d©n tØnh Qu¶ng Ng·i", LegacyEncoding.Tcvn3, "ủy ban nhân dân tỉnh Quảng Ngãi")]
    [InlineData("Tr­íc ngµy 30/6/2026", LegacyEncoding.Tcvn3, "Trước ngày 30/6/2026")]
    [InlineData("ĐóngĐ: Q§-UBND\nsè 12", LegacyEncoding.Tcvn3, "ĐúngĐ: QĐ-UBND\nsố 12")]
    [InlineData("a\u00B0 e\u00B3 o\u00B1 u\u00B2 y\u00B4", LegacyEncoding.Tcvn3, "à é ỏ ũ ỵ")]
    [InlineData("Coäng hoøa xaõ hoäi", LegacyEncoding.Vni, "Cộng hòa xã hội")]
    [InlineData("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA", LegacyEncoding.Vni, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA")]
    [InlineData("Ñoäc laäp - Töï do - Haïnh phuùc", LegacyEncoding.Vni, "Độc lập - Tự do - Hạnh phúc")]
    [InlineData("Uûy ban, UÛy ban, UÛY BAN", LegacyEncoding.Vni, "Ủy ban, Ủy ban, ỦY BAN")]
    [InlineData("Tröôøng Sôû Giao thoâng, kyø hoïp, quyù II", LegacyEncoding.Vni, "Trường Sở Giao thông, kỳ họp, quý II")]
    [InlineData("Kế hoạch “2026” – §5", LegacyEncoding.Vni, "Kế hoạch “2026” – §5")]
    public void ToUnicode_ReadsPhrases(string written, LegacyEncoding encoding, string unicode) =>
        Assert.Equal(unicode, LegacyEncodings.ToUnicode(written, encoding));

    [Theory]
    [InlineData("héi", LegacyEncoding.Tcvn3, true)]
    [InlineData("hội", LegacyEncoding.Tcvn3, false)]
    [InlineData("là", LegacyEncoding.Tcvn3, false)]
    [InlineData("hoäi", LegacyEncoding.Vni, true)]
    [InlineData("hội", LegacyEncoding.Vni, false)]
    [InlineData("là", LegacyEncoding.Vni, false)]
    [InlineData("“Keá hoaïch” …", LegacyEncoding.Vni, true)]
    public void ToUnicode_TellsLettersTheEncodingHasNot(string written, LegacyEncoding encoding, bool isWhole)
    {
        LegacyEncodings.ToUnicode(written, encoding, out var found);
        Assert.Equal(isWhole, found);
    }

    [Theory]
    [InlineData(".VnTime", LegacyEncoding.Tcvn3, false)]
    [InlineData(".VnTimeH", LegacyEncoding.Tcvn3, true)]
    [InlineData(".vnarial narrowH", LegacyEncoding.Tcvn3, true)]
    [InlineData(".VnArial", LegacyEncoding.Tcvn3, false)]
    [InlineData("VNI-Times", LegacyEncoding.Vni, false)]
    [InlineData("vni-helve", LegacyEncoding.Vni, false)]
    public void Of_KnowsTheFonts(string name, LegacyEncoding encoding, bool isCapitals) =>
        Assert.Equal(new LegacyFont(encoding, isCapitals), LegacyFont.Of(name));

    [Theory]
    [InlineData("Times New Roman")]
    [InlineData("Vn")]
    [InlineData("VNIxxx")]
    [InlineData("")]
    [InlineData(null)]
    public void Of_LeavesOtherFonts(string? name) => Assert.Null(LegacyFont.Of(name));
}
