using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings;
using CcHc.Core.Mail.Incoming;
using CcHc.Core.Text;
using MimeKit;

namespace CcHc.Adapters.Mail.Mailbox;

/// <summary>Takes a raw message apart (đọc thư đến) within fixed bounds of depth, parts and bytes. Never throws for what the message holds.</summary>
public static partial class MimeReader
{
    private const int MaxDepth = 16;
    private const int MostParts = 100;
    private const int MostFiles = 30;
    private const int MostHeaders = 400;
    private const int LongestHeader = 4_000;
    private const int LongestText = 20_000;
    private const int LongestSubject = 500;
    private const long LargestFile = 15 * 1024 * 1024;
    private const long LargestText = 2 * 1024 * 1024;

    private static readonly ParserOptions Options = new() { MaxMimeDepth = MaxDepth, CharsetEncoding = Encoding.UTF8 };

    /// <summary>A message that was too large to fetch: only that it is there.</summary>
    public static IncomingMail TooLarge(long size, uint id) => new()
    {
        Hash = Digest(Encoding.UTF8.GetBytes(FormattableString.Invariant($"too large {size} {id}"))),
        Trouble = string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"Thư quá lớn ({size / 1024.0 / 1024.0:0.#} MB) nên không được mở."),
    };

    public static IncomingMail Unread(byte[] raw, string why) => new() { Hash = HashOf(raw, []), Trouble = why };

    public static IncomingMail Read(byte[] raw)
    {
        MimeMessage message;
        try
        {
            using var stream = new MemoryStream(raw, writable: false);
            message = MimeMessage.Load(Options, stream);
        }
        catch (FormatException)
        {
            return Unread(raw, "Thư hỏng, không đọc được cấu trúc.");
        }

        using (message)
        {
            return Read(raw, message);
        }
    }

    private static IncomingMail Read(byte[] raw, MimeMessage message)
    {
        var headers = message.Headers.Take(MostHeaders).Select(header => (header.Field.ToLowerInvariant(), Cut(Unfold(header), LongestHeader))).ToList();
        var parts = MimeParts.Of(message, MostParts);
        var text = Cut(VietnameseText.Normalize(TextOf(parts)), LongestText);
        var from = message.From.Mailboxes.Select(mailbox => mailbox.Address.ToLowerInvariant()).Where(MailAddressText.IsBareAddress)
            .Distinct(StringComparer.Ordinal).ToList();
        var returnPath = ReturnPathOf(headers);
        var subject = Cut(VietnameseText.OneLine(message.Subject ?? ""), LongestSubject);
        var report = DeliveryReports.Of(parts);
        var failures = report.Failures.Count > 0 || report.IsSuccess ? report.Failures : InlineBounce.Read(from, returnPath, subject, text);
        return new IncomingMail
        {
            MessageId = string.IsNullOrWhiteSpace(message.MessageId) ? "" : Cut($"<{message.MessageId.Trim()}>", 998),
            Hash = HashOf(raw, headers),
            From = from,
            ReturnPath = returnPath,
            Subject = subject,
            SentAt = message.Date == default ? null : message.Date,
            References = ReferencesOf(message, report, failures.Count > 0 ? text : ""),
            Headers = headers,
            MediaType = message.Body?.ContentType.MimeType ?? "",
            ReportType = report.IsSuccess ? "disposition-notification" : (message.Body as MultipartReport)?.ReportType?.ToLowerInvariant() ?? "",
            Text = text,
            Files = [.. FilesOf(parts)],
            Failures = failures,
            Trouble = parts.IsCut ? FormattableString.Invariant($"Thư có hơn {MostParts} phần nên không được mở hết.") : "",
        };
    }

    private static string TextOf(MimeParts parts)
    {
        var plain = parts.Inline.OfType<TextPart>().Where(part => part.IsPlain).Select(Decoded).Where(text => text.Trim().Length > 0).Take(5).ToList();
        return plain.Count > 0 ? string.Join("\n", plain)
            : HtmlWords.Of(parts.Inline.OfType<TextPart>().FirstOrDefault(part => part.IsHtml) is { } html ? Decoded(html) : "");
    }

    private static string Decoded(TextPart part)
    {
        if (Bytes(part, LargestText) is not { } bytes)
        {
            return "";
        }

        using var content = new MemoryStream(bytes, writable: false);
        using var again = new TextPart(part.ContentType.MediaSubtype) { Content = new MimeContent(content) };
        foreach (var parameter in part.ContentType.Parameters.Where(parameter => parameter.Name == "charset"))
        {
            again.ContentType.Charset = parameter.Value;
        }

        return again.Text ?? "";
    }

    private static IEnumerable<IncomingFile> FilesOf(MimeParts parts)
    {
        foreach (var (place, entity) in parts.Attached.Index())
        {
            var name = SafeFileName.OfFile(entity.ContentDisposition?.FileName ?? entity.ContentType.Name
                ?? (entity is MessagePart ? "thu-dinh-kem.eml" : "tep-dinh-kem"));
            if (place >= MostFiles)
            {
                yield return new IncomingFile(name, entity.ContentType.MimeType, [],
                    FormattableString.Invariant($"Thư có hơn {MostFiles} tệp; tệp này không được giữ."));
            }
            else if (entity is MimePart part)
            {
                var bytes = Bytes(part, LargestFile);
                yield return new IncomingFile(name, entity.ContentType.MimeType, bytes ?? [], bytes is null
                    ? FormattableString.Invariant($"Tệp lớn hơn {LargestFile / 1024 / 1024} MB nên không được giữ.") : "");
            }
            else
            {
                // A letter within the letter is for a person: it lies in the mailbox, whole.
                yield return new IncomingFile(name, entity.ContentType.MimeType, [], "Thư đính kèm trong thư; xem trong hộp thư.");
            }
        }
    }

    /// <returns>Null when it is larger than that.</returns>
    private static byte[]? Bytes(MimePart part, long most)
    {
        if (part.Content is null)
        {
            return [];
        }

        try
        {
            using var kept = new CappedMemory(most);
            part.Content.DecodeTo(kept);
            return kept.ToArray();
        }
        catch (TooManyBytesException)
        {
            return null;
        }
    }

    private static IReadOnlyList<string> ReferencesOf(MimeMessage message, DeliveryReports report, string quoted)
    {
        var nearestFirst = new List<string>();
        if (!string.IsNullOrWhiteSpace(message.InReplyTo))
        {
            nearestFirst.Add($"<{message.InReplyTo}>");
        }

        nearestFirst.AddRange(message.References.Reverse().Select(id => $"<{id}>"));
        nearestFirst.AddRange(report.Letters);
        nearestFirst.AddRange(QuotedIds().Matches(quoted).Select(match => match.Groups["id"].Value));
        return [.. nearestFirst.Distinct(StringComparer.Ordinal).Take(50)];
    }

    /// <summary>The receiving server writes it on top; "&lt;&gt;" is the null sender.</summary>
    private static string? ReturnPathOf(List<(string Name, string Value)> headers) =>
        headers.Find(header => header.Name == "return-path") is { Name: not null } found ? found.Value.Trim().Trim('<', '>').Trim().ToLowerInvariant() : null;

    private static string Unfold(Header header) => VietnameseText.OneLine(header.Value ?? "");

    private static string HashOf(byte[] raw, IReadOnlyList<(string Name, string Value)> headers)
    {
        string[] kept = ["from", "to", "subject", "date", "message-id"];
        var words =
            string.Join('\n', headers.Where(header => kept.Contains(header.Name, StringComparer.Ordinal)).Select(header => $"{header.Name}:{header.Value}"));
        return Digest([.. Encoding.UTF8.GetBytes(words), .. raw.AsSpan(BodyOf(raw)).TrimEnd("\r\n"u8)]);
    }

    /// <summary>Where the words begin; a server may have added fields above.</summary>
    private static int BodyOf(ReadOnlySpan<byte> raw) => (raw.IndexOf("\r\n\r\n"u8), raw.IndexOf("\n\n"u8)) switch
    {
        ( < 0, < 0) => 0,
        ( < 0, var lines) => lines,
        (var returns, < 0) => returns,
        var (returns, lines) => Math.Min(returns, lines),
    };

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];

    [GeneratedRegex(@"message-id:\s*(?<id><[^<>\s]{3,900}>)", RegexOptions.IgnoreCase)]
    private static partial Regex QuotedIds();
}
