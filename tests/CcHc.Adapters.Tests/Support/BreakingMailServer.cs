using System.Globalization;

namespace CcHc.Adapters.Tests.Support;

/// <summary>
/// The mail server of tests/tools/smtp_server.py; recipients' addresses tell it how to fail. It ends with the test process, however that ends.
/// </summary>
public sealed class BreakingMailServer : IAsyncDisposable
{
    private const string HowToInstall = "These tests need Python with aiosmtpd (Debian, Ubuntu: apt install python3-aiosmtpd). ";

    private readonly TemporaryFolder _folder = new();
    private readonly System.Diagnostics.Process _server;

    private BreakingMailServer(string[] options) => _server = Python.Start("smtp_server.py", ["--folder", _folder.Path, .. options]);

    public int Port { get; private set; }

    public static async Task<BreakingMailServer> StartAsync(params string[] options)
    {
        var server = new BreakingMailServer(options);
        var line = await server._server.StandardOutput.ReadLineAsync();
        if (line is null)
        {
            throw new InvalidOperationException(HowToInstall + await server._server.StandardError.ReadToEndAsync());
        }

        server.Port = int.Parse(line, CultureInfo.InvariantCulture);
        return server;
    }

    /// <summary>Files of the messages kept so far, in the order they came.</summary>
    public IReadOnlyList<string> Kept() => [.. Directory.GetFiles(_folder.Path, "*.eml").Order(StringComparer.Ordinal)];

    public async ValueTask DisposeAsync()
    {
        _server.StandardInput.Close();
        await _server.WaitForExitAsync();
        _server.Dispose();
        _folder.Dispose();
    }
}
