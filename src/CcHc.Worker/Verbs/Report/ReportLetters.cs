using System.CommandLine;
using System.Globalization;
using CcHc.Adapters.Documents.Letters;
using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Reminders;
using CcHc.Office;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs.Report;

/// <summary>
/// report letters: an official letter (công văn đôn đốc) to every agency that has something overdue, as files to number and sign; nothing is sent.
/// </summary>
internal static class ReportLetters
{
    public static Command Create(Screen screen)
    {
        var day = CommonOptions.AsOf("Judge everything on this day; default: today in Asia/Ho_Chi_Minh.");
        var output =
            new Option<string?>("--out") { Description = "The folder the letters are written to; default: cong-van/DAY beside the consolidated workbooks." };
        var all = new Option<bool>("--unconfirmed") { Description = "Also list what Sở Nội vụ has not confirmed yet: a doubtful deadline or status." };
        var jobs = CommonOptions.Jobs();
        var command =
            new Command("letters", "Write an official letter (.docx) to each agency about what it has overdue; nothing is sent.") { day, output, all, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var today = parsed.GetValue(day) ?? host.Services.GetRequiredService<OfficeClock>().Today;
            var folder = parsed.GetValue(output) is { Length: > 0 } named
                ? Path.GetFullPath(named)
                : Path.Combine(host.Services.GetRequiredService<SharedFolder>().Consolidated, "cong-van",
                    today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            return await WriteAsync(screen, host, today, folder, parsed.GetValue(all), cancellationToken);
        });
        return command;
    }

    private static async Task<int> WriteAsync(Screen screen, OfficeHost host, DateOnly today, string folder, bool isWithUnconfirmed,
        CancellationToken cancellationToken)
    {
        var (rules, ledger) = (host.Services.GetRequiredService<OfficeRules>(), host.Services.GetRequiredService<SentLedger>());
        var reading = await screen.WithProgressAsync("Reading registers", progress =>
            host.Services.GetRequiredService<OfficeReader>().LookAsync(today, progress, cancellationToken));
        var page =
            MondayPage.Of(reading.Assess(rules.Assessment(reading.Calendar), today), await ledger.ReachedAsync(cancellationToken), today);
        var letters = OfficialLetters.Of(page, rules.ProvinceName, rules.StandingBody(reading), host.Office.Contact, reading.Calendar, isWithUnconfirmed);
        foreach (var letter in letters.Letters)
        {
            var path = Path.Combine(folder, SafeFileName.Of($"{letter.Agency.Code} - {letter.Agency.Name}") + ".docx");
            var bytes = ChaseLetterWriter.ToBytes(letter);
            screen.Line(
                FormattableString.Invariant($"  {letter.Agency.Code,-12} {letter.Lines.Count,3}  {AtomicFile.WriteNew(path, stream => stream.Write(bytes))}"));
        }

        screen.Line(
            FormattableString.Invariant(
                $"{letters.Letters.Count} letters written to {folder}; {letters.LeftOut} overdue lines left out (unconfirmed, of no known agency, or of the office itself)."));
        return ExitCode.Done;
    }
}
