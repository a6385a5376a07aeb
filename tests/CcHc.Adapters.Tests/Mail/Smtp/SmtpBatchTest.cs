using System.Security.Cryptography.X509Certificates;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Mail.Smtp;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Mail;
using SmtpServer.Protocol;

namespace CcHc.Adapters.Tests.Mail.Smtp;

/// <summary>One connection for many letters, and each letter with an outcome of its own.</summary>
public sealed class SmtpBatchTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Batch_SendsManyLettersOverOneConnection_AndANewOneAfterAHundred()
    {
        var authority = new TestAuthority();
        using var certificate = Certificate(authority.WriteServer(_folder.Path));
        await using var server = new ScriptedMailServer(certificate);
        var settings = Settings(server.Port) with { Host = "localhost", UseTls = true, AuthorityFile = authority.WriteAuthority(_folder.Path) };

        var outcomes = await SendAsync(settings, Enumerable.Range(0, 250).Select(i => $"co-quan-{i}@x.example"));

        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Sent>(outcome));
        Assert.Equal((250, 3), (server.Kept.Count, server.Connections));
    }

    [Fact]
    public async Task Batch_GoesOnOverTheSameConnection_AfterARefusedLetter()
    {
        await using var server = new ScriptedMailServer
        {
            OnRecipient = address => address.StartsWith("sai", StringComparison.Ordinal) ? new SmtpResponse((SmtpReplyCode)550, "5.1.1 User unknown") : null,
            OnMessage = address => address.StartsWith("ban", StringComparison.Ordinal) ? new SmtpResponse((SmtpReplyCode)451, "4.3.0 busy") : null,
        };

        var outcomes = await SendAsync(Settings(server.Port), ["a@x.example", "sai@x.example", "b@x.example", "ban@x.example", "c@x.example"]);

        Assert.Equal(["Sent", "Refused", "Sent", "TryLater", "Sent"], outcomes.Select(outcome => outcome.GetType().Name));
        Assert.Equal(1, server.Connections);
        Assert.Equal(["a@x.example", "b@x.example", "c@x.example"], server.Kept);
    }

    /// <summary>The server of tests/tools breaks connections at the step it is told.</summary>
    [Fact]
    public async Task Batch_ConnectsAgain_AfterADroppedConnection_AndDoublesNothing()
    {
        await using var server = await BreakingMailServer.StartAsync();

        var outcomes = await SendAsync(Settings(server.Port), ["a@x.example", "drop-at-rcpt@x.example", "b@x.example", "lose-answer@x.example", "c@x.example"]);

        // The letter whose naming broke the connection is tried once more over a new one, where it breaks again.
        Assert.Equal(["Sent", "TryLater", "Sent", "Unknown", "Sent"], outcomes.Select(outcome => outcome.GetType().Name));
        Assert.Equal(4, server.Kept().Count);
    }

    [Fact]
    public async Task Batch_ConnectsAgain_WhereTheServerHungUpBetweenTwoLetters()
    {
        await using var server = await BreakingMailServer.StartAsync("--hang-up-after-each");

        var outcomes = await SendAsync(Settings(server.Port), ["a@x.example", "b@x.example", "c@x.example"]);

        Assert.All(outcomes, outcome => Assert.IsType<SendOutcome.Sent>(outcome));
        Assert.Equal(3, server.Kept().Count);
    }

    [Fact]
    public async Task Batch_GivesEachLetterItsOwnTimeLimit()
    {
        await using var server = await BreakingMailServer.StartAsync();

        var outcomes = await SendAsync(Settings(server.Port) with { Timeout = TimeSpan.FromSeconds(2) }, ["a@x.example", "stall@x.example", "b@x.example"]);

        Assert.Equal(["Sent", "Unknown", "Sent"], outcomes.Select(outcome => outcome.GetType().Name));
    }

    [Fact]
    public async Task Batch_LetsNoLetterArrive_WhoseClaimCouldNotBeWritten()
    {
        await using var server = new ScriptedMailServer();
        var claim = new TaskCompletionSource<bool>();
        server.OnRecipient = address =>
        {
            // The letter is on its way by now, and its claim is only now known to be lost.
            claim.TrySetResult(false);
            return null;
        };
        await using var batch = new MailKitMailSender(Settings(server.Port)).BeginBatch();

        var lost = await batch.SendAsync(Letters.Mail("thu-1", "a@x.example"), new MailRecipient("a@x.example"), claim.Task, CancellationToken.None);
        var next = await batch.SendAsync(Letters.Mail("thu-2", "b@x.example"), new MailRecipient("b@x.example"), Task.FromResult(true), CancellationToken.None);

        Assert.IsNotType<SendOutcome.Sent>(lost);
        Assert.IsType<SendOutcome.Sent>(next);
        Assert.Equal(["b@x.example"], server.Kept);
    }

    public void Dispose() => _folder.Dispose();

    private static X509Certificate2 Certificate(string pem)
    {
        using var read = X509Certificate2.CreateFromPemFile(pem);
        return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
    }

    private static async Task<IReadOnlyList<SendOutcome>> SendAsync(MailSettings settings, IEnumerable<string> addresses)
    {
        var outcomes = new List<SendOutcome>();
        await using var batch = new MailKitMailSender(settings).BeginBatch();
        foreach (var address in addresses)
        {
            outcomes.Add(await batch.SendAsync(Letters.Mail($"thu-{outcomes.Count}", address), new MailRecipient(address), Task.FromResult(true),
                CancellationToken.None));
        }

        return outcomes;
    }

    private static MailSettings Settings(int port) =>
        new() { Mode = MailMode.Smtp, SenderAddress = "cchc@so.gov.vn", Host = "127.0.0.1", Port = port, UseTls = false };
}
