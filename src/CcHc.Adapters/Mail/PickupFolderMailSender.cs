using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Mail;
using MimeKit;

namespace CcHc.Adapters.Mail;

/// <summary>Puts each letter as an .eml file into a folder (thư mục thư đi), where a person or a mail server picks it up. Names sort by time.</summary>
/// <exception cref="ArgumentException">The settings have problems.</exception>
public sealed class PickupFolderMailSender(MailSettings settings, TimeProvider clock) : IMailSender
{
    /// <summary>Line ends as the mail standard wants them, on every system.</summary>
    private static readonly FormatOptions Format = NewFormat();

    private readonly MailSettings _settings = settings.Checked();

    public Task<SendOutcome> SendAsync(OutgoingMail mail, MailRecipient recipient, CancellationToken cancellationToken) =>
        Task.FromResult(Send(mail, recipient, static (mark, folder) => Directory.EnumerateFiles(folder, $"*_{mark}.eml").Any(), cancellationToken));

    public IMailBatch BeginBatch()
    {
        var look = new FolderLook();
        return new SingleSendings((mail, recipient, cancellationToken) => Task.FromResult(Send(mail, recipient, look.Has, cancellationToken)));
    }

    private SendOutcome Send(OutgoingMail mail, MailRecipient recipient, Func<string, string, bool> liesThere, CancellationToken cancellationToken)
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

        try
        {
            Deliver(mail, recipient, liesThere);
            return new SendOutcome.Sent();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new SendOutcome.TryLater($"The letter could not be written to {_settings.Folder}: {fault.Message}");
        }
    }

    /// <param name="liesThere">Whether a letter with this mark lies in this folder.</param>
    private void Deliver(OutgoingMail mail, MailRecipient recipient, Func<string, string, bool> liesThere)
    {
        var folder = Directory.CreateDirectory(_settings.Folder).FullName;
        var mark = Mark(mail, recipient);
        if (liesThere(mark, folder))
        {
            // Written before a crash could record it; the same letter need not lie there twice.
            return;
        }

        var now = clock.GetLocalNow();
        var unfinished = Path.Combine(folder, $".{mark}.tmp");
        using (var file = File.Create(unfinished))
        {
            using var message = MimeMessageFactory.Create(mail, recipient, _settings);
            message.Date = now;
            message.WriteTo(Format, file);
            file.Flush(flushToDisk: true);
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd'T'HHmmss}_{Legal(recipient.Address)}_{mark}.eml");
        File.Move(unfinished, Path.Combine(folder, name), overwrite: true);
    }

    private static FormatOptions NewFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }

    private static string Mark(OutgoingMail mail, MailRecipient recipient) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{mail.MessageId}\n{recipient.InPlaceOf}\n{recipient.Address}")))[..12];

    private static string Legal(string address) =>
        new([.. address.Take(80).Select(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '-' or '+' ? char.ToLowerInvariant(c) : '-')]);

    /// <summary>What lies there, looked at once: a look for each letter would take longer with each letter.</summary>
    private sealed class FolderLook
    {
        private HashSet<string>? _marks;

        /// <summary>What is written since is not asked about again: a letter goes to an address once.</summary>
        public bool Has(string mark, string folder) =>
            (_marks ??= [.. Directory.EnumerateFiles(folder, "*.eml").Select(file => Path.GetFileNameWithoutExtension(file))
                .Select(name => name[(name.LastIndexOf('_') + 1)..])]).Contains(mark);
    }
}
