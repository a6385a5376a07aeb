using CcHc.Adapters.Workbooks.Drawing;

namespace CcHc.Adapters.Tests.Workbooks.Drawing;

public class SafeTextTest
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("Sở Nội vụ", "Sở Nội vụ")]
    [InlineData("dòng một\ndòng hai", "dòng một\ndòng hai")]
    [InlineData("dòng một\r\ndòng hai\rdòng ba", "dòng một\ndòng hai\ndòng ba")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("\0a\u0001b\u001Fc", "abc")]
    [InlineData("a\uD83D\uDE00b", "a\uD83D\uDE00b")]
    [InlineData("a\uFFFEb\uFFFF", "ab")]
    [InlineData("=1+1", "=1+1")]
    public void Cell_KeepsWhatExcelCanStore(string? text, string expected) => Assert.Equal(expected, SafeText.Cell(text));

    // Not a theory: an attribute cannot hold half a character.
    [Fact]
    public void Cell_CutsLoneSurrogates()
    {
        Assert.Equal("ab", SafeText.Cell("a\uD83Db"));
        Assert.Equal("ab", SafeText.Cell("a\uDE00b"));
        Assert.Equal("ab", SafeText.Cell("a\uDE00\uD83Db\uD83D"));
    }

    [Fact]
    public void Cell_CutsWithAnEllipsis_WhenLongerThanACellHolds()
    {
        Assert.Equal(new string('a', 32_767), SafeText.Cell(new string('a', 32_767)));
        Assert.Equal(new string('a', 32_766) + "…", SafeText.Cell(new string('a', 32_768)));
    }

    [Fact]
    public void Cell_NeverCutsACharacterInTwo()
    {
        var text = SafeText.Cell(new string('a', 32_765) + "\uD83D\uDE00\uD83D\uDE00");

        Assert.Equal(new string('a', 32_765) + "…", text);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://a\",\"b\")", true)]
    [InlineData("+cmd|'/c calc'!A0", true)]
    [InlineData("-1+2", true)]
    [InlineData("@SUM(A1:A9)", true)]
    [InlineData("\t=1", true)]
    [InlineData("\r=1", true)]
    [InlineData("\n=1", true)]
    [InlineData("", false)]
    [InlineData("a=1", false)]
    [InlineData("Quý II", false)]
    public void LooksLikeFormula_SeesEveryOpeningCharacter(string text, bool expected) => Assert.Equal(expected, SafeText.LooksLikeFormula(text));

    [Theory]
    [InlineData("Chi tiết", "Chi tiết")]
    [InlineData("Quý I/2026: [bản nháp]*?", "Quý I 2026   bản nháp")]
    [InlineData("'Bảng'", "Bảng")]
    [InlineData("", "Trang")]
    [InlineData("///", "Trang")]
    [InlineData("history", "Trang")]
    [InlineData("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Phát triển nô")]
    [InlineData("123456789012345678901234567890\uD83D\uDE00", "123456789012345678901234567890")]
    public void SheetName_IsLegal(string text, string expected) => Assert.Equal(expected, SafeText.SheetName(text));

    [Theory]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("mã _x000d_ và _X00ff_", "mã _x005F_x000d_ và _x005F_X00ff_")]
    [InlineData("_x0041__x0042_", "_x005F_x0041__x005F_x0042_")]
    [InlineData("_x004", "_x004")]
    [InlineData("ma_xa_01", "ma_xa_01")]
    public void Escape_KeepsExcelFromReadingAnEscape(string text, string expected) => Assert.Equal(expected, SafeText.Escape(text));
}
