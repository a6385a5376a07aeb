using System.Net.Sockets;
using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CcHc.Adapters.Mail.Smtp;

/// <summary>
/// Many letters over one connection. A refused letter leaves the connection as it was; after any other fault, and after so many letters, the next letter gets a
/// new one. A connection that the server dropped between two letters is made again within the same letter's time limit: nothing of that letter was out yet.
/// </summary>
internal sealed class SmtpBatch(MailSettings settings, SmtpConnector connector) : IMailBatch
{
    /// <summary>Servers commonly end a connection after one hundred messages.</summary>
    private const int LettersPerConnection = 100;

    private SmtpClient? _client;
    private int _letters;

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, MailRecipient recipient, Task<bool> mayComplete, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (MimeMessageFactory.WhyNoAddress(recipient) is { } noAddress)
        {
            return new SendOutcome.Refused(noAddress);
        }

        if (MimeMessageFactory.WhyNoMessage(mail) is { } noMessage)
        {
            return new SendOutcome.Unfit(noMessage);
        }

        using var patience = new CancellationTokenSource(settings.Timeout);
        using var message = MimeMessageFactory.Create(mail, recipient, settings);
        while (true)
        {
            var isKept = _client is not null;
            var passed = new PassedBytes(mayComplete);
            try
            {
                _client ??= await connector.ConnectAsync(patience.Token);
                await _client.SendAsync(message, patience.Token, passed);
                await CountAsync(patience.Token);
                return new SendOutcome.Sent();
            }
            catch (Exception fault) when (IsOfTheWorld(fault))
            {
                if (fault is not SmtpCommandException { StatusCode: not SmtpStatusCode.ServiceNotAvailable } || _client is not { IsConnected: true })
                {
                    Drop();
                }

                if (isKept && !passed.HasBegun && !patience.IsCancellationRequested && IsDropped(fault))
                {
                    continue;
                }

                return SmtpFailure.Of(fault, passed.IsWholeMessageOut, recipient.Address, settings);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is null)
        {
            return;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await GoodByeAsync(patience.Token);
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        if (++_letters == LettersPerConnection)
        {
            await GoodByeAsync(cancellationToken);
        }
    }

    /// <summary>The letters are out and answered; a good-bye that fails changes nothing.</summary>
    private async Task GoodByeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _client!.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception fault) when (IsOfTheWorld(fault))
        {
            // The server was quicker to hang up.
        }
        finally
        {
            Drop();
        }
    }

    private void Drop()
    {
        _client?.Dispose();
        (_client, _letters) = (null, 0);
    }

    /// <summary>The server hung up between two letters, or says with 421 that it is about to.</summary>
    private static bool IsDropped(Exception fault) =>
        fault is ProtocolException or IOException or SocketException or SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable };

    private static bool IsOfTheWorld(Exception fault) =>
        fault is CommandException or ProtocolException or AuthenticationException or SslHandshakeException or ServiceNotAuthenticatedException
            or ServiceNotConnectedException
            or NotSupportedException or IOException or UnauthorizedAccessException or SocketException or OperationCanceledException;

    /// <summary>
    /// Up to the last byte the server cannot have been told that the message is complete. The first part of the message is held back until it may become
    /// complete; by then the server has taken sender and recipient. (MailKit asks no task here, so a thread of the pool waits for the disk.)
    /// </summary>
    private sealed class PassedBytes(Task<bool> mayComplete) : ITransferProgress
    {
        public bool HasBegun { get; private set; }
        public bool IsWholeMessageOut { get; private set; }

        public void Report(long bytesTransferred, long totalSize)
        {
            EndUnlessAllowed();
            (HasBegun, IsWholeMessageOut) = (true, IsWholeMessageOut || bytesTransferred >= totalSize);
        }

        /// <summary>Of a message of unknown size any byte may be the last.</summary>
        public void Report(long bytesTransferred)
        {
            EndUnlessAllowed();
            HasBegun = IsWholeMessageOut = true;
        }

        /// <exception cref="OperationCanceledException">The message must not become complete; the connection is dropped before its end is sent.</exception>
        private void EndUnlessAllowed()
        {
            if (!mayComplete.GetAwaiter().GetResult())
            {
                throw new OperationCanceledException("The letter's claim could not be written, so it is not sent.");
            }
        }
    }
}
