using System.Collections.Concurrent;
using CcHc.Adapters.Mail;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Tests.Support;

/// <summary>Sends nothing, remembers everything, and answers as told; "sent" where nothing was told.</summary>
public sealed class RecordingMailSender : IMailSender
{
    private readonly ConcurrentQueue<(OutgoingMail Mail, MailRecipient Recipient)> _sent = new();
    private readonly ConcurrentDictionary<string, Queue<SendOutcome>> _answers = new();

    /// <summary>Runs while a letter is in hand.</summary>
    public Action Sending { get; set; } = static () => { };

    public IReadOnlyList<string> Addresses => [.. _sent.Select(letter => letter.Recipient.Address)];

    public IReadOnlyList<string?> InPlaceOf => [.. _sent.Select(letter => letter.Recipient.InPlaceOf)];

    public IReadOnlyList<string> MessageIds => [.. _sent.Select(letter => letter.Mail.MessageId)];

    /// <summary>The outcomes for an address, one a sending.</summary>
    public void Answer(string address, params SendOutcome[] outcomes) => _answers[address] = new Queue<SendOutcome>(outcomes);

    public Task<SendOutcome> SendAsync(OutgoingMail mail, MailRecipient recipient, CancellationToken cancellationToken)
    {
        _sent.Enqueue((mail, recipient));
        Sending();
        return Task.FromResult(_answers.TryGetValue(recipient.Address, out var told) && told.TryDequeue(out var outcome) ? outcome : new SendOutcome.Sent());
    }
}
