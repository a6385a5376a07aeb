using CcHc.Core.Mail;

namespace CcHc.Core.Tests.Mail;

public class MailBodyTest
{
    [Fact]
    public void HtmlAndText_SayTheSame()
    {
        var (html, text) = MailBody.Letter("Nhắc việc").Paragraph("Kính gửi: Sở Tư pháp", MailBody.Strong).Paragraph("  ").StartTable(["STT", "Việc"])
            .Row("1. Báo cáo\n   Hạn: 30/06/2026", new MailCell("1"), MailCell.Of("Báo cáo")).EndTable().List("Còn", ["một", "hai"]).Paragraph("dòng một\ndòng hai").End();
        Assert.Equal("Kính gửi: Sở Tư pháp\n\n1. Báo cáo\n   Hạn: 30/06/2026\n\nCòn\n- một\n- hai\n\ndòng một\ndòng hai\n", text);
        Assert.Contains("<p style=\"font-weight:bold\">Kính gửi: Sở Tư pháp</p>", html, StringComparison.Ordinal);
        Assert.Contains("<ul><li>một</li><li>hai</li></ul>", html, StringComparison.Ordinal);
        Assert.Contains("dòng một<br>\ndòng hai", html, StringComparison.Ordinal);
        Assert.EndsWith("</body></html>\n", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<p></p>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sở Nội vụ: à é ì ô ủ ý Đ", "Sở Nội vụ: à é ì ô ủ ý Đ")]
    [InlineData("<script>", "&lt;script&gt;")]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("\"x\"", "&quot;x&quot;")]
    public void Words_AreEscaped_AndVietnameseLettersStay(string words, string expected)
    {
        Assert.Equal(expected, MailBody.Escape(words));
        Assert.Contains(expected, MailBody.Letter(words).Paragraph(words).List(words, [words]).StartTable([words]).Row(words, MailCell.Of(words)).EndTable().End().Html, StringComparison.Ordinal);
    }
}
