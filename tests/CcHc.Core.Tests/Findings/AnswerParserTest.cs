using CcHc.Core.Findings;

namespace CcHc.Core.Tests.Findings;

public class AnswerParserTest
{
    [Theory]
    [InlineData("đúng là vậy", Verdict.Right, "")]
    [InlineData("Dung la vay", Verdict.Right, "")]
    [InlineData("  ĐÚNG ", Verdict.Right, "")]
    [InlineData("đúng.", Verdict.Right, "")]
    [InlineData("ok", Verdict.Right, "")]
    [InlineData("OK!", Verdict.Right, "")]
    [InlineData("x", Verdict.Right, "")]
    [InlineData("đúng là vậy, An – Sở Nội vụ", Verdict.Right, "An – Sở Nội vụ")]
    [InlineData("đúng (theo công văn 12)", Verdict.Right, "theo công văn 12")]
    [InlineData("sai", Verdict.Wrong, "")]
    [InlineData("Sai: phải là quý III", Verdict.Wrong, "phải là quý III")]
    [InlineData("sai phải là 30/6/2026", Verdict.Wrong, "phải là 30/6/2026")]
    [InlineData("Không đúng, là cuối năm", Verdict.Wrong, "là cuối năm")]
    [InlineData("chưa đúng", Verdict.Wrong, "")]
    public void Read_TakesTheWordsOfficesUse(string text, Verdict verdict, string note) => Assert.Equal((verdict, note), AnswerParser.Read(text));

    [Theory]
    [InlineData("đúng nhưng thiếu năm")]
    [InlineData("để xem lại")]
    [InlineData("đúng không?")]
    [InlineData("saigon")]
    [InlineData("?")]
    [InlineData("")]
    public void Read_TakesNothingElse(string text) => Assert.Null(AnswerParser.Read(text));
}
