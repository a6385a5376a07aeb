using System.CommandLine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Core.Wording;
using CcHc.Office;
using CcHc.Worker.Json;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs;

/// <summary>preview: who would get what on which day, if the registers stayed as they are; nothing is sent or recorded.</summary>
public static class PreviewVerb
{
    public static Command Create(Screen screen)
    {
        var from = CommonOptions.Day("--from", "First day; default: today.");
        var to = CommonOptions.Day("--to", "Last day, included; default: the first day.");
        var json = CommonOptions.Json();
        var jobs = CommonOptions.Jobs();
        var command = new Command("preview", "Show who would get what on which day; nothing is sent.") { from, to, json, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var first = parsed.GetValue(from) ?? host.Services.GetRequiredService<OfficeClock>().Today;
            var last = parsed.GetValue(to) ?? first;
            if (last < first || last.DayNumber - first.DayNumber > 731)
            {
                throw new UsageException("--to must not be before --from, nor more than two years after it.");
            }

            var reading = await screen.WithProgressAsync("Reading registers", progress =>
                host.Services.GetRequiredService<OfficeReader>().LookAsync(first, progress, cancellationToken));
            var sent = await host.Services.GetRequiredService<SentLedger>().ReadAsync(cancellationToken: cancellationToken);
            var rules = host.Services.GetRequiredService<OfficeRules>().Reminding(reading);
            foreach (var letter in DayPlan.Days([.. reading.Obligations], reading.Reports.Duties, rules, sent, first, last).SelectMany(day => day.Letters))
            {
                if (parsed.GetValue(json))
                {
                    screen.Json.Write(Shapes.Of(letter));
                }
                else
                {
                    Print(screen, letter);
                }
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(Screen screen, ReminderLetter letter)
    {
        screen.Line($"{Vietnamese.WeekdayAndDay(letter.Day)} – {letter.Agency.Name} <{string.Join(", ", letter.To)}>");
        foreach (var reminder in letter.Reminders)
        {
            var (obligation, standing) = (reminder.Assessed.Obligation, reminder.Assessed.Standing);
            screen.Line($"  {reminder.Stage,-8} {DeadlineStatusText.TimeLeft(standing),-28} {Vietnamese.Shortened(obligation.Task.Text, 90)}");
        }
    }
}
