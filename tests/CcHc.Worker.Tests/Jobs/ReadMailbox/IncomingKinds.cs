using System.IO.Compression;
using System.Text;
using CcHc.Core.Mail.Incoming;

namespace CcHc.Worker.Tests.Jobs.ReadMailbox;

/// <summary>What the kinds of mail are made from.</summary>
/// <param name="LetterId">Message-ID of the letter to Sở Tư pháp.</param>
/// <param name="Sheets">Filled answer sheets, each saying something else.</param>
internal sealed record KindParts(string LetterId, IReadOnlyList<byte[]> Sheets, byte[] Untouched);

/// <summary>One kind of incoming mail and what must become of it.</summary>
/// <param name="Answers">How many answers it adds.</param>
/// <param name="Receipts">How many receipts go out.</param>
internal sealed record IncomingKind(string Name, IncomingFate Fate, Func<KindParts, byte[]> Message, int Answers = 0, int Receipts = 0, int Bounced = 0)
{
    /// <summary>It is tied to the letter.</summary>
    public bool IsTied { get; init; }

    /// <summary>Was decided before and adds no line.</summary>
    public bool IsRepeated { get; init; }
}

/// <summary>The table of kinds of incoming mail. The office's server is mx.tinh.example and vouches for senders.</summary>
internal static class IncomingKinds
{
    public const string AuthservId = "mx.tinh.example";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Passed = "Authentication-Results: mx.tinh.example; dkim=pass header.d=x.example; dmarc=pass header.from=x.example";

    public static readonly IReadOnlyList<IncomingKind> All =
    [
        new("answer sheet in a reply", IncomingFate.TakenIn, parts => Sheet(parts, 0), 1, 1) { IsTied = true },
        new("answer sheet beside a signed PDF", IncomingFate.TakenIn,
            parts => Files(From("stp@x.example") + Reply(parts) + Id("pdf"), ("tra-loi.xlsx", Workbook, parts.Sheets[1]),
                ("cong-van-ky-so.pdf", "application/pdf", "%PDF-1.7"u8.ToArray())), 1, 1) { IsTied = true },
        new("answer sheet from the head's address", IncomingFate.TakenIn,
            parts => Files(From("gd.stp@x.example") + Id("head"), ("tra-loi.xlsx", Workbook, parts.Sheets[2])), 1, 1),
        new("forwarded with the sheet", IncomingFate.TakenIn,
            parts => Files(From("stp@x.example", "Fwd: [CCHC] Nhắc việc") + Id("fwd"), ("tra-loi.xlsx", "application/octet-stream", parts.Sheets[3])), 0, 1),
        new("no Message-ID", IncomingFate.TakenIn, parts => Files(From("stp@x.example"), ("tra-loi.xlsx", Workbook, parts.Sheets[4])), 1, 1),
        new("another agency's sheet", IncomingFate.TakenIn,
            parts => Files(From("stc@x.example") + Id("other"), ("tra-loi.xlsx", Workbook, parts.Sheets[0])), 0, 1),
        new("damaged workbook", IncomingFate.TakenIn,
            parts => Files(From("stp@x.example") + Id("damaged"), ("tra-loi.xlsx", Workbook, [.. parts.Sheets[0].AsSpan(0, 2000)])), 0, 1),
        new("sheet whose base64 is broken", IncomingFate.TakenIn,
            _ =>
                Raw(From("stp@x.example") + Id("base64")
                    + $"MIME-Version: 1.0\nContent-Type: {Workbook}; name=a.xlsx\nContent-Disposition: attachment; filename=a.xlsx\nContent-Transfer-Encoding: base64\n", "UEsDB!!!!%%%%chẳng phải base64")
                , 0, 1),
        new("sheet sent back untouched with words", IncomingFate.Words,
            parts => Files(From("stp@x.example") + Reply(parts) + Id("untouched"), ("Nhiệm vụ CCHC.xlsx", Workbook, parts.Untouched))) { IsTied = true },
        new("plain words", IncomingFate.Words,
            parts => Raw(From("stp@x.example") + Reply(parts) + Id("words"), "Kính gửi Sở, việc này chúng tôi đã xong từ hôm qua.")) { IsTied = true },
        new("words in HTML with a script", IncomingFate.Words,
            parts => Raw(From("stp@x.example") + Id("html")
                + "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n", "<p>Đã xong</p><script>alert('x')</script><img src=http://x.example/a.gif>")),
        new("reply to last year's letter", IncomingFate.Words,
            _ => Raw(From("stp@x.example") + "In-Reply-To: <20250615.reminder.0123456789abcdef@x.example>\n" + Id("lastyear"), "Trả lời thư năm ngoái.")),
        new("only headers", IncomingFate.Words, _ => Raw(From("stp@x.example") + Id("headers"), "")),
        new("charset lies", IncomingFate.Words,
            _ => Raw(From("stp@x.example") + Id("charset")
                + "MIME-Version: 1.0\nContent-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 8bit\n", "Đã hoàn thành từ tháng trước")),
        new("charset nobody knows", IncomingFate.Words,
            _ => Raw(From("stp@x.example") + Id("charset2") + "MIME-Version: 1.0\nContent-Type: text/plain; charset=x-tcvn-9999\n", "Đã xong")),
        new("subject that would break a header", IncomingFate.Words,
            _ => Raw(From("stp@x.example", "=?utf-8?q?a=0D=0ABcc:_x@y.example?=") + Id("inject"), "x")),
        new("calendar invitation", IncomingFate.Words,
            _ => Raw(From("stp@x.example") + Id("invite")
                + "MIME-Version: 1.0\nContent-Type: text/calendar; method=REQUEST\n", "BEGIN:VCALENDAR\nEND:VCALENDAR")),
        new("winmail.dat", IncomingFate.Words,
            _ => Files(From("stp@x.example") + Id("tnef"), ("winmail.dat", "application/ms-tnef", [0x78, 0x9F, 0x3E, 0x22, 1, 0, 1, 2, 3]))),
        new("sheet inside a letter inside", IncomingFate.Words, parts => Nested(From("stp@x.example") + Id("nested"), Sheet(parts, 0), 1)),
        new("thirty letters within each other", IncomingFate.Words, parts => Nested(From("stp@x.example") + Id("deep"), Sheet(parts, 0), 30)),
        new("thirty-five files", IncomingFate.Words,
            _ => Files(From("stp@x.example") + Id("files"), [.. Enumerable.Range(1, 35).Select(i => ($"anh{i}.jpg", "image/jpeg", new byte[] { 1, 2, 3 }))])),
        new("zip", IncomingFate.Words, parts => Files(From("stp@x.example") + Id("zip"), ("ho-so.zip", "application/zip", Zip(parts.Sheets[0])))),
        new("encrypted zip", IncomingFate.Words,
            parts => Files(From("stp@x.example") + Id("zip2"), ("ho-so.zip", "application/zip", Encrypted(Zip(parts.Sheets[0]))))),
        new("same Message-ID, other words", IncomingFate.Words, _ => Raw(From("stp@x.example") + Id("words"), "Cùng mã thư nhưng nội dung khác.")),
        new("same message twice", IncomingFate.TakenIn, parts => Sheet(parts, 0)) { IsRepeated = true },
        new("same message by another way", IncomingFate.TakenIn,
            parts => [.. "Received: from other.example by mx.tinh.example; Mon, 15 Jun 2026 10:00:00 +0700\r\n"u8, .. Sheet(parts, 0)]) { IsRepeated = true },
        new("auto-reply by RFC 3834", IncomingFate.AutoReply,
            parts =>
                Raw(From("stp@x.example") + Reply(parts) + "Auto-Submitted: auto-replied (vacation)\n" + Id("auto1"), "Tôi đi công tác.")) { IsTied = true },
        new("auto-reply of Outlook", IncomingFate.AutoReply,
            _ => Raw(From("stp@x.example", "Automatic reply: [CCHC] Nhắc việc") + "X-Auto-Response-Suppress: All\n" + Id("auto2"), "I am out of the office.")),
        new("auto-reply in Vietnamese", IncomingFate.AutoReply,
            _ => Raw(From("stp@x.example", "Trả lời tự động: nghỉ phép") + Id("auto3"), "Tôi nghỉ phép đến hết tuần.")),
        new("auto-reply of an old program", IncomingFate.AutoReply,
            _ => Raw(From("stp@x.example") + "Precedence: auto_reply\nX-Autorespond: yes\n" + Id("auto4"), "Vacation.")),
        new("auto-reply with a sheet", IncomingFate.AutoReply,
            parts => Files(From("stp@x.example") + "Auto-Submitted: auto-generated\n" + Id("auto5"), ("tra-loi.xlsx", Workbook, parts.Sheets[0]))),
        new("read receipt", IncomingFate.ReadReceipt,
            parts => Report(From("stp@x.example", "Read: [CCHC]") + Id("mdn"), "disposition-notification",
                "Final-Recipient: rfc822;stp@x.example\nDisposition: manual-action/MDN-sent-manually; displayed", parts)),
        new("mailing list", IncomingFate.MailingList, _ => Raw(From("stp@x.example") + "List-Id: <cchc.lists.example>\nPrecedence: list\n" + Id("list"), "x")),
        new("newsletter", IncomingFate.MailingList,
            _ => Raw(From("stp@x.example") + "Precedence: bulk\nList-Unsubscribe: <mailto:x@y.example>\n" + Id("news"), "x")),
        new("our own letter come back", IncomingFate.OwnLetter, _ => Raw(From("cchc@x.example") + "Auto-Submitted: auto-generated\n" + Id("own"), "x")),
        new("bounce of Postfix", IncomingFate.Bounced,
            parts => Bounce("postfix", "MAILER-DAEMON@mx.x.example", Recipient("failed", "5.1.1", "smtp; 550 5.1.1 <stp@x.example>: user unknown"), parts),
            Bounced: 1) { IsTied = true },
        new("bounce of Exchange", IncomingFate.Bounced,
            parts => Bounce("exchange", "postmaster@x.example", Recipient("failed", "5.1.10", "smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound"), parts,
                headersOnly: true), Bounced: 1) { IsTied = true },
        new("bounce of qmail in words", IncomingFate.Bounced,
            parts => Raw("Return-Path: <>\nFrom: MAILER-DAEMON@x.example\nSubject: failure notice\n" + Id("qmail"),
                $"Hi. This is the qmail-send program at x.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<stp@x.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <cchc@x.example>\nMessage-ID: {parts.LetterId}\nTo: stp@x.example\n"), Bounced: 1) { IsTied = true },
        new("bounce of Exim in words", IncomingFate.Bounced,
            parts => Raw("Return-Path: <>\nFrom: Mail Delivery System <Mailer-Daemon@x.example>\nSubject: Mail delivery failed: returning message to sender\n"
                + Id("exim"),
                $"This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its recipients.\n\n  stp@x.example\n    Unrouteable address\n\n------ This is a copy of the message, including all the headers. ------\n\nMessage-ID: {parts.LetterId}\nTo: stp@x.example\n"), Bounced: 1) { IsTied = true },
        new("bounce of Gmail in words", IncomingFate.Bounced,
            parts => Raw("Return-Path: <>\nFrom: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nSubject: Delivery Status Notification (Failure)\n"
                + Id("gmail"),
                $"Delivery to the following recipient failed permanently:\n\n     stp@x.example\n\nTechnical details of permanent failure:\nGoogle tried to deliver your message, but it was rejected: 550 5.1.1 no such user\n\n----- Original message -----\n\nMessage-ID: {parts.LetterId}\n"), Bounced: 1) { IsTied = true },
        new("letter only late", IncomingFate.Delayed,
            parts => Bounce("late", "MAILER-DAEMON@mx.x.example", Recipient("delayed", "4.4.1", "smtp; connect timed out"), parts)) { IsTied = true },
        new("report that it arrived", IncomingFate.ReadReceipt,
            parts => Bounce("arrived", "MAILER-DAEMON@mx.x.example", Recipient("delivered", "2.0.0", "smtp; 250 ok"), parts)),
        new("bounce of a letter nobody knows", IncomingFate.UnknownBounce,
            parts => Bounce("unknown", "MAILER-DAEMON@mx.x.example", Recipient("failed", "5.1.1", "smtp; 550"),
                parts with { LetterId = "<1.2@elsewhere.example>" })),
        new("stranger with a sheet", IncomingFate.Stranger,
            parts => Files("Authentication-Results: mx.tinh.example; dmarc=pass header.from=gmail.com\nFrom: ai-do@gmail.com\nSubject: x\n"
                + Id("stranger"), ("tra-loi.xlsx", Workbook, parts.Sheets[0]))),
        new("same domain, no address of the directory", IncomingFate.Stranger, _ => Raw(From("van-thu@x.example") + Id("domain"), "Đã xong")),
        new("forged sender that fails the check", IncomingFate.Unproven,
            parts =>
                Files(
                    "Authentication-Results: mx.tinh.example; spf=fail smtp.mailfrom=evil.example; dmarc=fail header.from=x.example\nFrom: stp@x.example\nSubject: x\n" + Id("forged1"), ("tra-loi.xlsx", Workbook, parts.Sheets[0]))),
        new("sender nobody checked", IncomingFate.Unproven,
            parts => Files("From: stp@x.example\nSubject: x\n" + Id("forged2"), ("tra-loi.xlsx", Workbook, parts.Sheets[0]))),
        new("check of another server", IncomingFate.Unproven,
            _ => Raw("Authentication-Results: mx.evil.example; dmarc=pass header.from=x.example\nFrom: stp@x.example\nSubject: x\n" + Id("forged3"), "x")),
        new("pass of another domain's key", IncomingFate.Unproven,
            _ =>
                Raw(
                    "Authentication-Results: mx.tinh.example; dkim=pass header.d=evil.example; spf=pass smtp.mailfrom=a@evil.example\nFrom: stp@x.example\nSubject: x\n" + Id("forged4"), "x")),
        new("failing check above a forged passing one", IncomingFate.Unproven,
            _ => Raw("Authentication-Results: mx.tinh.example; dmarc=fail header.from=x.example\n" + From("stp@x.example") + Id("forged5"), "x")),
        new("two senders", IncomingFate.NoSender, _ => Raw(Passed + "\nFrom: stp@x.example, stc@x.example\nSubject: x\n" + Id("two"), "x")),
        new("no sender", IncomingFate.NoSender, _ => Raw(Passed + "\nSubject: x\n" + Id("none"), "x")),
        new("nothing at all", IncomingFate.Unread, _ => []),
        new("six hundred parts", IncomingFate.Unread,
            _ => Files(From("stp@x.example") + Id("parts"), [.. Enumerable.Range(1, 600).Select(i => ($"{i}.txt", "text/plain", new byte[] { 65 }))])),
        new("25 MB", IncomingFate.Unread, _ => Files(From("stp@x.example") + Id("large"), ("phim.mp4", "video/mp4", new byte[19 * 1024 * 1024]))),
    ];

    private static byte[] Sheet(KindParts parts, int which) =>
        Files(From("stp@x.example", "Re: [CCHC] Nhắc việc") + Reply(parts) + Id("sheet" + which), ("tra-loi.xlsx", Workbook, parts.Sheets[which]));

    private static string From(string address, string subject = "Trả lời") =>
        $"{Passed}\nFrom: Đầu mối <{address}>\nTo: cchc@x.example\nDate: Mon, 15 Jun 2026 09:00:00 +0700\nSubject: {subject}\n";

    private static string Reply(KindParts parts) => $"In-Reply-To: {parts.LetterId}\nReferences: <0@elsewhere.example> {parts.LetterId}\n";

    private static string Id(string name) => $"Message-ID: <{name}@mail.example>\n";

    private static byte[] Raw(string headers, string body) =>
        Encoding.UTF8.GetBytes((headers + "\n" + body + "\n").Replace("\n", "\r\n", StringComparison.Ordinal));

    private static byte[] Files(string headers, params (string Name, string Type, byte[] Bytes)[] files)
    {
        var body = new StringBuilder("--cut\nContent-Type: text/plain; charset=utf-8\n\nKính gửi Sở Nội vụ.\n");
        foreach (var (name, type, bytes) in files)
        {
            body.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"--cut\nContent-Type: {type}\nContent-Disposition: attachment; filename=\"{name}\"\nContent-Transfer-Encoding: base64\n\n")
                .Append(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks).Replace("\r", "", StringComparison.Ordinal)).Append('\n');
        }

        return Raw(headers + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=cut\n", body.Append("--cut--").ToString());
    }

    private static byte[] Nested(string headers, byte[] inner, int depth)
    {
        var message = Encoding.UTF8.GetString(inner);
        for (var i = 1; i < depth; i++)
        {
            message = $"Subject: {i}\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n{message}";
        }

        return Encoding.UTF8.GetBytes(
            $"{headers.Replace("\n", "\r\n", StringComparison.Ordinal)}MIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n{message}");
    }

    private static string Recipient(string action, string status, string diagnostic) =>
        $"Reporting-MTA: dns; mx.x.example\n\nFinal-Recipient: rfc822; stp@x.example\nAction: {action}\nStatus: {status}\nDiagnostic-Code: {diagnostic}";

    private static byte[] Bounce(string id, string from, string status, KindParts parts, bool headersOnly = false) =>
        Report($"Return-Path: <>\nFrom: {from}\nTo: cchc@x.example\nSubject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\n"
            + Id(id), "delivery-status", status, parts, headersOnly);

    private static byte[] Report(string headers, string type, string status, KindParts parts, bool headersOnly = false) => Raw(
        headers + $"MIME-Version: 1.0\nContent-Type: multipart/report; report-type={type}; boundary=cut\n",
        $"--cut\nContent-Type: text/plain\n\nSee below.\n\n--cut\nContent-Type: message/{type}\n\n{status}\n\n--cut\nContent-Type: {(headersOnly ? "text/rfc822-headers" : "message/rfc822")}\n\nMessage-ID: {parts.LetterId}\nFrom: cchc@x.example\nTo: stp@x.example\nSubject: Nhac viec\n\n--cut--");

    private static byte[] Zip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("tra-loi.xlsx").Open();
            entry.Write(content);
        }

        return bytes.ToArray();
    }

    /// <summary>The flag that says so set in both headers.</summary>
    private static byte[] Encrypted(byte[] zip)
    {
        zip[6] |= 1;
        zip[zip.AsSpan().LastIndexOf("PK\x01\x02"u8) + 8] |= 1;
        return zip;
    }
}
