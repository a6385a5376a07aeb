using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using CcHc.Adapters.Files;
using CcHc.Adapters.Mail.Mailbox;
using CcHc.Adapters.Mail.Smtp;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Findings;

namespace CcHc.Worker.Checks;

/// <summary>
/// Looks whether the machine's own ways are open: folders, database, mail server, clocks. English: the administrator reads it. Sends nothing and leaves nothing
/// behind.
/// </summary>
public static class MachineCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Finding>> RunAsync(JobsFile office, MachineSettings machine, TimeProvider clock, CancellationToken cancellationToken)
    {
        List<Finding?> findings = [ClockCheck.OfLanguageData()];
        var folder = new SharedFolder(office.SharedFolder, office.OutputFolder);
        findings.AddRange(FolderCheck.OfShared(folder));
        findings.AddRange(FolderCheck.OfOutput(folder, out var writtenAt));
        findings.Add(ClockCheck.Against("the output folder's server", writtenAt, clock.GetUtcNow()));
        findings.AddRange(FolderCheck.OfData(machine));
        findings.AddRange(SecrecyCheck.Of(machine));
        findings.AddRange(
            new[] { office.OutputFolder, machine.DataFolder, Path.GetTempPath() }.Select(folder => FolderCheck.OfRoom(folder, FolderCheck.RoomFor(folder))));
        if (machine.PostgresConnection is not null)
        {
            findings.Add(await OfDatabaseAsync(machine, clock, cancellationToken));
        }

        // The probe speaks STARTTLS and passwords; TLS from the first byte and tokens are shown by `test-mail`.
        if (machine.Mail is { Mode: MailMode.Smtp, BeginsWithTls: false, TokenFile.Length: 0 })
        {
            findings.AddRange(
                (await new SmtpProbe(machine.Mail).RunAsync(cancellationToken)).Select(complaint => Of(complaint.Code, complaint.Message, complaint.Remedy)));
        }

        if (machine.Mailbox.IsOn)
        {
            findings.Add(await OfMailboxAsync(machine.Mailbox, cancellationToken));
        }

        return [.. findings.OfType<Finding>()];
    }

    private static async Task<Finding?> OfDatabaseAsync(MachineSettings machine, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            await using var database = machine.OpenDatabase();
            var theirs = await database.AskTimeAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
            return ClockCheck.Against("PostgreSQL", theirs, clock.GetUtcNow());
        }
        catch (Exception fault) when (fault is DbException or SocketException or TimeoutException or ArgumentException)
        {
            return Of("database-unreachable", $"PostgreSQL cannot be reached: {fault.Message}",
                $"Check {MachineSettings.PostgresVariable} and that the server runs and lets this machine in.");
        }
    }

    private static async Task<Finding?> OfMailboxAsync(MailboxSettings mailbox, CancellationToken cancellationToken)
    {
        try
        {
            await new ImapMailbox(mailbox).ProbeAsync(cancellationToken);
            return null;
        }
        catch (Exception fault) when (fault is MailboxLostException or FileNotFoundException)
        {
            return Of(
                "mailbox-unreachable",
                $"The mailbox of {mailbox.User} on {mailbox.Host}:{mailbox.Port.ToString(CultureInfo.InvariantCulture)} cannot be read: {fault.Message}",
                $"Check mailbox.host, port, user and folder in {MachineSettings.FileName}, the password or token file, and that the server lets this machine in by IMAP with TLS.");
        }
    }

    private static Finding Of(string code, string message, string remedy) => new(Severity.Error, code, MachineSettings.FileName, null, null, message, remedy);
}
