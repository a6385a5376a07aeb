using System.Diagnostics;
using System.Globalization;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Mail.Mailbox;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Tests.Support;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using MimeKit;

namespace CcHc.Worker.Tests.Support;

/// <summary>Debian's Dovecot with TLS on a port of its own, started for one test.</summary>
internal sealed class DovecotServer : IAsyncDisposable
{
    public const string User = "cchc@x.example";
    private const string PasswordWords = "secret-word";

    private readonly Process _process;
    private readonly string _folder;
    private readonly int _port;
    private readonly string _authority;

    private DovecotServer(Process process, string folder, int port, string authority) =>
        (_process, _folder, _port, _authority) = (process, folder, port, authority);

    public MailboxSettings Settings =>
        new() { Host = "localhost", Port = _port, User = User, Password = new Secret(PasswordWords), AuthorityFile = _authority };

    public string Password => PasswordWords;

    public static async Task<DovecotServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cchc-imap-").FullName;
        var authority = new TestAuthority();
        var process = Python.Start("imap_server.py", folder, authority.WriteServer(folder));
        var line = await process.StandardOutput.ReadLineAsync();
        return int.TryParse(line, CultureInfo.InvariantCulture, out var port) ? new DovecotServer(process, folder, port, authority.WriteAuthority(folder))
            : throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    /// <summary>Ends the server, with every connection, and starts it again on the same port.</summary>
    public async Task RestartAsync()
    {
        await _process.StandardInput.WriteLineAsync("restart");
        await _process.StandardInput.FlushAsync();
        Assert.Equal("restarted", await _process.StandardOutput.ReadLineAsync());
    }

    /// <summary>Puts messages into the mailbox.</summary>
    public Task DeliverAsync(IEnumerable<byte[]> messages) => WithAsync(async client =>
    {
        foreach (var raw in messages)
        {
            using var message = await MimeMessage.LoadAsync(new MemoryStream(raw));
            await client.Inbox!.AppendAsync(message);
        }

        return true;
    });

    /// <summary>Message-IDs in a folder.</summary>
    public Task<IReadOnlyList<string>> InAsync(string name) => WithAsync<IReadOnlyList<string>>(async client =>
    {
        var folder = name == "INBOX" ? client.Inbox! : await client.GetFolder(client.PersonalNamespaces[0]).GetSubfolderAsync(name);
        await folder.OpenAsync(FolderAccess.ReadOnly);
        var ids = await folder.SearchAsync(SearchQuery.All);
        return ids.Count == 0 ? [] : [.. (await folder.FetchAsync(ids, MessageSummaryItems.Envelope)).Select(item => item.Envelope!.MessageId ?? "")];
    });

    private async Task<T> WithAsync<T>(Func<ImapClient, Task<T>> use)
    {
        using var client = new ImapClient { ServerCertificateValidationCallback = (_, _, _, _) => true };
        await client.ConnectAsync("localhost", _port, SecureSocketOptions.SslOnConnect);
        await client.AuthenticateAsync(User, PasswordWords);
        var result = await use(client);
        await client.DisconnectAsync(quit: true);
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
