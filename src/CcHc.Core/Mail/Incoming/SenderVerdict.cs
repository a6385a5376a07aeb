using CcHc.Core.Agencies;

namespace CcHc.Core.Mail.Incoming;

/// <summary>Who is heard (cách xét người gửi).</summary>
/// <param name="OwnAddresses">What our own letters come from, and the mailbox itself; lower case.</param>
/// <param name="AuthservId">The office's mail server as it names itself in Authentication-Results; empty when it does not check.</param>
/// <param name="ByDomain">Whoever writes from an agency's own domain speaks for it.</param>
public sealed record SenderRules(AgencyDirectory Directory, DateOnly Today, IReadOnlySet<string> OwnAddresses, string AuthservId, bool ByDomain);

/// <summary>For whom a message speaks, before its files are opened.</summary>
/// <param name="Fate">What it comes to; null when it is an agency's own and its files decide.</param>
/// <param name="Agencies">Usually one; several where they share an address.</param>
public sealed record SenderVerdict(IncomingFate? Fate, IReadOnlyList<Agency> Agencies, string Reason)
{
    public static SenderVerdict Of(IncomingMail mail, SenderRules rules)
    {
        var origin = MailOrigins.Of(mail, rules.OwnAddresses);
        if (origin == MailOrigin.DeliveryReport)
        {
            return Only(mail.Failures.Any(failure => failure.IsFinal)
                ? IncomingFate.Bounced : mail.Failures.Count > 0 ? IncomingFate.Delayed : IncomingFate.UnknownBounce, "");
        }

        if (mail.Trouble.Length > 0)
        {
            return Only(IncomingFate.Unread, mail.Trouble);
        }

        switch (origin)
        {
            case MailOrigin.ReadReceipt: return Only(IncomingFate.ReadReceipt, "");
            case MailOrigin.OwnLetter: return Only(IncomingFate.OwnLetter, "Thư đi từ chính địa chỉ của hệ thống.");
            case MailOrigin.MailingList: return Only(IncomingFate.MailingList, "");
            case MailOrigin.AutoReply: return Only(IncomingFate.AutoReply, "");
        }

        if (mail.From is not [var from])
        {
            return Only(IncomingFate.NoSender, mail.From.Count == 0 ? "Thư không ghi người gửi." : "Thư ghi nhiều người gửi.");
        }

        if (!SenderProof.Holds(mail, rules.AuthservId))
        {
            return Only(IncomingFate.Unproven, $"Máy chủ thư {rules.AuthservId} không xác nhận thư này do {from} gửi.");
        }

        var agencies = SenderAgencies.Of(from, rules.Directory, rules.Today, rules.ByDomain);
        return agencies.Count == 0 ? Only(IncomingFate.Stranger, $"{from} không có trong danh bạ cơ quan.") : new SenderVerdict(null, agencies, "");
    }

    private static SenderVerdict Only(IncomingFate fate, string reason) => new(fate, [], reason);
}
