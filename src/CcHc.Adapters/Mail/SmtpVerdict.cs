using System.Globalization;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Mail;

/// <summary>What a failed conversation with the mail server means for the letter.</summary>
internal static class SmtpVerdict
{
    /// <param name="isWholeMessageOut">False: the server cannot have accepted the message. True: without an answer nobody knows.</param>
    public static SendOutcome Of(Exception fault, bool isWholeMessageOut, MailSettings settings)
    {
        var why = $"{settings.Host}:{settings.Port.ToString(CultureInfo.InvariantCulture)}: {Reason(fault, settings)}";
        return fault switch
        {
            SmtpException { StatusCode: not SmtpStatusCode.GeneralFailure } answer when IsOurOwnFault(answer, isWholeMessageOut) => new SendOutcome.TryLater(why),
            SmtpException { StatusCode: >= (SmtpStatusCode)500 } => new SendOutcome.Refused(why),
            SmtpException { StatusCode: >= (SmtpStatusCode)400 } => new SendOutcome.TryLater(why),
            _ when isWholeMessageOut => new SendOutcome.Unknown(why),
            _ => new SendOutcome.TryLater(why),
        };
    }

    /// <summary>
    /// A refusal that says nothing of this address or this letter: of the greeting, the login, the sender. Set right, the same letter goes through, so it waits.
    /// </summary>
    private static bool IsOurOwnFault(SmtpException answer, bool isWholeMessageOut) =>
        IsAboutLogin(answer)
        || (answer is SmtpFailedRecipientException && answer.Message.Contains("relay", StringComparison.OrdinalIgnoreCase))
        || (answer is not SmtpFailedRecipientException && !isWholeMessageOut);

    /// <summary>SmtpClient goes on after a failed login, so that the server's next answer is "login first": 530.</summary>
    private static bool IsAboutLogin(SmtpException answer) => (int)answer.StatusCode is 530 or 534 or 535 or 538;

    private static string Reason(Exception fault, MailSettings settings) => fault switch
    {
        SmtpException answer when IsAboutLogin(answer) => settings.User.Length > 0
            ? $"the login of user \"{settings.User}\" was not accepted ({Code(answer)}: {answer.Message})"
            : $"the server wants a login or TLS first ({Code(answer)}: {answer.Message})",
        SmtpException { StatusCode: not SmtpStatusCode.GeneralFailure } answer => $"{Code(answer)}: {answer.Message}",
        AuthenticationException => $"TLS failed: {Innermost(fault).Message}",
        _ when Innermost(fault) is SocketException socket => $"{socket.SocketErrorCode}: {socket.Message}",
        _ => Innermost(fault).Message,
    };

    private static string Code(SmtpException answer) => ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);

    private static Exception Innermost(Exception fault) => fault.InnerException is null ? fault : Innermost(fault.InnerException);
}
