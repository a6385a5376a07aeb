using CcHc.Worker.Jobs;

namespace CcHc.Worker.Tests.Jobs;

public class NoticeTest
{
    [Fact]
    public void Draw_SaysTheSameInBoth_WithoutEmptyParts()
    {
        var notice = Notice.Draw("Biểu mẫu", [("Kính gửi", []), ("Việc", ["một", "hai"]), ("Không có gì", [])]);
        Assert.Equal("Kính gửi\n\nViệc\n- một\n- hai\n", notice.Text);
        Assert.Contains("<ul><li>một</li><li>hai</li></ul>", notice.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Không có gì", notice.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_LeavesVietnameseLettersAsTheyAre_AndMarkupAsText()
    {
        var notice = Notice.Draw("x", [("Sở Nội vụ đã nhận: à é ì ô ủ ý Đ", []), ("<script>", ["a & b"])]);
        Assert.Contains("Sở Nội vụ đã nhận: à é ì ô ủ ý Đ", notice.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", notice.Html, StringComparison.Ordinal);
        Assert.Contains("a &amp; b", notice.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_KeepsTheSubjectOnOneLine() => Assert.Equal("một  hai", Notice.Draw("một\r\nhai", [("x", [])]).Subject);
}
