using System.Text.RegularExpressions;

namespace CcHc.Core.Mail.Incoming;

/// <summary>
/// Reads a bounce that is no machine-readable report (thư báo lỗi dạng lời): qmail, Exim, Exchange, Gmail and their like, each in its own words.
/// </summary>
public static partial class InlineBounce
{
    private const int MostAddresses = 20;
    private const int LongestWords = 500;

    /// <summary>Nothing for a message no mail server wrote.</summary>
    public static IReadOnlyList<DeliveryFailure> Read(IReadOnlyList<string> from, string? returnPath, string subject, string text)
    {
        var isFromServer = returnPath is "" || from.Any(address => Servers().IsMatch(address));
        if (!isFromServer || !(Openings().IsMatch(text) || Subjects().IsMatch(subject)))
        {
            return [];
        }

        var said = Quoted().Match(text) is { Success: true, Index: > 0 } quoted ? text[..quoted.Index] : text;
        var opening = Openings().Match(said);
        var words = said[(opening.Success ? opening.Index : 0)..].Trim();
        var status = Status().Match(words) is { Success: true } found ? found.Value : IsOnlyLate(words) ? "4.0.0" : "";
        var addresses = Addresses().Matches(words).Select(match => match.Groups["address"].Value.ToLowerInvariant())
            .Where(address => !Servers().IsMatch(address) && !from.Contains(address, StringComparer.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal)
            .Take(MostAddresses).ToList();
        var shown = words.Length > LongestWords ? words[..LongestWords] : words;
        return addresses.Count == 0 ? [new DeliveryFailure("", status, shown)] : [.. addresses.Select(address => new DeliveryFailure(address, status, shown))];
    }

    private static bool IsOnlyLate(string words) => Late().IsMatch(words);

    [GeneratedRegex(@"^(?:mailer-daemon|postmaster|mail-?daemon|mdaemon|bounces?|microsoftexchange[0-9a-f]*)(?:[+\-=][^@]*)?@", RegexOptions.IgnoreCase)]
    private static partial Regex Servers();

    [GeneratedRegex(@"\b(?:undeliver(?:able|ed)|delivery (?:has )?fail(?:ed|ure)|delivery status|failure notice|returned mail|mail delivery|mail system error|non-?delivery|could not be delivered|không gửi được|thư bị trả lại|warning: message)", RegexOptions.IgnoreCase)]
    private static partial Regex Subjects();

    [GeneratedRegex(
        @"this is the qmail-send program|this message was created automatically by mail delivery software|this is the mail system at host|delivery to the following recipients? (?:has )?failed|delivery has failed to these recipients|your message (?:to .{1,200} )?(?:could ?n[o']t be|was not|wasn't) delivered|could not be delivered to|i was ?n[o']t able to deliver your message|sorry to have to inform you|did not reach the following recipient|the following (?:address(?:es)?|recipients?) (?:had|failed)|an error occurred while sending mail|message (?:has been )?delayed|thư của (?:bạn|quý vị) (?:không|chưa) (?:gửi|chuyển) (?:được|đến)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Openings();

    /// <summary>Where the returned letter begins: addresses below are not of the report.</summary>
    [GeneratedRegex(@"(?:^-{2,}.{0,60}(?:copy of (?:the|your)|original message|returned message|undelivered message|below this line).{0,80}$)|^(?:received|return-path|message-id|mime-version):\s", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b[45]\.[0-9]{1,3}\.[0-9]{1,3}\b")]
    private static partial Regex Status();

    [GeneratedRegex(@"(?<address>[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,8})")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\b(?:will (?:continue to try|keep trying|be retried)|has not yet been delivered|message (?:has been )?delayed|no action is required)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Late();
}
