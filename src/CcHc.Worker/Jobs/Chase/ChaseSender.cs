using CcHc.Adapters.Mail;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Office.Letters;

namespace CcHc.Worker.Jobs.Chase;

/// <summary>Sends the letters a person chose (đôn đốc ngay) at once.</summary>
public sealed class ChaseSender(ChaseQueue queue, OutboxDispatcher dispatcher)
{
    /// <inheritdoc cref="ChaseQueue.PutAsync"/>
    public async Task<ChaseOutcome> SendAsync(
        IReadOnlyList<ReminderLetter> letters, ILookup<string, AssessedObligation> rows, string person, string reason, CancellationToken cancellationToken)
    {
        var outcome = await queue.PutAsync(letters, rows, person, reason, cancellationToken);
        if (outcome.Queued > 0)
        {
            await dispatcher.DeliverAsync(cancellationToken);
        }

        return outcome;
    }
}
