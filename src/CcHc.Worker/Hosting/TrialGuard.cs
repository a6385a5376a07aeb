using System.Data.Common;
using System.Net.Sockets;
using CcHc.Adapters.Backups;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Hosting;

/// <summary>
/// Between trial and real mail stands `cchc go-live`: when redirectAllTo is only taken away, letters are held instead of being missed, or thrown at every head
/// at once.
/// </summary>
internal static class TrialGuard
{
    public const string Reason =
        "letters went to a test address and redirectAllTo was taken away by hand; `cchc go-live` shows what would go and ends the trial";

    public static async Task CheckAsync(IServiceProvider services, MachineSettings machine, CancellationToken cancellationToken)
    {
        if (machine.Mail is not { Mode: MailMode.Smtp, RedirectAllTo.Length: 0 })
        {
            return;
        }

        try
        {
            await services.GetRequiredService<SafeMigration>().RunAsync(cancellationToken);
            if (await services.GetRequiredService<TrialLetters>().AnyAsync(cancellationToken))
            {
                await services.GetRequiredService<LetterHold>().BeginAsync(Reason, cancellationToken);
            }
        }
        catch (Exception away) when (away is DbException or SocketException or TimeoutException)
        {
            // No letter is written either while the database is away; the health page says so.
        }
    }
}
