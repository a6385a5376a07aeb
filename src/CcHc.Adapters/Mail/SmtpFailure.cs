using System.Globalization;
using System.Net.Sockets;
using CcHc.Core.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace CcHc.Adapters.Mail;

/// <summary>What a failed conversation with the mail server means for the letter.</summary>
internal static class SmtpFailure
{
    /// <param name="isWholeMessageOut">False: the server cannot have accepted the message. True: without an answer nobody knows.</param>
    public static SendOutcome Of(Exception fault, bool isWholeMessageOut, MailSettings settings)
    {
        var why = $"{settings.Host}:{settings.Port.ToString(CultureInfo.InvariantCulture)}: {Reason(fault, settings).ReplaceLineEndings(" ")}";
        return fault switch
        {
            SmtpCommandException answer when IsOurOwnFault(answer) => new SendOutcome.TryLater(why),
            SmtpCommandException { StatusCode: >= (SmtpStatusCode)500 } => new SendOutcome.Refused(why),
            SmtpCommandException { StatusCode: >= (SmtpStatusCode)400 } or ServiceNotAuthenticatedException => new SendOutcome.TryLater(why),
            _ when isWholeMessageOut => new SendOutcome.Unknown(why),
            _ => new SendOutcome.TryLater(why),
        };
    }

    /// <summary>
    /// A refusal that says nothing of this address or this letter: of the greeting, the login, the sender. Set right, the same letter goes through, so it waits.
    /// </summary>
    private static bool IsOurOwnFault(SmtpCommandException answer) =>
        answer.ErrorCode is SmtpErrorCode.SenderNotAccepted or SmtpErrorCode.UnexpectedStatusCode
        || (int)answer.StatusCode is 530 or 534 or 535 or 538
        || (answer.ErrorCode == SmtpErrorCode.RecipientNotAccepted && answer.Message.Contains("relay", StringComparison.OrdinalIgnoreCase));

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
