using System.Text.RegularExpressions;
using CcHc.Adapters.Settings;
using CcHc.Core.Mail.Incoming;
using CcHc.Core.Text;
using MimeKit;

namespace CcHc.Adapters.Mail.Mailbox;

/// <summary>Reads the machine-readable part of a delivery report (RFC 3464), and which letter it returns.</summary>
/// <param name="Letters">Message-IDs of the returned letter.</param>
/// <param name="IsSuccess">It only says that the letter arrived.</param>
internal sealed partial record DeliveryReports(IReadOnlyList<DeliveryFailure> Failures, IReadOnlyList<string> Letters, bool IsSuccess)
{
    private const int MostRecipients = 50;
    private const int LongestWords = 500;

    public static DeliveryReports Of(MimeParts parts)
    {
        var groups = parts.All.OfType<MessageDeliveryStatus>().SelectMany(status => status.StatusGroups.Skip(1)).Take(MostRecipients).ToList();
        var failures = groups.Select(Failure).OfType<DeliveryFailure>().ToList();
        return new DeliveryReports(failures, failures.Count > 0 ? [.. LettersOf(parts)] : [], groups.Count > 0 && failures.Count == 0);
    }

    private static DeliveryFailure? Failure(HeaderList group)
    {
        var (action, status) = ((group["Action"] ?? "").Trim().ToLowerInvariant(), StatusCode().Match(group["Status"] ?? "").Value);
        if (action is "delivered" or "relayed" or "expanded")
        {
            return null;
        }

        // Where the office's own server rewrote the address, the original one is the letter's.
        var address = AddressOf(group["Original-Recipient"]) is { Length: > 0 } original ? original : AddressOf(group["Final-Recipient"]);
        var said = VietnameseText.OneLine(group["Diagnostic-Code"] ?? "");
        var words = said.Length > 0 ? said : $"{action} {status}".Trim();
        return new DeliveryFailure(address, action == "delayed" && !status.StartsWith('4') ? "4.0.0" : status, words.Length > LongestWords
            ? words[..LongestWords] : words);
    }

    private static string AddressOf(string? field) =>
        field is null ? "" : field[(field.IndexOf(';', StringComparison.Ordinal) + 1)..].Trim().Trim('<', '>').ToLowerInvariant() is var address
            && MailAddressText.IsBareAddress(address) ? address : "";

    private static IEnumerable<string> LettersOf(MimeParts parts)
    {
        foreach (var part in parts.All)
        {
            if (part is MessagePart { Message.MessageId: { Length: > 0 } id })
            {
                yield return $"<{id}>";
            }
            else if (part is TextPart { ContentType: var type } headers && type.IsMimeType("text", "rfc822-headers")
                && ReturnedId().Match(headers.Text) is { Success: true } found)
            {
                yield return found.Groups["id"].Value;
            }
        }
    }

    [GeneratedRegex(@"[245]\.[0-9]{1,3}\.[0-9]{1,3}")]
    private static partial Regex StatusCode();

    [GeneratedRegex(@"^message-id:\s*(?<id><[^<>\s]{3,900}>)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex ReturnedId();
}
