using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace CcHc.Adapters.Tests.Support;

/// <summary>
/// A mail server in this very process (package SmtpServer) that answers each step in the words a test gives it: where smtp_server.py breaks connections and
/// TLS, this one only talks, so hundreds of rows cost nothing.
/// </summary>
public sealed class ScriptedMailServer : IMailboxFilter, IMessageStore, IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<(string Address, byte[] Message)> _kept = new();
    private readonly SmtpServer.SmtpServer _server;
    private readonly Task _serving;
    private int _connections;

    public ScriptedMailServer(X509Certificate2? certificate = null)
    {
        Port = FreePort();
        var options = new SmtpServerOptionsBuilder().ServerName("mail.test").MaxRetryCount(10_000).Endpoint(endpoint =>
        {
            endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port));
            if (certificate is not null)
            {
                endpoint.Certificate(certificate);
            }
        }).Build();
        var parts = new SmtpServer.ComponentModel.ServiceProvider();
        parts.Add((IMailboxFilter)this);
        parts.Add((IMessageStore)this);
        _server = new SmtpServer.SmtpServer(options, parts);
        _server.SessionCreated += (_, _) => Interlocked.Increment(ref _connections);
        _serving = _server.StartAsync(_stop.Token);
    }

    public int Port { get; }

    public int Connections => _connections;

    /// <summary>Addresses of the messages kept, in the order they came.</summary>
    public IReadOnlyList<string> Kept => [.. _kept.Select(one => one.Address)];

    /// <summary>What MAIL FROM is answered with; null: yes.</summary>
    public Func<string, SmtpResponse?> OnSender { get; set; } = _ => null;

    public Func<string, SmtpResponse?> OnRecipient { get; set; } = _ => null;

    /// <summary>What the end of the message to this address is answered with.</summary>
    public Func<string, SmtpResponse?> OnMessage { get; set; } = _ => null;

    public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) =>
        Answer(OnSender(from.AsAddress()));

    public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
        Answer(OnRecipient(to.AsAddress()));

    public Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken)
    {
        var address = transaction.To[0].AsAddress();
        if (OnMessage(address) is { } answer)
        {
            return Task.FromResult(answer);
        }

        _kept.Enqueue((address, buffer.ToArray()));
        return Task.FromResult(SmtpResponse.Ok);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _stop.Dispose();
    }

    private static Task<bool> Answer(SmtpResponse? answer) => answer is null ? Task.FromResult(true) : throw new SmtpResponseException(answer);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
