using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Users;
using CcHc.Adapters.Workbooks.StatusReports;
using CcHc.Core.Reminders;
using CcHc.Worker.Jobs.RemindAgencies;

namespace CcHc.Worker.Jobs.Chase;

/// <summary>What became of a chase.</summary>
/// <param name="AlreadyChased">Agencies that had a letter of this kind today.</param>
/// <param name="Gate">Anything but open: nothing was sent or recorded.</param>
public sealed record ChaseOutcome(int Queued, IReadOnlyList<string> AlreadyChased, MailGateState Gate);

/// <summary>Sends the letters a person chose (đôn đốc ngay), each recorded with who and why before it goes.</summary>
public sealed class ChaseSender(OutboxStore outbox, MailGate gate, MailSettings mail, AuditTrail audit, OutboxDispatcher dispatcher)
{
    /// <param name="rows">All open tasks of an agency, for the workbook with its letter.</param>
    public async Task<ChaseOutcome> SendAsync(
        IReadOnlyList<ReminderLetter> letters, ILookup<string, Core.Obligations.AssessedObligation> rows, string person, string reason, CancellationToken cancellationToken)
    {
        if (await gate.StateAsync(cancellationToken) is not MailGateState.Open and var closed)
        {
            return new ChaseOutcome(0, [], closed);
        }

        var (queued, already) = (0, new List<string>());
        var workbooks = letters.Count > 0 ? new AgencyTasksWorkbookWriter(letters[0].Day) : null;
        foreach (var letter in letters)
        {
            await audit.WriteAsync(person, "chase", letter.Agency.Code, FormattableString.Invariant($"{letter.Reminders.Count} tasks: {reason}"), cancellationToken: cancellationToken);
            var put = ReminderQueue.ToMail(letter, [.. rows[letter.Agency.Code]], workbooks!, mail.SenderAddress);
            if ((await outbox.QueueAsync(put, new LetterInfo(ChaseLetters.Kind, letter.Agency.Code), [], cancellationToken)).IsQueued)
            {
                queued++;
            }
            else
            {
                already.Add(letter.Agency.Code);
            }
        }

        if (queued > 0)
        {
            await dispatcher.DeliverAsync(cancellationToken);
        }

        return new ChaseOutcome(queued, already, MailGateState.Open);
    }
}
