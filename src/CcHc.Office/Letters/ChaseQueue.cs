using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Users;
using CcHc.Adapters.Workbooks.StatusReports;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;

namespace CcHc.Office.Letters;

/// <summary>What became of a chase.</summary>
/// <param name="AlreadyChased">Codes of the agencies that had a letter of this kind today.</param>
/// <param name="Gate">Anything but open: nothing was put into the outbox or recorded.</param>
public sealed record ChaseOutcome(int Queued, IReadOnlyList<string> AlreadyChased, MailGateState Gate);

/// <summary>Puts the letters a person chose (đôn đốc ngay) into the outbox, each recorded with who and why before it.</summary>
public sealed class ChaseQueue(OutboxStore outbox, MailGate gate, MailSettings mail, AuditTrail audit)
{
    /// <param name="rows">All open tasks of an agency, for the workbook with its letter.</param>
    /// <param name="person">Who sends them.</param>
    public async Task<ChaseOutcome> PutAsync(
        IReadOnlyList<ReminderLetter> letters, ILookup<string, AssessedObligation> rows, string person, string reason, CancellationToken cancellationToken)
    {
        if (await gate.StateAsync(cancellationToken) is not MailGateState.Open and var closed)
        {
            return new ChaseOutcome(0, [], closed);
        }

        var (queued, already) = (0, new List<string>());
        AgencyTasksWorkbookWriter? workbooks = null;
        foreach (var letter in letters)
        {
            workbooks ??= new AgencyTasksWorkbookWriter(letter.Day);
            await audit.WriteAsync(person, "chase", letter.Agency.Code, FormattableString.Invariant($"{letter.Reminders.Count} tasks: {reason}"),
                cancellationToken: cancellationToken);
            var put = ReminderMail.Of(letter, [.. rows[letter.Agency.Code]], workbooks, mail.SenderAddress);
            if ((await outbox.QueueAsync(put, new LetterInfo(ChaseLetters.Kind, letter.Agency.Code), [], cancellationToken)).IsQueued)
            {
                queued++;
            }
            else
            {
                already.Add(letter.Agency.Code);
            }
        }

        return new ChaseOutcome(queued, already, MailGateState.Open);
    }
}
