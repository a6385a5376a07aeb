using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace CcHc.Adapters.Mail;

/// <summary>
/// Finds out whether mail would go through by talking to the server up to the sender's address, and sending nothing (thử đường gửi thư): greeting, STARTTLS,
/// certificate, login, sender, good-bye.
/// </summary>
public sealed class SmtpProbe(MailSettings settings)
{
    private readonly string _server = FormattableString.Invariant($"{settings.Host}:{settings.Port}");

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
            await TalkAsync(patience.Token);
            return [];
        }
        catch (SmtpComplaintException found)
        {
            return found.Complaints;
        }
        catch (InvalidDataException words)
        {
            return [new("mail-not-smtp", $"{_server} does not speak SMTP; it said \"{words.Message}\".", "Check mail.host and mail.port in appsettings.json.")];
        }
        catch (Exception broken) when (broken is IOException or SocketException)
        {
            return [new("mail-server-unreachable", $"{_server} broke the conversation off: {broken.Message}", "Ask the mail server's administrator; a firewall may cut mail off, too.")];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [new("mail-server-unreachable", FormattableString.Invariant($"{_server} did not finish a conversation within {Patience.TotalSeconds:0} s."), "Check the network between this machine and the mail server.")];
        }
    }

    private async Task TalkAsync(CancellationToken cancellationToken)
    {
        using var client = await ConnectAsync(cancellationToken);
        Stream stream = client.GetStream();
        var talk = new SmtpConversation(stream);
        await GreetAsync(talk, cancellationToken);
        var offers = await HelloAsync(talk, cancellationToken);
        if (settings.UseTls)
        {
            var tls = await SecureAsync(talk, stream, offers, cancellationToken);
            talk = new SmtpConversation(tls);
            offers = await HelloAsync(talk, cancellationToken);
        }

        if (settings.User.Length > 0)
        {
            await LogInAsync(talk, offers, cancellationToken);
        }

        await NameSenderAsync(talk, offers, cancellationToken);
        await talk.AskAsync("RSET", cancellationToken);
        await talk.AskAsync("QUIT", cancellationToken);
    }

    private async Task<TcpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, cancellationToken);
            return client;
        }
        catch (SocketException refused)
        {
            client.Dispose();
            throw new SmtpComplaintException("mail-server-unreachable", $"{_server} cannot be reached: {refused.SocketErrorCode}: {refused.Message}", "Check mail.host and mail.port in appsettings.json and the firewall.");
        }
    }

    private async Task GreetAsync(SmtpConversation talk, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(PatienceWithGreeting);
        SmtpReply greeting;
        try
        {
            greeting = await talk.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw await BeginsWithTlsAsync(cancellationToken)
                ? new SmtpComplaintException("mail-tls-from-first-byte", $"{_server} speaks TLS from the first byte on, which this program cannot.", "Use the server's STARTTLS port, usually 587, as mail.port.")
                : new SmtpComplaintException("mail-not-smtp", $"{_server} takes the connection and says nothing.", "Check mail.port: this may be no mail server.");
        }

        if (!greeting.IsGood)
        {
            throw new SmtpComplaintException("mail-refused", $"{_server} turns this machine away: {greeting}", "Ask the mail server's administrator to let this machine in.");
        }
    }

    /// <summary>Only looks whether a handshake succeeds; whose certificate it is does not matter, nothing is said.</summary>
    private async Task<bool> BeginsWithTlsAsync(CancellationToken cancellationToken)
    {
        using var client = await ConnectAsync(cancellationToken);
        await using var tls = new SslStream(client.GetStream());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(PatienceWithGreeting);
        var wasShown = false;
        try
        {
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = settings.Host, RemoteCertificateValidationCallback = (_, _, _, _) => !(wasShown = true) }, patience.Token);
        }
        catch (Exception failed) when (failed is AuthenticationException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return wasShown;
    }

    private async Task<IReadOnlyList<string>> HelloAsync(SmtpConversation talk, CancellationToken cancellationToken)
    {
        var reply = await talk.AskAsync("EHLO " + System.Net.Dns.GetHostName(), cancellationToken);
        return reply.IsGood ? reply.Lines : throw new SmtpComplaintException("mail-refused", $"{_server} turns this machine away: {reply}", "Ask the mail server's administrator to let this machine in.");
    }

    private async Task<Stream> SecureAsync(SmtpConversation talk, Stream stream, IReadOnlyList<string> offers, CancellationToken cancellationToken)
    {
        if (!offers.Contains("STARTTLS", StringComparer.OrdinalIgnoreCase) || !(await talk.AskAsync("STARTTLS", cancellationToken)).IsGood)
        {
            throw new SmtpComplaintException("mail-starttls-missing", $"{_server} offers no STARTTLS on this port.",
                "Use the server's port with STARTTLS, usually 587; only for a server on this very network and without a login set mail.useTls to false.");
        }

        IReadOnlyList<SmtpComplaint> complaints = [];
        var tls = new SslStream(stream);
        try
        {
            await tls.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = settings.Host,
                    RemoteCertificateValidationCallback = (_, certificate, chain, errors) => (complaints = CertificateVerdict.Of(certificate, chain, errors, settings)).Count == 0,
                },
                cancellationToken);
            return tls;
        }
        catch (Exception failed) when (failed is AuthenticationException or IOException)
        {
            throw complaints.Count > 0 ? new SmtpComplaintException(complaints) : HandshakeFailed(failed, await SpeaksOldTlsAsync(cancellationToken));
        }
    }

    private SmtpComplaintException HandshakeFailed(Exception failed, bool isOld)
    {
        var words = string.Join(" ", Causes(failed).Select(cause => cause.Message));
        return isOld
            ? new SmtpComplaintException("mail-tls-too-old", $"{_server} speaks TLS 1.1 or older only; this machine wants TLS 1.2 or later.", "Have TLS 1.2 enabled on the mail server.")
            : new SmtpComplaintException("mail-tls-failed", $"TLS with {_server} failed: {words}", "Ask the mail server's administrator.");
    }

    private async Task<bool> SpeaksOldTlsAsync(CancellationToken cancellationToken)
    {
        using var client = await ConnectAsync(cancellationToken);
        var talk = new SmtpConversation(client.GetStream());
        try
        {
            await GreetAsync(talk, cancellationToken);
            await HelloAsync(talk, cancellationToken);
            return (await talk.AskAsync("STARTTLS", cancellationToken)).IsGood && await OldTls.IsSpokenAsync(client.GetStream(), cancellationToken);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static IEnumerable<Exception> Causes(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            yield return fault;
        }
    }

    /// <summary>By AUTH LOGIN, the way letters are sent by.</summary>
    private async Task LogInAsync(SmtpConversation talk, IReadOnlyList<string> offers, CancellationToken cancellationToken)
    {
        var ways = offers.Where(offer => offer.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase)).SelectMany(offer => offer[4..].Split(' ', '=')).Where(way => way.Length > 0).ToList();
        if (!ways.Contains("LOGIN", StringComparer.OrdinalIgnoreCase))
        {
            throw new SmtpComplaintException("mail-login-not-offered", $"{_server} offers no AUTH LOGIN ({(ways.Count > 0 ? "only " + string.Join(", ", ways) : "no login at all")}), so the login cannot be tried.",
                ways.Count > 0 ? "Have AUTH LOGIN enabled on the mail server." : "If the server needs no login, leave mail.user empty; else check mail.port.");
        }

        SmtpReply reply = await talk.AskAsync("AUTH LOGIN", cancellationToken);
        foreach (var secret in new[] { settings.User, settings.Password!.Reveal() })
        {
            reply = reply.Code == 334 ? await talk.AskAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), cancellationToken) : reply;
        }

        if (reply.Code != 235)
        {
            throw new SmtpComplaintException("mail-login-refused", $"{_server} does not accept the login of \"{settings.User}\": {reply}", "Check mail.user in appsettings.json and the password in the environment.");
        }
    }

    private async Task NameSenderAsync(SmtpConversation talk, IReadOnlyList<string> offers, CancellationToken cancellationToken)
    {
        var reply = await talk.AskAsync($"MAIL FROM:<{settings.SenderAddress}>", cancellationToken);
        if (reply.IsGood)
        {
            return;
        }

        throw reply.Code == 530 && !settings.UseTls && offers.Contains("STARTTLS", StringComparer.OrdinalIgnoreCase)
            ? new SmtpComplaintException("mail-tls-wanted", $"{_server} wants TLS: {reply}", "Set mail.useTls to true in appsettings.json.")
            : reply.Code == 530
            ? new SmtpComplaintException("mail-login-wanted", $"{_server} wants a login: {reply}", "Set mail.user in appsettings.json and the password in the environment.")
            : new SmtpComplaintException("mail-sender-refused", $"{_server} does not take mail from {settings.SenderAddress}: {reply}", "Set mail.senderAddress in appsettings.json to an address this login may send from.");
    }
}
