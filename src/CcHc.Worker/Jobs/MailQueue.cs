using System.Security.Cryptography;
using System.Text;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Mail;

namespace CcHc.Worker.Jobs;

/// <summary>Puts letters that are no reminders into the outbox (thư không phải nhắc việc): forms, receipts, results, notices.</summary>
public sealed class MailQueue(OutboxStore outbox, LetterHold hold, MailSettings mail)
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>False on a dry run, in preview mode and while all letters are held: then nothing may be recorded as told.</summary>
    public async Task<bool> IsOpenAsync(JobContext run, CancellationToken cancellationToken) =>
        !run.DryRun && mail.Mode != MailMode.Preview && await hold.ReadAsync(cancellationToken) is null;

    /// <param name="kind">As <see cref="LetterInfo"/> has it.</param>
    /// <param name="about">What makes the letter this one and no other: of the same words only one letter is ever sent.</param>
    /// <returns>False when it was in the outbox before.</returns>
    public async Task<bool> PutAsync(
        string kind, string agencyCode, string about, IReadOnlyList<string> to, Notice notice, IReadOnlyList<MailAttachment> attachments, JobContext run, CancellationToken cancellationToken)
    {
        var letter = Compose(kind, agencyCode, about, to, notice, attachments, run);
        return (await outbox.QueueAsync(letter.Mail, letter.Info, [], cancellationToken)).IsQueued;
    }

    /// <summary>The same letter, to be put into the outbox by whoever records what it tells of.</summary>
    public ReminderLetterToQueue Compose(string kind, string agencyCode, string about, IReadOnlyList<string> to, Notice notice, IReadOnlyList<MailAttachment> attachments, JobContext run) => new(
        new OutgoingMail(MessageId(kind, agencyCode, about), to, notice.Subject, notice.Html, notice.Text, [.. attachments.Select(file => file with { FileName = SafeFileName.OfFile(file.FileName) })]),
        new LetterInfo(kind, agencyCode, run.RunId));

    /// <summary>Whether this very letter was put before.</summary>
    public Task<bool> HasAsync(string kind, string agencyCode, string about, CancellationToken cancellationToken) => outbox.HasAsync(MessageId(kind, agencyCode, about), cancellationToken);

    /// <summary>An office's words are free text, so only their digest goes into a header.</summary>
    private string MessageId(string kind, string agencyCode, string about) =>
        $"<{kind}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{agencyCode}\u001F{about}")))[..24]}@{mail.SenderAddress[(mail.SenderAddress.LastIndexOf('@') + 1)..]}>";
}
