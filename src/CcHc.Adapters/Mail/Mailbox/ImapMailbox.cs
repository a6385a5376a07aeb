using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using CcHc.Adapters.Mail.Smtp;
using CcHc.Adapters.Settings.Machine;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace CcHc.Adapters.Mail.Mailbox;

/// <summary>Reads the mailbox by IMAP over TLS; the server's certificate is always checked.</summary>
public sealed class ImapMailbox(MailboxSettings settings) : IMailbox
{
    public Task<IMailboxSession> OpenAsync(CancellationToken cancellationToken) => WithFolderAsync<IMailboxSession>(
        FolderAccess.ReadWrite,
        async (client, folder) => new ImapSession(
            client, folder, await FolderAsync(client, settings.ProcessedFolder, cancellationToken),
            await FolderAsync(client, settings.WaitingFolder, cancellationToken), settings.MaxBytes),
        cancellationToken);

    /// <summary>Logs in and opens the folder without changing anything there.</summary>
    /// <exception cref="MailboxLostException">It cannot be reached, or does not let us in.</exception>
    public async Task ProbeAsync(CancellationToken cancellationToken)
    {
        using var client = await WithFolderAsync(FolderAccess.ReadOnly, (client, _) => Task.FromResult(client), cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    private async Task<T> WithFolderAsync<T>(FolderAccess access, Func<ImapClient, IMailFolder, Task<T>> use, CancellationToken cancellationToken)
    {
        var authorities = settings.AuthorityFile.Length > 0 ? TrustedAuthorities.Read(settings.AuthorityFile) : null;
        var client = new ImapClient
        {
            ServerCertificateValidationCallback = authorities is null
                ? static (_, _, _, errors) => errors == SslPolicyErrors.None
                : (_, certificate, chain, errors) => authorities.Vouch(certificate, chain, errors),
            CheckCertificateRevocation = false,
            Timeout = (int)settings.Timeout.TotalMilliseconds,
        };
        try
        {
            return await Lost.Told(async () =>
            {
                await LogInAsync(client, cancellationToken);
                var folder = settings.Folder.Equals("INBOX", StringComparison.OrdinalIgnoreCase)
                    ? client.Inbox! : await client.GetFolderAsync(settings.Folder, cancellationToken);
                await folder.OpenAsync(access, cancellationToken);
                return await use(client, folder);
            });
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private async Task LogInAsync(ImapClient client, CancellationToken cancellationToken)
    {
        await client.ConnectAsync(settings.Host, settings.Port, settings.ImplicitTls
            ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls, cancellationToken);
        if (settings.TokenFile.Length > 0)
        {
            await client.AuthenticateAsync(new SaslMechanismOAuth2(settings.User, (await File.ReadAllTextAsync(settings.TokenFile, cancellationToken)).Trim()),
                cancellationToken);
        }
        else
        {
            await client.AuthenticateAsync(Encoding.UTF8, settings.User, settings.Password!.Reveal(), cancellationToken);
        }
    }

    /// <summary>Made when it is not there.</summary>
    private static async Task<IMailFolder> FolderAsync(ImapClient client, string name, CancellationToken cancellationToken)
    {
        var top = client.GetFolder(client.PersonalNamespaces[0]);
        try
        {
            return await top.GetSubfolderAsync(name, cancellationToken);
        }
        catch (FolderNotFoundException)
        {
            return (await top.CreateAsync(name, isMessageFolder: true, cancellationToken))!;
        }
    }
}

/// <summary>An open folder of the mailbox.</summary>
internal sealed class ImapSession(ImapClient client, IMailFolder folder, IMailFolder processed, IMailFolder waiting, long maxBytes) : IMailboxSession
{
    public Task<IReadOnlyList<MailboxEntry>> ListAsync(CancellationToken cancellationToken) => Lost.Told<IReadOnlyList<MailboxEntry>>(async () =>
    {
        var ids = await folder.SearchAsync(SearchQuery.NotDeleted, cancellationToken);
        var items = ids.Count == 0 ? [] : await folder.FetchAsync(ids, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancellationToken);
        return [.. items.OrderBy(item => item.UniqueId.Id).Select(item => new MailboxEntry(item.UniqueId.Id, item.Size ?? 0))];
    });

    public Task<byte[]?> FetchAsync(MailboxEntry entry, CancellationToken cancellationToken) => Lost.Told<byte[]?>(async () =>
    {
        try
        {
            await using var content = await folder.GetStreamAsync(new UniqueId(entry.Id), cancellationToken);
            using var kept = new CappedMemory(maxBytes);
            await content.CopyToAsync(kept, cancellationToken);
            return kept.ToArray();
        }
        catch (MessageNotFoundException)
        {
            return null;
        }
        catch (TooManyBytesException)
        {
            throw new MessageTooLargeException(maxBytes);
        }
    });

    public Task MoveAsync(MailboxEntry entry, bool isWaiting, CancellationToken cancellationToken) => Lost.Told<bool>(async () =>
    {
        await folder.MoveToAsync(new UniqueId(entry.Id), isWaiting ? waiting : processed, cancellationToken);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        if (client.IsConnected)
        {
            try
            {
                await client.DisconnectAsync(quit: true);
            }
            catch (Exception gone) when (Lost.Is(gone))
            {
                // Everything that matters is done; the server need not hear good-bye.
            }
        }

        client.Dispose();
    }
}

/// <summary>What a broken or refused connection looks like.</summary>
internal static class Lost
{
    public static bool Is(Exception failure) => failure is IOException or SocketException or ImapProtocolException or ImapCommandException
        or ServiceNotConnectedException or ServiceNotAuthenticatedException
        or AuthenticationException or SslHandshakeException or TimeoutException or FolderNotFoundException or NotSupportedException;

    public static async Task<T> Told<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception failure) when (Is(failure))
        {
            throw new MailboxLostException(failure.Message, failure);
        }
    }
}
