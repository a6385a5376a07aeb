using System.Security.Cryptography;
using CcHc.Adapters.Mail.Mailbox;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Mailbox;
using CcHc.Core.Calendars;
using CcHc.Core.Mail.Incoming;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Office;

namespace CcHc.Worker.Jobs.ReadMailbox;

/// <summary>
/// Decides one message of the mailbox (xử lý một thư đến): recorded first, moved after, so that a crash between the two moves it next time and decides nothing
/// twice.
/// </summary>
public sealed class MailboxIntake(IncomingMailStore store, MailedFiles files, MailboxSettings settings)
{
    /// <summary>A message that ended the program this often while it was read is not opened any more.</summary>
    private const int MostTries = 3;

    internal async Task<MailboxTally> TakeAsync(IMailboxSession mailbox, MailboxEntry entry, MailboxRound round, CancellationToken cancellationToken)
    {
        if (entry.Size > settings.MaxBytes)
        {
            return await SettleAsync(mailbox, entry, MimeReader.TooLarge(entry.Size, entry.Id), round, cancellationToken);
        }

        byte[]? raw;
        try
        {
            raw = await mailbox.FetchAsync(entry, cancellationToken);
        }
        catch (MessageTooLargeException tooLarge)
        {
            return await SettleAsync(mailbox, entry, MimeReader.TooLarge(tooLarge.Bytes, entry.Id), round, cancellationToken);
        }

        if (raw is null)
        {
            return MailboxTally.Nothing;
        }

        if (round.Run.DryRun)
        {
            return await SettleAsync(mailbox, entry, MimeReader.Read(raw), round, cancellationToken);
        }

        var key = Convert.ToHexStringLower(SHA256.HashData(raw));
        var tries = await store.TryAsync(key, cancellationToken);
        var mail = tries > MostTries ? MimeReader.Unread(raw, "Thư làm hỏng chương trình nhiều lần nên không được mở nữa.") : MimeReader.Read(raw);
        var tally = await SettleAsync(mailbox, entry, mail, round, cancellationToken);
        await store.DoneAsync(key, cancellationToken);
        return tally;
    }

    private async Task<MailboxTally> SettleAsync(IMailboxSession mailbox, MailboxEntry entry, IncomingMail mail, MailboxRound round,
        CancellationToken cancellationToken)
    {
        if (await store.FindFateAsync(mail, cancellationToken) is { } known)
        {
            await MoveAsync(mailbox, entry, known, round, cancellationToken);
            return MailboxTally.Known;
        }

        var decision = await DecideAsync(mail, round, cancellationToken);
        var added = round.Run.DryRun ? 0 : await store.DecideAsync(decision, cancellationToken);
        await MoveAsync(mailbox, entry, decision.Fate, round, cancellationToken);
        return added is null ? MailboxTally.Known : MailboxTally.Of(decision, added.Value);
    }

    private static Task MoveAsync(IMailboxSession mailbox, MailboxEntry entry, IncomingFate fate, MailboxRound round, CancellationToken cancellationToken) =>
        round.Run.DryRun ? Task.CompletedTask : mailbox.MoveAsync(entry, fate.WaitsForPerson(), cancellationToken);

    private async Task<IncomingDecision> DecideAsync(IncomingMail mail, MailboxRound round, CancellationToken cancellationToken)
    {
        var verdict = SenderVerdict.Of(mail, round.Senders);
        var letter = await store.LetterAsync(mail.References, cancellationToken) ?? "";
        if (verdict.Fate is IncomingFate.Bounced or IncomingFate.Delayed or IncomingFate.UnknownBounce)
        {
            var (fate, failures) = letter.Length == 0
                ? (IncomingFate.UnknownBounce, Array.Empty<DeliveryFailure>()) : (verdict.Fate.Value, [.. mail.Failures.Where(failure => failure.IsFinal)]);
            return new IncomingDecision(mail, fate, "",
                string.Join("; ", mail.Failures.Select(failure => $"{failure.Address} {failure.Status} {failure.Words}".Trim()))) { LetterId = letter,
                    Bounces = failures };
        }

        if (verdict.Fate is { } settled)
        {
            return new IncomingDecision(mail, settled, "", verdict.Reason)
            {
                LetterId = letter,
                // What a stranger sent is not opened, but a person may want to see what it was.
                Files = settled.WaitsForPerson() ? [.. mail.Files.Select(file => new JudgedFile(file, "Chưa mở."))] : [],
            };
        }

        var since = OfficeTime.StartOf(round.Run.Today);
        var mayAnswer = await store.AnsweredSinceAsync(mail.From[0], since, cancellationToken) < settings.ReceiptsPerDay;
        var taken = await files.TakeAsync(mail, verdict.Agencies, mayAnswer ? ReceiptState.Due : ReceiptState.None, round, cancellationToken);
        var isTaken = taken.Answers.Count + taken.Reports.Count > 0;
        return new IncomingDecision(mail, isTaken ? IncomingFate.TakenIn : IncomingFate.Words, (taken.Agency ?? verdict.Agencies[0]).Code, isTaken && !mayAnswer
            ? "Đã đủ số thư xác nhận trong ngày cho địa chỉ này." : "")
        {
            LetterId = letter, Files = taken.Files, Answers = taken.Answers, Reports = taken.Reports, Papers = taken.Papers, IsAnswered = isTaken && mayAnswer,
        };
    }
}

/// <summary>What a look into the mailbox came to, counted.</summary>
internal sealed record MailboxTally(int Messages, int TakenIn, int Answers, int Waiting, int Bounced, int Repeated)
{
    public static MailboxTally Nothing { get; } = new(0, 0, 0, 0, 0, 0);

    public static MailboxTally Known { get; } = new(1, 0, 0, 0, 0, 1);

    public static MailboxTally Of(IncomingDecision decision, int answers) => new(
        1, decision.Fate == IncomingFate.TakenIn ? 1 : 0, answers, decision.Fate.WaitsForPerson() ? 1 : 0, decision.Fate == IncomingFate.Bounced ? 1 : 0, 0);

    public MailboxTally Plus(MailboxTally other) => new(
        Messages + other.Messages, TakenIn + other.TakenIn, Answers + other.Answers, Waiting + other.Waiting, Bounced + other.Bounced,
        Repeated + other.Repeated);
}
