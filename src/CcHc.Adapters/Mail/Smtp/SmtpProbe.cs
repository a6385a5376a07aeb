using System.Net.Sockets;
using System.Security.Cryptography;
using CcHc.Adapters.Settings.Machine;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CcHc.Adapters.Mail.Smtp;

/// <summary>
/// Finds out whether mail would go through by talking to the server, with the client letters are sent by, up to the sender's address, and sending nothing (thử
/// đường gửi thư): greeting, TLS, certificate, login by password or token, sender, good-bye.
/// </summary>
public sealed class SmtpProbe(MailSettings settings)
{
    private readonly string _server = FormattableString.Invariant($"{settings.Host}:{settings.Port}");
    private readonly RawSmtpCheck _raw = new(settings);

    /// <summary>A server that greets does so at once; one that says nothing waits for TLS, or is no mail server.</summary>
    public TimeSpan PatienceWithGreeting { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For everything together.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <returns>Empty when mail would go through.</returns>
    public async Task<IReadOnlyList<SmtpComplaint>> RunAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var client = new ProbingClient();
            await ConnectAsync(client, patience.Token);
            await LogInAsync(client, patience.Token);
            await NameSenderAsync(client, patience.Token);
            await client.DisconnectAsync(quit: true, patience.Token);
            return [];
        }
        catch (SmtpComplaintException found)
        {
            return found.Complaints;
        }
        catch (Exception broken) when (broken is IOException or SocketException or ProtocolException)
        {
            return [new("mail-server-unreachable", $"{_server} broke the conversation off: {broken.Message}",
                "Ask the mail server's administrator; a firewall may cut mail off, too.")];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [new("mail-server-unreachable", FormattableString.Invariant($"{_server} did not finish a conversation within {Patience.TotalSeconds:0} s."),
                "Check the network between this machine and the mail server.")];
        }
    }

    private async Task ConnectAsync(ProbingClient client, CancellationToken cancellationToken)
    {
        IReadOnlyList<SmtpComplaint> complaints = [];
        client.CheckCertificateRevocation = false;
        client.ServerCertificateValidationCallback =
            (_, certificate, chain, errors) => (complaints = CertificateVerdict.Of(certificate, chain, errors, settings)).Count == 0;
        using var greeting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        client.Heard.Greeted = () => greeting.CancelAfter(Timeout.InfiniteTimeSpan);
        // Belongs to the client once that is connected.
        var socket = await _raw.ConnectAsync(cancellationToken);
        using var unused = new Unless(() => client.IsConnected, socket);
        greeting.CancelAfter(PatienceWithGreeting);
        try
        {
            await client.ConnectAsync(socket.Client, settings.Host, settings.Port, SmtpConnector.Tls(settings), greeting.Token);
            greeting.CancelAfter(Timeout.InfiniteTimeSpan);
            return;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw client.Heard.FirstLine.Length > 0
                ? new SmtpComplaintException("mail-not-smtp", $"{_server} never ends its greeting; it began \"{client.Heard.FirstLine}\".",
                    "Check mail.host and mail.port in appsettings.json.")
                : await SilentAsync(cancellationToken);
        }
        catch (SmtpCommandException refusal)
        {
            throw new SmtpComplaintException("mail-refused", $"{_server} turns this machine away: {Words(refusal)}",
                "Ask the mail server's administrator to let this machine in.");
        }
        catch (NotSupportedException)
        {
            throw new SmtpComplaintException("mail-starttls-missing", $"{_server} offers no STARTTLS on this port.",
                "Use the server's port with STARTTLS, usually 587, or with TLS from the first byte, usually 465; only for a server on this very network and without a login set mail.useTls to false.");
        }
        catch (SmtpProtocolException)
        {
            throw new SmtpComplaintException("mail-not-smtp", $"{_server} does not speak SMTP; it said \"{client.Heard.FirstLine}\".",
                "Check mail.host and mail.port in appsettings.json.");
        }
        catch (SslHandshakeException failed)
        {
            throw complaints.Count > 0 ? new SmtpComplaintException(complaints) : await HandshakeFailedAsync(failed, cancellationToken);
        }
    }

    private async Task<SmtpComplaintException> SilentAsync(CancellationToken cancellationToken) =>
        !settings.BeginsWithTls && await _raw.BeginsWithTlsAsync(PatienceWithGreeting, cancellationToken)
            ? new SmtpComplaintException("mail-tls-from-first-byte", $"{_server} speaks TLS from the first byte on, and the settings expect STARTTLS.",
                "Set mail.implicitTls to true in appsettings.json, or use the server's STARTTLS port, usually 587, as mail.port.")
            : new SmtpComplaintException("mail-not-smtp", $"{_server} takes the connection and says nothing.", "Check mail.port: this may be no mail server.");

    private async Task<SmtpComplaintException> HandshakeFailedAsync(SslHandshakeException failed, CancellationToken cancellationToken)
    {
        if (settings.BeginsWithTls && await _raw.GreetsInClearAsync(PatienceWithGreeting, cancellationToken))
        {
            return new SmtpComplaintException("mail-tls-by-starttls", $"{_server} greets in clear, and the settings expect TLS from the first byte.",
                "Use the server's port for TLS from the first byte, usually 465, or set mail.implicitTls to false and mail.port to the STARTTLS port, usually 587.");
        }

        var words = string.Join(" ", Causes(failed).Skip(1).Select(cause => cause.Message));
        return await _raw.SpeaksOldTlsAsync(cancellationToken)
            ? new SmtpComplaintException("mail-tls-too-old", $"{_server} speaks TLS 1.1 or older only; this machine wants TLS 1.2 or later.",
                "Have TLS 1.2 enabled on the mail server.")
            : new SmtpComplaintException("mail-tls-failed", $"TLS with {_server} failed: {words}", "Ask the mail server's administrator.");
    }

    private async Task LogInAsync(ProbingClient client, CancellationToken cancellationToken)
    {
        try
        {
            await SmtpConnector.LogInAsync(client, settings, cancellationToken);
        }
        catch (NotSupportedException)
        {
            var ways = client.AuthenticationMechanisms;
            throw new SmtpComplaintException("mail-login-not-offered",
                $"{_server} offers no login by {(settings.TokenFile.Length > 0 ? "token" : "password")} ({(ways.Count > 0 ? "only " + string.Join(", ", ways.Order(StringComparer.Ordinal)) : "no login at all")}).",
                ways.Count > 0 ? "Have it enabled on the mail server, or use the other way: mail.tokenFile, or the password in the environment."
                    : "If the server needs no login, leave mail.user empty; else check mail.port.");
        }
        catch (AuthenticationException refused) when (settings.TokenFile.Length > 0)
        {
            throw new SmtpComplaintException("mail-token-refused", $"{_server} does not accept the token of \"{settings.User}\": {refused.Message}",
                $"Have the access token in {settings.TokenFile} renewed, and check that it is for sending mail as mail.user.");
        }
        catch (AuthenticationException refused)
        {
            throw new SmtpComplaintException("mail-login-refused", $"{_server} does not accept the login of \"{settings.User}\": {refused.Message}",
                "Check mail.user in appsettings.json and the password in the environment.");
        }
        catch (Exception unread) when (settings.TokenFile.Length > 0
            && unread is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new SmtpComplaintException("mail-token-unreadable", $"The token file cannot be read: {unread.Message}",
                "Check mail.tokenFile and the rights of the account this program runs under.");
        }
    }

    private async Task NameSenderAsync(ProbingClient client, CancellationToken cancellationToken)
    {
        var reply = await client.AskAsync($"MAIL FROM:<{settings.SenderAddress}>", cancellationToken);
        if ((int)reply.StatusCode is >= 200 and < 400)
        {
            await client.AskAsync("RSET", cancellationToken);
            return;
        }

        var words = FormattableString.Invariant($"{(int)reply.StatusCode} {reply.Response.ReplaceLineEndings(" / ")}");
        throw (int)reply.StatusCode == 530 && !settings.UseTls && client.Capabilities.HasFlag(SmtpCapabilities.StartTLS)
            ? new SmtpComplaintException("mail-tls-wanted", $"{_server} wants TLS: {words}", "Set mail.useTls to true in appsettings.json.")
            : (int)reply.StatusCode == 530
            ? new SmtpComplaintException("mail-login-wanted", $"{_server} wants a login: {words}",
                "Set mail.user in appsettings.json and the password in the environment.")
            : new SmtpComplaintException("mail-sender-refused", $"{_server} does not take mail from {settings.SenderAddress}: {words}",
                "Set mail.senderAddress in appsettings.json to an address this login may send from.");
    }

    /// <summary>Closes a socket that no client has taken over.</summary>
    private sealed class Unless(Func<bool> isTaken, TcpClient socket) : IDisposable
    {
        public void Dispose()
        {
            if (!isTaken())
            {
                socket.Dispose();
            }
        }
    }

    private static string Words(SmtpCommandException refusal) =>
        FormattableString.Invariant($"{(int)refusal.StatusCode} {refusal.Message.ReplaceLineEndings(" / ")}");

    private static IEnumerable<Exception> Causes(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            yield return fault;
        }
    }
}
