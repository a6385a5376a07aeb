using System.Globalization;
using System.Net.Sockets;
using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CcHc.Adapters.Mail.Smtp;

/// <summary>What a failed conversation with the mail server means for the letter.</summary>
internal static class SmtpFailure
{
    /// <param name="isWholeMessageOut">False: the server cannot have accepted the message. True: without an answer nobody knows.</param>
    public static SendOutcome Of(Exception fault, bool isWholeMessageOut, string recipient, MailSettings settings)
    {
        var why = $"{settings.Host}:{settings.Port.ToString(CultureInfo.InvariantCulture)}: {Reason(fault, settings).ReplaceLineEndings(" ")}";
        return fault switch
        {
            SmtpCommandException answer when Answer(answer) is { Code: >= 400 } said => Of(said, why, recipient, settings),
            AuthenticationException { Message: ['4', ..] } => new SendOutcome.TryLater(why, DelayCause.AskedFor),
            // The server took the login away or never wanted us without one; the next letter would meet the same.
            ServiceNotAuthenticatedException or AuthenticationException => new SendOutcome.TryLater(why, DelayCause.OurAccount),
            _ when isWholeMessageOut => new SendOutcome.Unknown(why),
            _ => new SendOutcome.TryLater(why),
        };
    }

    private static SendOutcome Of(ServerAnswer answer, string why, string recipient, MailSettings settings) =>
        RefusalReader.Judge(answer, recipient, settings.SenderAddress) switch
        {
            RefusalCause.Address => new SendOutcome.Refused(why),
            RefusalCause.Letter => new SendOutcome.Unfit(why),
            RefusalCause.MailboxFull => new SendOutcome.TryLater(why, DelayCause.MailboxFull),
            RefusalCause.Office => new SendOutcome.TryLater(why, DelayCause.OurFault),
            RefusalCause.Account => new SendOutcome.TryLater(why, DelayCause.OurAccount),
            _ => new SendOutcome.TryLater(why, DelayCause.AskedFor),
        };

    private static ServerAnswer Answer(SmtpCommandException answer) => new(
        answer.ErrorCode switch
        {
            SmtpErrorCode.SenderNotAccepted => SmtpStep.Sender,
            SmtpErrorCode.RecipientNotAccepted => SmtpStep.Recipient,
            SmtpErrorCode.MessageNotAccepted => SmtpStep.Message,
            _ => SmtpStep.Greeting,
        },
        (int)answer.StatusCode, answer.Message);

    private static string Reason(Exception fault, MailSettings settings) => fault switch
    {
        SmtpCommandException answer => $"{((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture)}: {answer.Message}",
        ServiceNotAuthenticatedException => $"the server wants a login or TLS first ({fault.Message})",
        AuthenticationException => $"the login of user \"{settings.User}\" was not accepted ({fault.Message})",
        SslHandshakeException => $"TLS failed: {Innermost(fault).Message}",
        OperationCanceledException => string.Create(CultureInfo.InvariantCulture, $"no answer within {settings.Timeout.TotalSeconds} seconds"),
        _ when Innermost(fault) is SocketException socket => $"{socket.SocketErrorCode}: {socket.Message}",
        _ => Innermost(fault).Message,
    };

    private static Exception Innermost(Exception fault) => fault.InnerException is null ? fault : Innermost(fault.InnerException);
}
