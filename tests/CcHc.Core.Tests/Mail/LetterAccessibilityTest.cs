using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CcHc.Core.Mail;

namespace CcHc.Core.Tests.Mail;

/// <summary>
/// What a checker of accessibility asks of every letter: language, title, contrast in both modes, no layout by tables, an order that makes sense read aloud.
/// </summary>
public partial class LetterAccessibilityTest
{
    private const double LeastContrast = 4.5;
    private const string LightPaper = "#ffffff";
    private const string DarkPaper = "#1b1f24";

    private static readonly string Html = Whole().ToHtml();

    [Fact]
    public void ALetter_SaysItsLanguageAndItsTitle()
    {
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"vi\">", Html, StringComparison.Ordinal);
        Assert.Contains("<title>Nhắc việc</title>", Html, StringComparison.Ordinal);
        Assert.Contains("name=\"viewport\"", Html, StringComparison.Ordinal);
        Assert.DoesNotContain("user-scalable", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryColourOfWords_StandsOutFromItsPaper_InLightAndDark()
    {
        var light = TextColour().Matches(Style().Replace(Html, "")).Select(match => match.Groups[1].Value).Distinct().ToList();
        var dark = TextColour().Matches(Style().Match(Html).Value).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(light.Count >= 4 && dark.Count >= 4, "the tones of a letter were not found");
        Assert.All(light, colour => Assert.InRange(Contrast(colour, LightPaper), LeastContrast, 21));
        Assert.All(dark, colour => Assert.InRange(Contrast(colour, DarkPaper), LeastContrast, 21));
    }

    /// <summary>Outlook's frame is a table to nobody else, and says that it is none.</summary>
    [Fact]
    public void NothingIsLaidOutByTables_AndNoPictureNeedsWords()
    {
        Assert.All(Table().Matches(Html), table => Assert.Contains("role=\"presentation\"", table.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("<img", Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", OutlookOnly().Replace(Html, ""), StringComparison.Ordinal);
    }

    /// <summary>A tone is never told by its colour alone: the words carry it.</summary>
    [Fact]
    public void ReadAloudInOrder_ALetterSaysWhatItsPlainTextSays()
    {
        var body = Html[Html.IndexOf("<body", StringComparison.Ordinal)..];
        var spoken = Words(WebUtility.HtmlDecode(Tag().Replace(OutlookOnly().Replace(body, ""), " ")));
        Assert.Equal(Words(Whole().ToText()), spoken);
    }

    /// <summary>The plain text numbers blocks and marks lists; a reader of the page hears them as such.</summary>
    private static string Words(string text) => string.Join(' ', Word().Matches(text).Select(match => match.Value));

    private static MailBody Whole() => new MailBody("Nhắc việc")
        .Greeting("Kính gửi: Sở Tư pháp")
        .Paragraph("Quý cơ quan có việc đến hạn.")
        .Heading("Việc cần làm")
        .List(["Điền biểu mẫu", "Nộp chậm nhất ngày mai"])
        .Block(
            new MailBlock("Rà soát văn bản", [new("Hạn: thứ Hai, quá hạn", MailTone.Alarm), new("Hạn: thứ Ba, sắp đến hạn", MailTone.Attention),
                new("Theo sổ theo dõi", MailTone.Quiet), new("Sản phẩm: báo cáo")]))
        .Signature("Sở Nội vụ\nLiên hệ: điện thoại")
        .Note("Thư do phần mềm lập.");

    /// <summary>Of WCAG 2.1, 1.4.3.</summary>
    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(colour.AsSpan(1 + i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToList();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    [GeneratedRegex("(?<![a-z-])color:(#[0-9a-f]{6})")]
    private static partial Regex TextColour();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("<table[^>]*>")]
    private static partial Regex Table();

    [GeneratedRegex(@"<!--\[if mso\]>.*?<!\[endif\]-->", RegexOptions.Singleline)]
    private static partial Regex OutlookOnly();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
