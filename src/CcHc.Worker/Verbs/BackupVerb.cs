using System.CommandLine;
using CcHc.Adapters.Backups;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Users;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs;

/// <summary>backup: database, copies of registers, settings and wording in one zip; the service may go on meanwhile.</summary>
public static class BackupVerb
{
    public static Command Create(Screen screen)
    {
        var file = new Argument<string>("file") { Description = "The zip to write; it must not exist yet." };
        var jobs = CommonOptions.Jobs();
        var command = new Command("backup", "Write database, copies of registers, settings and wording into one zip.") { file, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var writer = new BackupWriter(host.Services.GetRequiredService<Database>(), host.Machine, host.Services.GetRequiredService<TimeProvider>());
            try
            {
                var manifest = await writer.WriteAsync(parsed.GetValue(file)!, host.Office.Path, cancellationToken);
                screen.Line(
                    FormattableString.Invariant(
                        $"{parsed.GetValue(file)}: {manifest.Rows.Values.Sum()} rows of {manifest.Rows.Count} tables, {manifest.Snapshots} copies of registers, settings."));
                await host.Services.GetRequiredService<AuditTrail>()
                    .WriteAsync("cchc backup", AuditTrail.BackedUp, Path.GetFileName(parsed.GetValue(file)!), cancellationToken: cancellationToken);
                screen.Line("Passwords are not in it. Letters and agencies' rows are: keep it where only the administrator reads.");
                return ExitCode.Done;
            }
            catch (BackupException refused)
            {
                throw new UsageException(refused.Message);
            }
        });
        return command;
    }
}
