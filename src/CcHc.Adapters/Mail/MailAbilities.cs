namespace CcHc.Adapters.Mail;

/// <summary>What a sender can do beyond STARTTLS and a password (khả năng của bộ gửi thư).</summary>
/// <param name="BeginsWithTls">Speaks TLS from the first byte, as port 465 wants it.</param>
/// <param name="LogsInWithToken">Logs in with an OAuth 2.0 access token.</param>
public sealed record MailAbilities(bool BeginsWithTls, bool LogsInWithToken)
{
    public static MailAbilities SystemNetMail { get; } = new(BeginsWithTls: false, LogsInWithToken: false);
}
