using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Answers;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Workbooks.StatusReports;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Office.Letters;

namespace CcHc.Worker.Jobs.RemindAgencies;

/// <summary>What became of the day's letters: put into the outbox, or left because the agency has its letter of the day or another run was quicker.</summary>
public sealed record QueuedLetters(int Queued, int LeftForTomorrow)
{
    public static QueuedLetters None { get; } = new(0, 0);

    public static QueuedLetters operator +(QueuedLetters some, QueuedLetters more) =>
        new(some.Queued + more.Queued, some.LeftForTomorrow + more.LeftForTomorrow);

    /// <summary>None put; a head's letter goes with its agency's and is not counted.</summary>
    public static QueuedLetters Left(IEnumerable<ReminderLetter> letters) => new(0, letters.Count(letter => !letter.IsToHead));
}

/// <summary>
/// Turns letters into mails and puts them, each with its reminders, into the outbox before anything is sent: some at a time, written side by side and recorded
/// in one transaction.
/// </summary>
public sealed class ReminderQueue(OutboxStore outbox, AnswerStore answers, MailSettings settings)
{
    /// <summary>So many are in memory at a time, and as many again while they are recorded.</summary>
    private const int LettersInOneTransaction = 16;

    /// <param name="assessed">All obligations of the day; a letter carries its agency's own as a workbook.</param>
    public async Task<QueuedLetters> PutAsync(
        IReadOnlyList<ReminderLetter> letters, IReadOnlyList<AssessedObligation> assessed, JobContext run, CancellationToken cancellationToken)
    {
        var rowsOf = assessed.ToLookup(one => one.Obligation.Agency.Code, StringComparer.Ordinal);
        var toHeads = letters.Where(letter => letter.IsToHead).ToDictionary(letter => letter.Agency.Code, StringComparer.Ordinal);
        var workbooks = new AgencyTasksWorkbookWriter(run.Today);
        var total = QueuedLetters.None;
        await using var recording = new WriteBehind(cancellationToken);
        foreach (var chunk in letters.Where(letter => !letter.IsToHead).Chunk(LettersInOneTransaction))
        {
            var written = new LetterToQueue[chunk.Length];
            Parallel.For(0, chunk.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
                i => written[i] = Write(chunk[i], rowsOf, toHeads, workbooks, run));
            await recording.StartAsync(async () => total += await RecordAsync(chunk, written, cancellationToken));
        }

        await recording.WaitAsync();
        return total;
    }

    private LetterToQueue Write(
        ReminderLetter letter, ILookup<string, AssessedObligation> rowsOf, Dictionary<string, ReminderLetter> toHeads, AgencyTasksWorkbookWriter workbooks,
        JobContext run)
    {
        IReadOnlyList<AssessedObligation> rows = [.. letter.IsEscalation ? letter.Reminders.Select(reminder => reminder.Assessed) : rowsOf[letter.Agency.Code]];
        // The head's lines are recorded with the focal point's letter, so both are put or neither.
        var toHead = letter.IsEscalation ? null : toHeads.GetValueOrDefault(letter.Agency.Code);
        var beside = toHead is null
            ? null
            : new ReminderLetterToQueue(ReminderMail.Of(toHead, [.. toHead.Reminders.Select(reminder => reminder.Assessed)], workbooks, settings.SenderAddress),
                InfoOf(toHead, run));
        return new LetterToQueue(new ReminderLetterToQueue(ReminderMail.Of(letter, rows, workbooks, settings.SenderAddress), InfoOf(letter, run)),
            [.. letter.Reminders.Select(reminder => reminder.Key)], beside);
    }

    private async Task<QueuedLetters> RecordAsync(ReminderLetter[] letters, LetterToQueue[] written, CancellationToken cancellationToken)
    {
        var results = await outbox.QueueAllAsync(written, cancellationToken);
        foreach (var (letter, _) in letters.Zip(results).Where(one => one.Second.IsQueued && one.First.DecisionsTold.Count > 0))
        {
            // A crash just here tells them once more tomorrow.
            await answers.ToldAsync(letter.DecisionsTold, LetterMessageId.Of(letter, settings.SenderAddress), cancellationToken);
        }

        var queued = results.Count(result => result.IsQueued);
        return new QueuedLetters(queued, results.Count - queued);
    }

    private static LetterInfo InfoOf(ReminderLetter letter, JobContext run) => new(LetterMessageId.KindOf(letter), letter.Agency.Code, run.RunId);
}
