using System.CommandLine;
using CcHc.Adapters.Storage.Registers;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs;

/// <summary>accept: a register that lost many rows, or vanished, is meant to be so; its earlier reading is no longer used.</summary>
public static class AcceptVerb
{
    public static Command Create(Screen screen)
    {
        var register = new Argument<string>("register") { Description = "The register as findings name it, e.g. so-theo-doi/ke-hoach-2026.xlsx." };
        var jobs = CommonOptions.Jobs();
        var command = new Command("accept", "Accept that a register lost rows or is gone; its earlier reading is forgotten.") { register, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var shelf = host.Services.GetRequiredService<RegisterSnapshots>();
            var path = parsed.GetValue(register)!.Replace('\\', '/');
            if (await shelf.FindAsync(path, cancellationToken) is not { } known)
            {
                var names = (await shelf.ListAsync(cancellationToken)).Select(one => one.Path);
                throw new UsageException($"No earlier reading of \"{path}\" is kept. Kept: {string.Join(", ", names)}.");
            }

            await shelf.RemoveAsync(path, cancellationToken);
            screen.Line(FormattableString.Invariant(
                $"{path}: the reading of {known.ReadAt:yyyy-MM-dd} with {known.Tasks} tasks is forgotten; the next run takes the file as it is."));
            return ExitCode.Done;
        });
        return command;
    }
}
