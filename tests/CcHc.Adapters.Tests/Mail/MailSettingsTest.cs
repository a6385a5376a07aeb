using CcHc.Adapters.Mail;

namespace CcHc.Adapters.Tests.Mail;

public sealed class MailSettingsTest
{
    private static readonly MailSettings Pickup = new() { SenderAddress = "cchc@so.gov.vn", Folder = "out" };
    private static readonly MailSettings Smtp = new() { Mode = MailMode.Smtp, SenderAddress = "cchc@so.gov.vn", Host = "mail.so.gov.vn", User = "cchc", Password = new Secret("x") };

    public static TheoryData<MailSettings, string> Wrong => new()
    {
        { Pickup with { Folder = "" }, "no folder" },
        { Pickup with { SenderAddress = "Sở Nội vụ" }, "sender address" },
        { Pickup with { SenderName = "Sở\r\nBcc: x@y.vn" }, "sender's name" },
        { Pickup with { RedirectAllTo = "a@x.vn, b@x.vn" }, "redirect" },
        { Pickup with { PerMinute = -1 }, "-1 letters a minute" },
        { Smtp with { Host = "" }, "no server" },
        { Smtp with { Port = 465 }, "STARTTLS port" },
        { Smtp with { Port = 0 }, "0 is not a port" },
        { Smtp with { Password = null }, "no password" },
        { Smtp with { UseTls = false }, "in clear" },
        { Smtp with { AuthorityFile = "no-such.pem" }, "no-such.pem" },
        { Smtp with { Timeout = TimeSpan.Zero }, "time-out" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Problems_NameWhatIsWrong(MailSettings settings, string words)
    {
        Assert.Contains(words, Assert.Single(settings.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_AreNone_OfSettingsThatWork()
    {
        Assert.Empty(Pickup.Problems());
        Assert.Empty(Smtp.Problems());
        Assert.Empty(new MailSettings { Mode = MailMode.Preview, SenderAddress = "cchc@so.gov.vn" }.Problems());
    }
}
