using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;

namespace CcHc.Adapters.Tests.Mail;

public sealed class MailSettingsTest
{
    private static readonly MailSettings Pickup = new() { SenderAddress = "cchc@so.gov.vn", Folder = "out" };
    private static readonly MailSettings Smtp =
        new() { Mode = MailMode.Smtp, SenderAddress = "cchc@so.gov.vn", Host = "mail.so.gov.vn", User = "cchc", Password = new Secret("x") };

    private static readonly string ExistingFile = typeof(MailSettingsTest).Assembly.Location;
    private static readonly MailSettings Token = Smtp with { Password = null, TokenFile = ExistingFile };

    public static TheoryData<MailSettings, string> Wrong => new()
    {
        { Pickup with { Folder = "" }, "no folder" },
        { Pickup with { SenderAddress = "Sở Nội vụ" }, "sender address" },
        { Pickup with { SenderName = "Sở\r\nBcc: x@y.vn" }, "sender's name" },
        { Pickup with { RedirectAllTo = "a@x.vn, b@x.vn" }, "redirect" },
        { Pickup with { PerMinute = -1 }, "-1 letters a minute" },
        { Smtp with { Host = "" }, "no server" },
        { Smtp with { Port = 0 }, "0 is not a port" },
        { Smtp with { Password = null }, "no password" },
        { Smtp with { UseTls = false }, "in clear" },
        { Smtp with { AuthorityFile = "no-such.pem" }, "no-such.pem" },
        { Smtp with { Timeout = TimeSpan.Zero }, "time-out" },
        { Token with { TokenFile = "no-such-token" }, "no-such-token" },
        { Token with { User = "" }, "no mail user" },
        { Token with { Password = new Secret("x") }, "Keep one" },
        { Token with { UseTls = false }, "in clear" },
        { Smtp with { Port = 465, UseTls = false, User = "", Password = null }, "TLS is off" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Problems_NameWhatIsWrong(MailSettings settings, string words)
    {
        Assert.Contains(words, Assert.Single(settings.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_AreNone_OfTlsFromTheFirstByte_AndOfATokenFile()
    {
        Assert.Empty((Smtp with { Port = 465 }).Problems());
        Assert.Empty((Smtp with { Port = 2465, ImplicitTls = true }).Problems());
        Assert.Empty(Token.Problems());
    }

    [Fact]
    public void Problems_AreNone_OfSettingsThatWork()
    {
        Assert.Empty(Pickup.Problems());
        Assert.Empty(Smtp.Problems());
        Assert.Empty(new MailSettings { Mode = MailMode.Preview, SenderAddress = "cchc@so.gov.vn" }.Problems());
    }
}
