using System.CommandLine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Reminders;
using CcHc.Office;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs;

/// <summary>hold: whether letters are held, what would go if they were not, and letting them go.</summary>
public static class HoldVerb
{
    public static Command Create(Screen screen)
    {
        var release = new Option<bool>("--release") { Description = "Let letters leave again, those shown too." };
        var asSent =
            new Option<bool>("--as-sent") { Description = "With --release: what is shown counts as sent already and does not go; only what comes later does." };
        var begin = new Option<bool>("--begin") { Description = "Hold all letters from now on." };
        var jobs = CommonOptions.Jobs();
        var command = new Command("hold", "Show whether letters are held and what would go; hold them or let them go.") { release, asSent, begin, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (isRelease, isAsSent, isBegin) = (parsed.GetValue(release), parsed.GetValue(asSent), parsed.GetValue(begin));
            if ((isAsSent && !isRelease) || (isBegin && isRelease))
            {
                throw new UsageException("--as-sent goes with --release; --begin goes alone.");
            }

            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var hold = host.Services.GetRequiredService<LetterHold>();
            if (isBegin)
            {
                await hold.BeginAsync("held by hand", cancellationToken);
            }

            var held = await hold.ReadAsync(cancellationToken);
            screen.Line(held is null ? "Letters are not held." : FormattableString.Invariant($"All letters are held since {held.Since:u}: {held.Reason}."));
            if (held is null)
            {
                return ExitCode.Done;
            }

            var waiting = await ShowWaitingAsync(screen, host, cancellationToken);
            var planned = await ShowPlannedAsync(screen, host, cancellationToken);
            return isRelease ? await ReleaseAsync(screen, host, hold, waiting, isAsSent ? planned : null, cancellationToken) : ExitCode.DoneWithFindings;
        });
        return command;
    }

    private static async Task<int> ShowWaitingAsync(Screen screen, OfficeHost host, CancellationToken cancellationToken)
    {
        var waiting = await host.Services.GetRequiredService<OutboxStore>().ListWaitingAsync(cancellationToken);
        screen.Line(FormattableString.Invariant($"{waiting.Count} letters wait in the outbox:"));
        foreach (var delivery in waiting)
        {
            screen.Line(FormattableString.Invariant($"  {delivery.Address,-36} queued {delivery.QueuedAt:yyyy-MM-dd HH:mm}Z  {delivery.Subject}"));
        }

        return waiting.Count;
    }

    /// <summary>What today's plan would write that the ledger does not know; some of it may have gone out after the backup was taken.</summary>
    private static async Task<IReadOnlyList<ReminderKey>> ShowPlannedAsync(Screen screen, OfficeHost host, CancellationToken cancellationToken)
    {
        var today = host.Services.GetRequiredService<OfficeClock>().Today;
        var rules = host.Services.GetRequiredService<OfficeRules>();
        var reading = await screen.WithProgressAsync("Reading registers",
            progress => host.Services.GetRequiredService<OfficeReader>().LookAsync(today, progress, cancellationToken));
        var sent = await host.Services.GetRequiredService<SentLedger>().ReadAsync(cancellationToken: cancellationToken);
        // As on a working day: on a Sunday too it must be seen what Monday would bring.
        var day = rules.Plan(reading, sent, today, isWorkingDay: true);
        screen.Line(FormattableString.Invariant(
            $"{day.Letters.Count} letters with {day.Plan.Reminders.Count} reminders would be written that the ledger does not know:"));
        foreach (var letter in day.Letters)
        {
            screen.Line(FormattableString.Invariant($"  {letter.Agency.Code,-10} <{string.Join(", ", letter.To)}>  {letter.Subject}"));
            foreach (var reminder in letter.Reminders)
            {
                screen.Line(FormattableString.Invariant($"    {reminder.Key.Stage,-8} due {reminder.Key.Due:yyyy-MM-dd}  {reminder.Key.TaskKey}"));
            }
        }

        return [.. day.Plan.Reminders.Select(reminder => reminder.Key)];
    }

    /// <param name="asSent">The reminders to record as sent; null lets everything go.</param>
    private static async Task<int> ReleaseAsync(Screen screen, OfficeHost host, LetterHold hold, int waiting, IReadOnlyList<ReminderKey>? asSent,
        CancellationToken cancellationToken)
    {
        if (asSent is not null)
        {
            await host.Services.GetRequiredService<OutboxStore>().CountAsSentAsync(asSent, cancellationToken);
            screen.Line(FormattableString.Invariant(
                $"{asSent.Count} reminders count as sent; {waiting} waiting letters are set aside as held, each to be let go by a person."));
        }

        await hold.EndAsync(cancellationToken);
        screen.Line("Letters leave again with the next run.");
        return ExitCode.Done;
    }
}
