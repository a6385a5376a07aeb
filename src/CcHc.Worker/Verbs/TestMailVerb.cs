using System.CommandLine;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Mail.Smtp;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Users;
using CcHc.Core.Mail;
using CcHc.Core.Wording;
using CcHc.Office;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs;

/// <summary>test-mail: looks whether mail goes through at all, then sends one small letter to one address and says what became of it.</summary>
public static class TestMailVerb
{
    public static Command Create(Screen screen)
    {
        var address = new Argument<string>("address") { Description = "Where the test letter goes." };
        var jobs = CommonOptions.Jobs();
        var command = new Command("test-mail", "Send one test letter and say what became of it.") { address, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var to = parsed.GetValue(address)!;
            if (!MailAddressText.IsBareAddress(to))
            {
                throw new UsageException($"\"{to}\" is not a mail address.");
            }

            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var mail = host.Machine.Mail;
            if (mail.Mode == MailMode.Preview)
            {
                screen.Line("Mail mode is preview: nothing is sent. Set \"mode\" to \"pickup\" or \"smtp\" in appsettings.json.");
                return ExitCode.DoneWithFindings;
            }

            if (mail.Mode == MailMode.Smtp && await new SmtpProbe(mail).RunAsync(cancellationToken) is { Count: > 0 } complaints)
            {
                foreach (var complaint in complaints)
                {
                    screen.Line($"{complaint.Message}\n  {complaint.Remedy}");
                }

                screen.Line("Nothing was sent.");
                return ExitCode.Failed;
            }

            var recipient = mail.RedirectAllTo.Length > 0 ? new MailRecipient(mail.RedirectAllTo, to) : new MailRecipient(to);
            var letter = Letter(to, mail.SenderAddress, host.Office.ProvinceName, host.Services.GetRequiredService<OfficeClock>().Now);
            var outcome = await host.Services.GetRequiredService<IMailSender>().SendAsync(letter, recipient, cancellationToken);
            if (outcome is SendOutcome.Sent && mail.Mode == MailMode.Smtp)
            {
                await host.Services.GetRequiredService<AuditTrail>()
                    .WriteAsync("cchc test-mail", AuditTrail.MailTested, recipient.Address, cancellationToken: cancellationToken);
            }

            return Tell(screen, mail, recipient.Address, outcome);
        });
        return command;
    }

    private static OutgoingMail Letter(string to, string from, string province, DateTimeOffset now)
    {
        var subject = $"[CCHC {province}] Thư thử";
        var sentence =
            $"Đây là thư thử của phần mềm nhắc việc cải cách hành chính {province}, lập lúc {now:HH:mm} ngày {Vietnamese.Day(DateOnly.FromDateTime(now.DateTime))}. Nhận được thư này nghĩa là đường gửi thư đã thông.";
        var body = new MailBody(subject).Paragraph(sentence);
        return new OutgoingMail(MessageId.Of($"test.{Guid.NewGuid():N}", from), [to], body.Subject, body.ToHtml(), body.ToText(), []);
    }

    private static int Tell(Screen screen, MailSettings mail, string address, SendOutcome outcome)
    {
        var way = mail.Mode == MailMode.Pickup ? $"a file in {mail.Folder}" : FormattableString.Invariant($"{mail.Host}:{mail.Port}");
        screen.Line(outcome switch
        {
            SendOutcome.Sent => $"Sent to {address} by {way}.",
            SendOutcome.TryLater later => $"Not sent to {address} by {way}, may work later: {later.Why}",
            SendOutcome.Refused refused => $"Refused for {address} by {way}: {refused.Why}",
            SendOutcome.Unfit unfit => $"The test letter itself is not taken by {way}: {unfit.Why}",
            SendOutcome.Unknown unknown => $"It is not known whether {address} got it by {way}: {unknown.Why}",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        });
        return outcome is SendOutcome.Sent ? ExitCode.Done : ExitCode.Failed;
    }
}
