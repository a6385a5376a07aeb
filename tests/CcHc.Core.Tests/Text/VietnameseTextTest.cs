using System.Text;
using CcHc.Core.Text;

namespace CcHc.Core.Tests.Text;

public class VietnameseTextTest
{
    [Theory]
    [InlineData("Uỷ ban nhân dân", "Ủy ban nhân dân")]
    [InlineData("Thanh Hoá", "THANH HÓA")]
    [InlineData("Đơn vị  chủ\u00a0trì", "don vi chu tri")]
    [InlineData("Thời gian\nthực hiện", "thời gian thực hiện")]
    [InlineData("Quý I – II", "quý i - ii")]
    public void Fold_MakesSpellingsOfOneWordEqual(string one, string other) =>
        Assert.Equal(VietnameseText.Fold(one), VietnameseText.Fold(other));

    [Fact]
    public void Fold_IsTheSameForComposedAndDecomposedText()
    {
        const string text = "Cơ quan chủ trì: Sở Nội vụ tỉnh Quảng Ngãi";
        Assert.Equal(VietnameseText.Fold(text), VietnameseText.Fold(text.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Normalize_KeepsLineBreaksAndCase() =>
        Assert.Equal("Sở Y tế\nSở Tư pháp", VietnameseText.Normalize("Sở\u00a0Y tế\r\nSở Tư pháp\u200b"));

    [Fact]
    public void Normalize_SurvivesALoneSurrogate() => Assert.StartsWith("Sở", VietnameseText.Normalize("Sở \ud83d !"), StringComparison.Ordinal);

    [Fact]
    public void FoldedText_CutsTheOriginalWords()
    {
        var folded = FoldedText.Of("- Kế hoạch: Quý II".Normalize(NormalizationForm.FormD));
        var at = folded.Value.IndexOf("ke hoach", StringComparison.Ordinal);
        Assert.Equal("Kế hoạch", folded.Slice(at, at + "ke hoach".Length));
    }
}
