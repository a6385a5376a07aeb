using System.Globalization;
using System.Text;
using CcHc.Adapters.Files;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Alerts;

/// <summary>
/// Tells people that a job does not work, by ways that need neither the database nor each other: a file in the data folder, a file beside the outputs, and a
/// mail straight to the administrator (báo sự cố).
/// </summary>
public sealed class Alarms(AlertStore shelf, MachineSettings machine, JobsFile office, IMailSender sender, TimeProvider clock)
{
    public const string FileName = "SU-CO.txt";

    /// <summary>A share that hangs must not stop the other ways.</summary>
    private static readonly TimeSpan PatienceWithShare = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, AlarmPage> _unwritten = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Alarms nobody has cleared, the oldest first.</summary>
    public IReadOnlyList<Alarm> Current()
    {
        lock (_unwritten)
        {
            return [.. shelf.Current().Where(alarm => !_unwritten.ContainsKey(alarm.Job)).Concat(_unwritten.Values.Select(page => page.Alarm).OfType<Alarm>())
                .OrderBy(alarm => alarm.Since)];
        }
    }

    /// <summary>Writes the alarm down and mails the administrator, at most once a day and job. Never throws for a way that is closed.</summary>
    public async Task<AlarmReport> RaiseAsync(string job, JobOutcome outcome, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            var troubles = new List<string>();
            var page = Read(job);
            var alarm = new Alarm(job, page.Alarm?.Since ?? now, now, outcome.Summary);
            var today = OfficeTime.DayOf(now);

            // Remembered as mailed before it is tried: a machine that restarts in between must not mail each time.
            var wantsMail = page.MailedOn != today && office.Recipients.Admin.Count > 0 && machine.Mail.Mode != MailMode.Preview;
            var inData = Keep(job, new AlarmPage(alarm, wantsMail ? today : page.MailedOn), troubles);
            inData &= await TellAsync(machine.DataFolder, troubles);
            var inOutput = await TellAsync(OutputAlarmFolder, troubles);
            var byMail = wantsMail && await MailAsync(alarm, today, troubles, cancellationToken);
            if (wantsMail && !byMail)
            {
                // Certainly not out: the next failure may try again.
                Keep(job, new AlarmPage(alarm, page.MailedOn), []);
            }

            return new AlarmReport(inData, inOutput, byMail, troubles);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>The job works again: its alarm goes, and with the last one the files.</summary>
    public async Task<AlarmReport> ClearAsync(string job)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            var troubles = new List<string>();
            var page = Read(job);
            if (page is { Alarm: null, IsFileLeft: false })
            {
                return new AlarmReport(true, true, false, troubles);
            }

            var inData = Keep(job, page with { Alarm = null, IsFileLeft = true }, troubles);
            inData &= await TellAsync(machine.DataFolder, troubles);
            var inOutput = await TellAsync(OutputAlarmFolder, troubles);
            if (inOutput)
            {
                Keep(job, page with { Alarm = null, IsFileLeft = false }, troubles);
            }

            return new AlarmReport(inData, inOutput, false, troubles);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Null when the output folder itself is not there: making it could fill the empty mount point of a share that is away.</summary>
    private string? OutputAlarmFolder => Directory.Exists(office.OutputFolder) ? new SharedFolder(office.SharedFolder, office.OutputFolder).Health : null;

    private AlarmPage Read(string job)
    {
        lock (_unwritten)
        {
            return _unwritten.TryGetValue(job, out var page) ? page : shelf.Read(job);
        }
    }

    private bool Keep(string job, AlarmPage page, List<string> troubles)
    {
        lock (_unwritten)
        {
            try
            {
                shelf.Write(job, page);
                _unwritten.Remove(job);
                return true;
            }
            catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
            {
                _unwritten[job] = page;
                troubles.Add($"The alarm cannot be kept in {machine.DataFolder}: {closed.Message}");
                return false;
            }
        }
    }

    private async Task<bool> TellAsync(string? folder, List<string> troubles)
    {
        if (folder is null)
        {
            troubles.Add($"The output folder {office.OutputFolder} is not there.");
            return false;
        }

        try
        {
            await Task.Run(() => Publish(folder, Current())).WaitAsync(PatienceWithShare);
            return true;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException or TimeoutException)
        {
            troubles.Add($"{FileName} cannot be written to {folder}: {closed.Message}");
            return false;
        }
    }

    private void Publish(string folder, IReadOnlyList<Alarm> alarms)
    {
        var file = Path.Combine(folder, FileName);
        if (alarms.Count > 0)
        {
            // With a byte-order mark: Notepad on an old Windows shows Vietnamese right only then.
            var page = AlarmText.Page(alarms, office.ProvinceName, office.Recipients.Admin).ReplaceLineEndings("\r\n");
            AtomicFile.Replace(file, content => content.Write([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(page)]));
        }
        else if (File.Exists(file))
        {
            File.Delete(file);
        }
    }

    private async Task<bool> MailAsync(Alarm alarm, DateOnly today, List<string> troubles, CancellationToken cancellationToken)
    {
        var body = new MailBody(AlarmText.Subject(alarm, office.ProvinceName))
            .Paragraph(AlarmText.Section(alarm))
            .Note("Thư này gửi thẳng, không qua hộp thư đi, mỗi công việc nhiều nhất một lần một ngày.");
        var id = MessageId.Of(string.Create(CultureInfo.InvariantCulture, $"{today:yyyyMMdd}.alarm.{Guid.NewGuid():N}"), machine.Mail.SenderAddress);
        var letter = new OutgoingMail(id, office.Recipients.Admin, body.Subject, body.ToHtml(), body.ToText(), []);
        var sent = false;
        foreach (var address in office.Recipients.Admin)
        {
            var recipient = machine.Mail.RedirectAllTo.Length > 0 ? new MailRecipient(machine.Mail.RedirectAllTo, address) : new MailRecipient(address);
            var outcome = await sender.SendAsync(letter, recipient, cancellationToken);
            var why = outcome switch
            {
                SendOutcome.TryLater later => later.Why,
                SendOutcome.Refused refused => refused.Why,
                SendOutcome.Unfit unfit => unfit.Why,
                SendOutcome.Unknown unknown => unknown.Why,
                _ => null,
            };
            // One of unknown outcome may have arrived; a second of the same day would be one too many.
            sent |= outcome is SendOutcome.Sent or SendOutcome.Unknown;
            if (why is not null)
            {
                troubles.Add($"The alarm mail to {address} did not surely leave: {why}");
            }
        }

        return sent;
    }
}
