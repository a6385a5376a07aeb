using System.CommandLine;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Core.Wording;
using CcHc.Office;
using CcHc.Worker.Hosting;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs;

/// <summary>
/// go-live: from trial to real mail. Shows what went to the test address, who gets what on the first day and what is too long overdue to be mailed without a
/// person; with --yes it is done.
/// </summary>
public static class GoLiveVerb
{
    public static Command Create(Screen screen)
    {
        var yes = new Option<bool>("--yes") { Description = "Do it: the trial's letters count no more, redirectAllTo is taken out of appsettings.json." };
        var longest =
            new Option<int>("--long-overdue") { Description = "Overdue so many working days or more: listed here for the officer, not mailed on the first day.",
                DefaultValueFactory = _ => LongOverdue.WorkingDays };
        var day = CommonOptions.AsOf("The first day of real mail; default: the next working day.");
        var jobs = CommonOptions.Jobs();
        var command = new Command("go-live", "End the trial: show who gets what on the first day of real mail, and begin it.") { yes, longest, day, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            await ShowTrialAsync(screen, host, cancellationToken);
            var notNow = await ShowFirstDayAsync(screen, host, parsed.GetValue(day), parsed.GetValue(longest), cancellationToken);
            if (!parsed.GetValue(yes))
            {
                screen.Line("Nothing is changed. `cchc go-live --yes` begins real mail.");
                return ExitCode.DoneWithFindings;
            }

            await BeginAsync(screen, host, notNow, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task ShowTrialAsync(Screen screen, OfficeHost host, CancellationToken cancellationToken)
    {
        var letters = await host.Services.GetRequiredService<TrialLetters>().ListAsync(cancellationToken);
        screen.Line(letters.Count == 0
            ? "No letter went to a test address."
            : FormattableString.Invariant(
                $"{letters.Count} letters went to {string.Join(", ", letters.Select(one => one.DeliveredTo).Distinct())} and to no agency; they will not count as sent:"));
        foreach (var letter in letters)
        {
            screen.Line(FormattableString.Invariant($"  {letter.SettledAt:yyyy-MM-dd}  {letter.AgencyCode,-10} {letter.Address,-32} {letter.Subject}"));
        }
    }

    /// <returns>The reminders that are not mailed on the first day.</returns>
    private static async Task<IReadOnlyList<ReminderKey>> ShowFirstDayAsync(Screen screen, OfficeHost host, DateOnly? asked, int longest,
        CancellationToken cancellationToken)
    {
        var rules = host.Services.GetRequiredService<OfficeRules>();
        var today = host.Services.GetRequiredService<OfficeClock>().Today;
        var reading = await screen.WithProgressAsync("Reading registers",
            progress => host.Services.GetRequiredService<OfficeReader>().LookAsync(today, progress, cancellationToken));
        var first = asked ?? reading.Calendar.AddWorkingDays(today, 1);
        var sent = (await host.Services.GetRequiredService<SentLedger>().ReadAsync(cancellationToken: cancellationToken)).ToHashSet();
        sent.ExceptWith(await host.Services.GetRequiredService<TrialLetters>().RemindersAsync(cancellationToken));

        var old = LongOverdue.Of(rules.Plan(reading, sent, first, isWorkingDay: true), longest);
        screen.Line(
            FormattableString.Invariant(
                $"{old.Count} reminders of tasks overdue {longest} working days or more are for the officer to look at first; they are not mailed on the first day:"));
        foreach (var reminder in old.DistinctBy(reminder => (reminder.Key.TaskKey, reminder.Key.MilestoneKey, reminder.Key.AgencyCode)))
        {
            var (obligation, standing) = (reminder.Assessed.Obligation, reminder.Assessed.Standing);
            screen.Line(
                $"  {obligation.Agency.Code,-10} {DeadlineStatusText.TimeLeft(standing),-28} {obligation.Task.Place.File} {obligation.Task.Place.Sheet}, dòng {obligation.Task.Place.Row}: {Vietnamese.Shortened(obligation.Task.Text, 70)}");
        }

        var notNow = old.Select(reminder => reminder.Key).ToList();
        sent.UnionWith(notNow);
        var letters = rules.Plan(reading, sent, first, isWorkingDay: true).Letters;
        screen.Line(FormattableString.Invariant($"{letters.Count} letters would go on {Vietnamese.WeekdayAndDay(first)}:"));
        foreach (var letter in letters)
        {
            screen.Line(FormattableString.Invariant($"  {letter.Agency.Code,-10} <{string.Join(", ", letter.To)}>  {letter.Subject}"));
        }

        return notNow;
    }

    private static async Task BeginAsync(Screen screen, OfficeHost host, IReadOnlyList<ReminderKey> notNow, CancellationToken cancellationToken)
    {
        var (putAside, forms) = await host.Services.GetRequiredService<TrialLetters>().EndAsync(notNow, cancellationToken);
        screen.Line(FormattableString.Invariant(
            $"{putAside} letters of the trial put aside, {forms} report forms queued for their agencies, {notNow.Count} reminders left to the officer."));
        var hold = host.Services.GetRequiredService<LetterHold>();
        if (await hold.ReadAsync(cancellationToken) is { } held && held.Reason == TrialGuard.Reason)
        {
            await hold.EndAsync(cancellationToken);
        }

        if (SettingsFile.RemoveRedirection(host.Office.Path))
        {
            screen.Line("redirectAllTo is taken out of appsettings.json; a running service takes that up within seconds.");
        }
        else if (host.Machine.Mail.RedirectAllTo.Length > 0)
        {
            screen.Line(
                $"redirectAllTo comes from the environment (CCHC__mail__redirectAllTo): unset it where the service gets its environment and restart it. Until then letters still go to {host.Machine.Mail.RedirectAllTo}.");
        }

        screen.Line("Real mail begins with the next run of the reminders.");
    }
}
