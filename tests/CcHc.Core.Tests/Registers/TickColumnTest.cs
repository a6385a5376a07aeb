using CcHc.Core.Registers;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Registers;

/// <summary>Under month columns a mark says yes, no, or something of its own.</summary>
public class TickColumnTest
{
    [Theory]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("0")]
    [InlineData("0 %")]
    [InlineData("0,0%")]
    [InlineData("☐")]
    [InlineData("□")]
    [InlineData("Không")]
    [InlineData("không có")]
    [InlineData("ko")]
    [InlineData("N/A")]
    [InlineData("FALSE")]
    [InlineData("Chưa")]
    [InlineData("No")]
    [InlineData("❌")]
    [InlineData("...")]
    public void Parse_TakesAMarkThatSaysNo_ForNoMark(string mark) => Assert.Equal("T6", TimeOf(mark, "x"));

    [Theory]
    [InlineData("x")]
    [InlineData("X")]
    [InlineData("✓")]
    [InlineData("☑")]
    [InlineData("☒")]
    [InlineData("✅")]
    [InlineData("1")]
    [InlineData("TRUE")]
    [InlineData("có")]
    [InlineData("Yes")]
    [InlineData("●")]
    [InlineData("v")]
    public void Parse_TakesAMarkThatSaysYes_ForTheMonth(string mark) => Assert.Equal("T5; T6", TimeOf(mark, "x"));

    [Theory]
    [InlineData("15/5/2026", "15/5/2026; T6")]
    [InlineData("tuần 2", "T5: tuần 2; T6")]
    public void Parse_KeepsWhatElseIsWritten(string words, string time) => Assert.Equal(time, TimeOf(words, "x"));

    private static string TimeOf(string may, string june) => Assert.Single(RegisterParser.Parse(SheetBuilder.Workbook($"""
        KẾ HOẠCH NĂM 2026
        STT | Nhiệm vụ | Cơ quan chủ trì | T4 | T5 | T6 | T7
        1 | Rà soát thủ tục hành chính | Sở Tư pháp |  | {may} | {june} |
        """)).Tasks).TimeText;
}
