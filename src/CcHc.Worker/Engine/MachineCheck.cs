using System.Data.Common;
using System.Net.Sockets;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings;
using CcHc.Core.Findings;

namespace CcHc.Worker.Engine;

/// <summary>Looks whether the machine's own ways are open: database and mail server. English: the administrator reads it. Sends and writes nothing.</summary>
internal static class MachineCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Finding>> RunAsync(MachineSettings machine, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        if (machine.PostgresConnection is not null && await WhyNoDatabaseAsync(machine, cancellationToken) is { } noDatabase)
        {
            findings.Add(Of("database-unreachable", $"PostgreSQL cannot be reached: {noDatabase}", $"Check {MachineSettings.PostgresVariable} and that the server runs and lets this machine in."));
        }

        if (machine.Mail.Mode == MailMode.Smtp && await WhyNoServerAsync(machine.Mail, cancellationToken) is { } noServer)
        {
            findings.Add(Of("mail-server-unreachable", FormattableString.Invariant($"{machine.Mail.Host}:{machine.Mail.Port} cannot be reached: {noServer}"),
                "Check mail.host and mail.port in appsettings.json and the firewall; `cchc test-mail ADDRESS` shows the server's own answer."));
        }

        return findings;
    }

    private static async Task<string?> WhyNoDatabaseAsync(MachineSettings machine, CancellationToken cancellationToken)
    {
        try
        {
            await using var database = machine.OpenDatabase();
            await using var connection = await database.OpenAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
            return null;
        }
        catch (Exception fault) when (fault is DbException or SocketException or TimeoutException or ArgumentException)
        {
            return fault.Message;
        }
    }

    private static async Task<string?> WhyNoServerAsync(MailSettings mail, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(mail.Host, mail.Port, cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
            return null;
        }
        catch (Exception fault) when (fault is SocketException or TimeoutException)
        {
            return fault.Message;
        }
    }

    private static Finding Of(string code, string message, string remedy) => new(Severity.Error, code, MachineSettings.FileName, null, null, message, remedy);
}
