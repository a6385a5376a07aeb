using System.Globalization;
using System.Text.RegularExpressions;

namespace CcHc.Core.Mail;

/// <summary>What a mail server was answering to: its greeting and EHLO, the login, MAIL FROM, RCPT TO, or the end of the message.</summary>
public enum SmtpStep { Greeting, Login, Sender, Recipient, Message }

/// <summary>A refusal of a mail server (câu trả lời của máy chủ thư).</summary>
/// <param name="Code">Three digits, RFC 5321.</param>
/// <param name="Text">Without the three digits; the status code of RFC 3463 still in it where the server gives one.</param>
public sealed partial record ServerAnswer(SmtpStep Step, int Code, string Text)
{
    /// <summary>"5.1.1": at the beginning of the text, or behind a number sign as qmail writes it; null where the server gives none.</summary>
    public string? Status => StatusCode().Match(Text) is { Success: true } found ? found.Groups["status"].Value : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code}: {Text}");

    [GeneratedRegex(@"(?:^\s*|#)(?<status>[245]\.\d{1,3}\.\d{1,3})(?![\d.])")]
    private static partial Regex StatusCode();
}
