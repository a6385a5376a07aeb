using CcHc.Worker.Jobs;

namespace CcHc.Worker.Tests.Jobs;

public class NoticeTest
{
    [Fact]
    public void Draw_SaysTheSameInBoth_WithoutEmptyParts()
    {
        var notice = Notice.Draw("Biểu mẫu", "Kính gửi: Sở Y tế", "Mở đầu.", [("Việc", ["một", "hai"]), ("Không có gì", [])], "Sở Nội vụ\nLiên hệ: 0200");
        Assert.Equal("Kính gửi: Sở Y tế\n\nMở đầu.\n\nViệc\n\n- một\n- hai\n\nSở Nội vụ\nLiên hệ: 0200\n", notice.Text);
        Assert.Matches("<li[^>]*>một</li><li[^>]*>hai</li>", notice.Html);
        Assert.DoesNotContain("Không có gì", notice.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_LeavesVietnameseLettersAsTheyAre_AndMarkupAsText()
    {
        var notice = Notice.Draw("x", "Kính gửi", "Sở Nội vụ đã nhận: à é ì ô ủ ý Đ", [("<script>", ["a & b"])], "Ký");
        Assert.Contains("Sở Nội vụ đã nhận: à é ì ô ủ ý Đ", notice.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", notice.Html, StringComparison.Ordinal);
        Assert.Contains("a &amp; b", notice.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_KeepsTheSubjectOnOneLine() => Assert.Equal("một hai", Notice.Draw("một\r\nhai", "", "x", [], "").Subject);
}
