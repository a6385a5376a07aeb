using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Answers;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Mail;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Office.Letters;

namespace CcHc.Worker.Jobs.RemindAgencies;

/// <summary>What became of the day's letters: put into the outbox, or left because the agency has its letter of the day or another run was quicker.</summary>
public sealed record QueuedLetters(int Queued, int LeftForTomorrow)
{
    public static QueuedLetters None { get; } = new(0, 0);

    /// <summary>None put; a head's letter goes with its agency's and is not counted.</summary>
    public static QueuedLetters Left(IEnumerable<ReminderLetter> letters) => new(0, letters.Count(letter => !letter.IsToHead));
}

/// <summary>Turns letters into mails and puts each, with its reminders, into the outbox in one transaction before anything is sent.</summary>
public sealed class ReminderQueue(OutboxStore outbox, AnswerStore answers, MailSettings settings)
{
    /// <param name="assessed">All obligations of the day; a letter carries its agency's own as a workbook.</param>
    public async Task<QueuedLetters> PutAsync(
        IReadOnlyList<ReminderLetter> letters, IReadOnlyList<AssessedObligation> assessed, JobContext run, CancellationToken cancellationToken)
    {
        var rowsOf = assessed.ToLookup(one => one.Obligation.Agency.Code, StringComparer.Ordinal);
        var (queued, left) = (0, 0);
        var toHeads = letters.Where(letter => letter.IsToHead).ToDictionary(letter => letter.Agency.Code, StringComparer.Ordinal);
        foreach (var letter in letters.Where(letter => !letter.IsToHead))
        {
            var rows = letter.IsEscalation ? letter.Reminders.Select(reminder => reminder.Assessed) : rowsOf[letter.Agency.Code];
            // The head's lines are recorded with the focal point's letter, so both are put or neither.
            var toHead = letter.IsEscalation ? null : toHeads.GetValueOrDefault(letter.Agency.Code);
            var beside = toHead is null ? null : new ReminderLetterToQueue(ToMail(toHead, [.. toHead.Reminders.Select(reminder => reminder.Assessed)]), InfoOf(toHead, run));
            var result = await outbox.QueueAsync(ToMail(letter, [.. rows]), InfoOf(letter, run), [.. letter.Reminders.Select(reminder => reminder.Key)], beside, cancellationToken);
            _ = result.IsQueued ? queued++ : left++;
            if (result.IsQueued && letter.DecisionsTold.Count > 0)
            {
                // A crash just here tells them once more tomorrow.
                await answers.ToldAsync(letter.DecisionsTold, LetterMessageId.Of(letter, settings.SenderAddress), cancellationToken);
            }
        }

        return new QueuedLetters(queued, left);
    }

    private static LetterInfo InfoOf(ReminderLetter letter, JobContext run) => new(LetterMessageId.KindOf(letter), letter.Agency.Code, run.RunId);

    private OutgoingMail ToMail(ReminderLetter letter, IReadOnlyList<AssessedObligation> rows) => ReminderMail.Of(letter, rows, settings.SenderAddress);
}
