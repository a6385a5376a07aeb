using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Mail;
using CcHc.Office.Letters;

namespace CcHc.Worker.Jobs;

/// <summary>Puts letters that are no reminders into the outbox (thư không phải nhắc việc): forms, receipts, results, notices.</summary>
public sealed class MailQueue(OutboxStore outbox, MailGate gate, MailSettings mail)
{
    /// <summary>While false, nothing may be recorded as told.</summary>
    public async Task<bool> IsOpenAsync(JobContext run, CancellationToken cancellationToken) =>
        await gate.StateAsync(run, cancellationToken) == MailGateState.Open;

    /// <param name="kind">As <see cref="LetterInfo"/> has it.</param>
    /// <param name="about">What makes the letter this one and no other: of the same words only one letter is ever sent.</param>
    /// <returns>False when it was in the outbox before.</returns>
    public async Task<bool> PutAsync(
        string kind, string agencyCode, string about, IReadOnlyList<string> to, Notice notice, IReadOnlyList<MailAttachment> attachments, JobContext run,
        CancellationToken cancellationToken)
    {
        var letter = Compose(kind, agencyCode, about, to, notice, attachments, run);
        return (await outbox.QueueAsync(letter.Mail, letter.Info, [], cancellationToken)).IsQueued;
    }

    /// <summary>Puts letters composed here some at a time.</summary>
    /// <returns>How many were not in the outbox before.</returns>
    public async Task<int> PutAsync(IReadOnlyList<LetterToQueue> letters, CancellationToken cancellationToken) =>
        letters.Count == 0 ? 0 : (await outbox.QueueAllAsync(letters, cancellationToken)).Count(result => result.IsQueued);

    /// <summary>The same letter, to be put into the outbox by whoever records what it tells of.</summary>
    public ReminderLetterToQueue Compose(string kind, string agencyCode, string about, IReadOnlyList<string> to, Notice notice,
        IReadOnlyList<MailAttachment> attachments, JobContext run) => new(
        new OutgoingMail(IdOf(kind, agencyCode, about), to, notice.Subject, notice.Html, notice.Text,
            [.. attachments.Select(file => file with { FileName = SafeFileName.OfFile(file.FileName) })]),
        new LetterInfo(kind, agencyCode, run.RunId));

    /// <summary>Whether this very letter was put before.</summary>
    public Task<bool> HasAsync(string kind, string agencyCode, string about, CancellationToken cancellationToken) =>
        outbox.HasAsync(IdOf(kind, agencyCode, about), cancellationToken);

    private string IdOf(string kind, string agencyCode, string about) =>
        MessageId.Of($"{kind}.{MessageId.Digest($"{agencyCode}\u001F{about}", 24)}", mail.SenderAddress);
}
