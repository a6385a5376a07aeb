using System.Diagnostics;
using System.Text.Json;

namespace CcHc.Worker.Tests.Support;

/// <summary>The built program reading an office's mailbox, in a process that can be killed.</summary>
internal sealed class MailboxProgram
{
    private readonly string _jobs;
    private readonly string _password;

    public MailboxProgram(TestOffice office, DovecotServer imap)
    {
        (_jobs, _password) = (Path.Combine(office.Folder, "jobs.yml"), imap.Password);
        var settings = imap.Settings;
        File.WriteAllText(_jobs,
            $"office: {{ province: tỉnh Thử, standing_body: SNV }}\nfolders: {{ shared: \"{office.Shared}\", output: \"{office.Output}\" }}\nregime: nd-09-2019\njobs:\n  - name: mailbox\n    does: read_mailbox\n");
        File.WriteAllText(Path.Combine(office.Folder, "appsettings.json"), JsonSerializer.Serialize(new
        {
            data = office.Machine.DataFolder,
            mail = new { mode = "pickup", senderAddress = "cchc@x.example", folder = office.Pickup },
            mailbox = new { host = settings.Host, port = settings.Port, user = settings.User, authorityFile = settings.AuthorityFile },
        }));
    }

    /// <param name="killedAfter">Null: it is let run to its end.</param>
    /// <returns>False when it was killed.</returns>
    public async Task<bool> RunAsync(TimeSpan? killedAfter)
    {
        var start =
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "cchc.dll"), "run", "mailbox", "--jobs", _jobs]) { RedirectStandardOutput =
                true, RedirectStandardError = true };
        start.Environment["CCHC_IMAP_PASSWORD"] = _password;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(killedAfter ?? TimeSpan.FromMinutes(10));
        try
        {
            await process.WaitForExitAsync(patience.Token);
            // 3: done with findings.
            Assert.True(process.ExitCode is 0 or 3, await output + await errors);
            return true;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync();
            _ = (await output, await errors);
            return false;
        }
    }
}
