using System.CommandLine;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;
using CcHc.Core.StatusReport;
using CcHc.Core.Wording;
using CcHc.Office;
using CcHc.Office.Letters;
using CcHc.Worker.Jobs;
using CcHc.Worker.Jobs.Chase;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs;

/// <summary>chase: one more letter now, to whom a person chose, shown before it goes.</summary>
public static class ChaseVerb
{
    private static readonly Dictionary<string, StatusGroup> Standings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["overdue"] = StatusGroup.Overdue, ["due-soon"] = StatusGroup.DueSoon, ["upcoming"] = StatusGroup.Upcoming,
    };

    public static Command Create(Screen screen)
    {
        var agency = new Option<string[]>("--agency") { Description = "Codes of agencies; default: all.", AllowMultipleArgumentsPerToken = true };
        var area = new Option<string[]>("--area") { Description = "Codes of areas, as `check --json` gives them; default: all.",
            AllowMultipleArgumentsPerToken = true };
        var standing =
            new Option<string[]>("--standing") { Description = "overdue, due-soon, upcoming; default: overdue.", AllowMultipleArgumentsPerToken = true };
        var unanswered = new Option<int>("--days-unanswered") { Description = "So many days at least since it fell due, or since the agency last answered." };
        var paragraph = new Option<string>("--paragraph") { Description = "Your own words above the tasks.", DefaultValueFactory = _ => "" };
        var by = new Option<string>("--by") { Description = "Who sends it; needed with --send.", DefaultValueFactory = _ => "" };
        var reason = new Option<string>("--reason") { Description = "Why; needed with --send.", DefaultValueFactory = _ => "" };
        var send = new Option<bool>("--send") { Description = "Send what is shown. Without it nothing is sent or recorded." };
        var jobs = CommonOptions.Jobs();
        var command = new Command("chase", "Show, and with --send send, one more letter now to each agency chosen.") { agency, area, standing, unanswered,
            paragraph, by, reason, send, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (isSent, person, why) = (parsed.GetValue(send), parsed.GetValue(by)!.Trim(), parsed.GetValue(reason)!.Trim());
            if (isSent && (person.Length == 0 || why.Length == 0))
            {
                throw new UsageException("--send needs --by NAME and --reason TEXT: both are recorded.");
            }

            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var (today, rules) = (host.Services.GetRequiredService<OfficeClock>().Today, host.Services.GetRequiredService<OfficeRules>());
            var reading = await screen.WithProgressAsync("Reading registers",
                progress => host.Services.GetRequiredService<OfficeReader>().LookAsync(today, progress, cancellationToken));
            var filter = new ChaseFilter(Agencies(parsed.GetValue(agency)!, reading), Areas(parsed.GetValue(area)!), Groups(parsed.GetValue(standing)!),
                parsed.GetValue(unanswered));
            var assessed = reading.Assess(rules.Assessment(reading.Calendar), today);
            var letters = ChaseLetters.Write(assessed, filter, parsed.GetValue(paragraph)!, rules.Reminding(reading), today);
            foreach (var letter in letters)
            {
                Print(screen, letter);
            }

            if (!isSent)
            {
                screen.Line(FormattableString.Invariant($"{letters.Count} letters would go. Nothing was sent; add --send --by NAME --reason TEXT."));
                return ExitCode.Done;
            }

            var outcome = await host.Services.GetRequiredService<ChaseSender>()
                .SendAsync(letters, assessed.ToLookup(one => one.Obligation.Agency.Code, StringComparer.Ordinal), person, why, cancellationToken);
            screen.Line(outcome.Gate switch
            {
                MailGateState.Held => "All letters are held (`cchc hold`); nothing was sent.",
                MailGateState.Closed => "Mail is in preview mode (mail.mode in appsettings.json); nothing was sent.",
                _ => FormattableString.Invariant($"{outcome.Queued} letters sent."),
            });
            if (outcome.AlreadyChased.Count > 0)
            {
                screen.Line($"Chased today already, and not again: {string.Join(", ", outcome.AlreadyChased)}.");
            }

            return outcome.Gate != MailGateState.Open || outcome.AlreadyChased.Count > 0 ? ExitCode.DoneWithFindings : ExitCode.Done;
        });
        return command;
    }

    private static HashSet<string> Agencies(string[] given, OfficeReading reading)
    {
        var unknown = given.Where(code => reading.Directory.ByCode(code) is null).ToList();
        return unknown.Count == 0 ? [.. given.Select(code => reading.Directory.ByCode(code)!.Code)]
            : throw new UsageException($"The directory has no agency {string.Join(", ", unknown)}.");
    }

    private static HashSet<TaskArea> Areas(string[] given)
    {
        var known = Enum.GetValues<TaskArea>().ToDictionary(area => area.Code(), StringComparer.OrdinalIgnoreCase);
        return [
            .. given.Select(code => known.TryGetValue(code, out var area)
                ? area : throw new UsageException($"\"{code}\" is no area. Areas: {string.Join(", ", known.Keys)}."))];
    }

    private static HashSet<StatusGroup> Groups(string[] given) => given.Length == 0 ? [StatusGroup.Overdue]
        : [
            .. given.Select(word => Standings.TryGetValue(word, out var group)
                ? group : throw new UsageException($"\"{word}\" is no standing. Standings: {string.Join(", ", Standings.Keys)}."))];

    private static void Print(Screen screen, ReminderLetter letter)
    {
        screen.Line($"{letter.Agency.Name} <{string.Join(", ", letter.To)}>: {letter.Subject}");
        foreach (var reminder in letter.Reminders)
        {
            screen.Line($"  {DeadlineStatusText.TimeLeft(reminder.Assessed.Standing),-28} {Vietnamese.Shortened(reminder.Assessed.Obligation.Task.Text, 90)}");
        }
    }
}
