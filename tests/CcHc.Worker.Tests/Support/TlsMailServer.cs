using System.Diagnostics;
using System.Globalization;
using CcHc.Adapters.Tests.Support;
using MimeKit;

namespace CcHc.Worker.Tests.Support;

/// <summary>A real mail server (Debian's aiosmtpd) that demands TLS and keeps what it takes.</summary>
internal sealed class TlsMailServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly Task _drained;

    private TlsMailServer(Process process, string folder, int port, string authority)
    {
        (_process, _folder, Port, Authority) = (process, folder, port, authority);
        _drained = process.StandardOutput.ReadToEndAsync();
    }

    public int Port { get; }

    public string Authority { get; }

    public static async Task<TlsMailServer> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("cchc-smtp-").FullName;
        var authority = new TestAuthority();
        var process = Python.Start("smtp_server.py", "--folder", folder, "--certificate", authority.WriteServer(folder));
        var port = int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        return new TlsMailServer(process, folder, port, authority.WriteAuthority(folder));
    }

    /// <summary>The latest message to an address; it is kept before the server says so.</summary>
    public async Task<MimeMessage> LastToAsync(string address)
    {
        foreach (var file in Directory.EnumerateFiles(_folder, "*.eml").OrderDescending(StringComparer.Ordinal))
        {
            var message = await MimeMessage.LoadAsync(file);
            if (message.To.Mailboxes.Any(to => to.Address == address))
            {
                return message;
            }

            message.Dispose();
        }

        throw new InvalidOperationException($"No message to {address}.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _drained;
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}

internal static class MimePartBytes
{
    public static byte[] Bytes(this MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return bytes.ToArray();
    }
}
