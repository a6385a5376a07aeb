using System.CommandLine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Reminders;
using CcHc.Office;
using CcHc.Worker.Jobs.RemindAgencies;
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
            var left = host.Services.GetRequiredService<FirstDayOfMail>().LeftToOfficer(reading, sent, FirstWorkingDay(reading, first, last));
            if (left.Count > 0 && !parsed.GetValue(json))
            {
                screen.Line(FormattableString.Invariant(
                    $"First day of mail: {left.Count} reminders of tasks overdue {LongOverdue.WorkingDays} working days or more are left to the officer."));
            }

            foreach (var letter in DayPlan.Days([.. reading.Obligations], reading.Reports.Duties, rules, FirstDayOfMail.With(sent, left), first, last)
                .SelectMany(day => day.Letters))
            {
                if (parsed.GetValue(json))
                {
                    screen.Json.Write(Shapes.Of(letter));
                }
                else
                {
                    foreach (var line in LetterLines.Of(letter))
                    {
                        screen.Line(line);
                    }
                }
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static DateOnly FirstWorkingDay(OfficeReading reading, DateOnly first, DateOnly last)
    {
        while (first < last && !reading.Calendar.IsWorkingDay(first))
        {
            first = first.AddDays(1);
        }

        return first;
    }
}
