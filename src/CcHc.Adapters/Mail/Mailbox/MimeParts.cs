using MimeKit;

namespace CcHc.Adapters.Mail.Mailbox;

/// <summary>The parts of a message (các phần của thư), without a walk deeper or longer than allowed.</summary>
internal sealed class MimeParts
{
    private readonly List<MimeEntity> _all = [];

    /// <summary>There are more parts than are looked at.</summary>
    public bool IsCut { get; private set; }

    public IEnumerable<MimeEntity> All => _all;

    /// <summary>What is read as the message's own words.</summary>
    public IEnumerable<MimeEntity> Inline => _all.Where(part => part is TextPart && !part.IsAttachment);

    /// <summary>What is a file: everything with a name or meant to be saved, and letters within the letter.</summary>
    public IEnumerable<MimeEntity> Attached =>
        _all.Where(
            part => part is MessagePart
                || (part is MimePart and not MessageDeliveryStatus and not MessageDispositionNotification && (part.IsAttachment || part is not TextPart)));

    public static MimeParts Of(MimeMessage message, int most)
    {
        var parts = new MimeParts();
        var waiting = new Stack<MimeEntity>();
        if (message.Body is { } body)
        {
            waiting.Push(body);
        }

        while (waiting.TryPop(out var part))
        {
            if (part is Multipart several)
            {
                foreach (var inner in several.Reverse())
                {
                    waiting.Push(inner);
                }
            }
            else if (parts._all.Count >= most)
            {
                parts.IsCut = true;
                break;
            }
            else
            {
                parts._all.Add(part);
            }
        }

        return parts;
    }
}
