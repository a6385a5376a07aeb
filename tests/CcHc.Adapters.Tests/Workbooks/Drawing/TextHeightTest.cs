using CcHc.Adapters.Workbooks.Drawing;

namespace CcHc.Adapters.Tests.Workbooks.Drawing;

public class TextHeightTest
{
    [Theory]
    [InlineData("", 10, 1)]
    [InlineData("Tháng 7", 10, 1)]
    [InlineData("Tháng 7\nTháng 8", 10, 2)]
    [InlineData("Tháng 7\n\nTháng 8", 10, 3)]
    [InlineData("Xong ngày 18/06/2026", 18, 2)]
    [InlineData("Xong ngày 18/06/2026", 21, 1)]
    [InlineData("Trung tâm Phục vụ hành chính công", 19, 2)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 11, 4)]
    public void Lines_WrapsAtWords_AndBreaksAWordThatIsTooWide(string text, double columnWidth, int expected) =>
        Assert.Equal(expected, TextHeight.Lines(text, columnWidth));

    [Fact]
    public void Lines_CountsMore_WhenBoldOrLarger()
    {
        const string text = "Tình hình thực hiện nhiệm vụ cải cách hành chính quý II năm 2026";

        Assert.True(TextHeight.Lines(text, 20, bold: true) >= TextHeight.Lines(text, 20));
        Assert.True(TextHeight.Lines(text, 20, fontSize: 18) > TextHeight.Lines(text, 20));
    }

    [Fact]
    public void OfLines_NeverExceedsWhatExcelAllows() => Assert.Equal(409, TextHeight.OfLines(1000));
}
