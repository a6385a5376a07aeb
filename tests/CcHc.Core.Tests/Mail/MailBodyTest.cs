using System.Net;
using System.Text.RegularExpressions;
using CcHc.Core.Mail;

namespace CcHc.Core.Tests.Mail;

public partial class MailBodyTest
{
    private static MailBody Letter() => new MailBody("Nhắc việc")
        .Greeting("Kính gửi: Sở Tư pháp")
        .Paragraph("Tính đến ngày 15/6/2026, quý cơ quan có 2 việc.\nViệc gấp nhất xếp trước.")
        .Block(new MailBlock("Rà soát <thủ tục> & quy định",
            [new("Hạn: thứ Hai, 22/6/2026, còn 5 ngày làm việc", MailTone.Attention), new(""), new("Sổ ke-hoach.xlsx, dòng 12", MailTone.Quiet)]))
        .Block(new MailBlock("Trình đề án", [new("Hạn: thứ Hai, 1/6/2026, quá hạn 10 ngày làm việc", MailTone.Alarm)]))
        .Heading("Cách làm").List(["Điền ô vàng", "Lưu tệp"])
        .Paragraph("").Signature("Sở Nội vụ\nLiên hệ: điện thoại (0200) 3000 099, thư cchc.snv@tinh-mau.example").Note("Thư tự động.");

    /// <summary>Read aloud from top to bottom, both say the same words in the same order.</summary>
    [Fact]
    public void Html_AndText_SayTheSame()
    {
        var letter = Letter();
        Assert.Equal(Words(letter.ToText()),
            Words(WebUtility.HtmlDecode(Tag().Replace(Outlook().Replace(letter.ToHtml(), ""), " ").Replace("Nhắc việc", "", StringComparison.Ordinal))));
    }

    [Fact]
    public void Text_NumbersTheBlocks_AndLeavesOutEmptyLines() => Assert.Contains(
        "1. Rà soát <thủ tục> & quy định\n   Hạn: thứ Hai, 22/6/2026, còn 5 ngày làm việc\n   Sổ ke-hoach.xlsx, dòng 12\n\n2. Trình đề án\n", Letter()
            .ToText(), StringComparison.Ordinal);

    [Theory]
    [InlineData("thứ&nbsp;Hai,&nbsp;22/6/2026")]
    [InlineData("còn&nbsp;5&nbsp;ngày&nbsp;làm&nbsp;việc")]
    [InlineData("quá&nbsp;hạn&nbsp;10&nbsp;ngày&nbsp;làm&nbsp;việc")]
    [InlineData("ngày&nbsp;15/6/2026")]
    [InlineData("(0200)&nbsp;3000&nbsp;099")]
    [InlineData("<span style=\"white-space:nowrap\">cchc.snv@tinh-mau.example</span>")]
    [InlineData("Rà soát &lt;thủ tục&gt; &amp; quy định")]
    [InlineData("<html lang=\"vi\">")]
    [InlineData("name=\"viewport\"")]
    [InlineData("prefers-color-scheme:dark")]
    [InlineData("<!--[if mso]><table role=\"presentation\" width=\"640\"")]
    public void Html_HoldsTogetherOnAPhone_InOutlook_AndInTheDark(string markup) => Assert.Contains(markup, Letter().ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void Html_HasNoTable_ButTheFrameForOutlook() => Assert.DoesNotContain("<table", Outlook().Replace(Letter().ToHtml(), ""), StringComparison.Ordinal);

    [Fact]
    public void Subject_IsOneLine() => Assert.Equal("một hai", new MailBody("một\r\nhai").Subject);

    private static string[] Words(string text) =>
        [.. text.Split([' ', '\n', '\r', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Where(word => word != "-")];

    [GeneratedRegex("<style>.*?</style>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"<!--\[if mso\]>.*?<!\[endif\]-->", RegexOptions.Singleline)]
    private static partial Regex Outlook();
}
