using System.Text.RegularExpressions;

namespace CcHc.Core.Mail;

/// <summary>
/// Judges a mail server's refusal by step, code, status code and words. An address is blamed only where the server plainly speaks of that address: a wrong
/// verdict ends all reminders of an agency, while a letter that waits is seen by the administrator.
/// </summary>
public static partial class RefusalReader
{
    /// <summary>RFC 3463 and 7505: bad mailbox, bad system, bad syntax, moved, null MX, disabled.</summary>
    private static readonly HashSet<string> OfAddress = new(StringComparer.Ordinal) { "5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1" };

    /// <param name="recipient">The address the letter was for.</param>
    /// <param name="sender">Our own address: an answer that names it speaks of us.</param>
    public static RefusalCause Judge(ServerAnswer answer, string recipient, string sender) =>
        answer.Code is < 500 or > 599 ? RefusalCause.Passing
        : IsOfLetter(answer) ? RefusalCause.Letter
        : answer.Step is SmtpStep.Greeting or SmtpStep.Login or SmtpStep.Sender || IsOfLogin(answer) ? RefusalCause.Account
        : IsOfMailbox(answer) ? RefusalCause.MailboxFull
        : IsOfAddress(answer, recipient, sender) ? RefusalCause.Address
        : RefusalCause.Office;

    private static bool IsOfLogin(ServerAnswer answer) =>
        answer.Code is 523 or 524 or 525 or 530 or 534 or 535 or 538 || answer.Status is "5.7.8" or "5.7.9" or "5.7.11";

    /// <summary>At MAIL FROM a server may refuse the announced size already.</summary>
    private static bool IsOfLetter(ServerAnswer answer) =>
        answer.Step is SmtpStep.Sender or SmtpStep.Recipient or SmtpStep.Message
        && (answer.Status is "5.3.4" or "5.2.3" || (answer is { Code: 552, Status: "5.7.0" }) || SizeWords().IsMatch(answer.Text)
            || (answer.Step == SmtpStep.Message && AttachmentWords().IsMatch(answer.Text)));

    /// <summary>A quota for sending is ours.</summary>
    private static bool IsOfMailbox(ServerAnswer answer) =>
        (answer.Status is "5.2.2" || MailboxWords().IsMatch(answer.Text)) && !SendingWords().IsMatch(answer.Text);

    private static bool IsOfAddress(ServerAnswer answer, string recipient, string sender)
    {
        // Postfix names the table it looked in, the one for relayed domains, too.
        var text = TableNames().Replace(answer.Text, "");
        if (OfficeWords().IsMatch(WithoutAddresses(text)) || Names(text, sender) && !Names(text, recipient))
        {
            return false;
        }

        return answer.Status is { } status
            ? OfAddress.Contains(status)
            : answer.Code is 550 or 551 or 553 && (Names(text, recipient) || RecipientWords().IsMatch(text))
                || (answer.Code == 556 && answer.Step == SmtpStep.Recipient);
    }

    /// <summary>Two answers that differ only in the address and in numbers of their own are one text.</summary>
    public static string SameText(string answer) => Numbers().Replace(WithoutAddresses(answer), "#").Trim();

    private static bool Names(string text, string address) => address.Length > 0 && text.Contains(address, StringComparison.OrdinalIgnoreCase);

    private static string WithoutAddresses(string text) => Addresses().Replace(text, "<>");

    [GeneratedRegex(@"<?[^\s<>()@]+@[^\s<>()@]+>?")]
    private static partial Regex Addresses();

    /// <summary>Queue numbers and times; the status code has no run of digits so long.</summary>
    [GeneratedRegex(@"\b(?=[\w-]*\d)[\w-]{6,}\b|\d{4,}")]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"\b(?:message|e?mail|letter|attachment|data)\b.{0,30}\b(?:too (?:big|large)|size)\b|\bsize (?:limit|exceed)|\bexceeds? (?:the )?(?:maximum |fixed |server'?s? )?(?:message )?size|\bmax(?:imum)? (?:message )?size\b|\bmessage length exceeds",
        RegexOptions.IgnoreCase)]
    private static partial Regex SizeWords();

    [GeneratedRegex(
        @"\battach|\b(?:file|extension|archive)s?\b.{0,40}\b(?:not allowed|not accepted|not permitted|blocked|banned|forbidden|prohibited|rejected)|\b(?:banned|blocked|forbidden|prohibited|dangerous|executable) (?:file|content: \.|extension)|\bvirus\b|\bmalware\b|\binfected\b|\bbanned: ?\.|\bmacros?\b|potential security issue|đính kèm",
        RegexOptions.IgnoreCase)]
    private static partial Regex AttachmentWords();

    [GeneratedRegex(
        @"\b(?:mailbox|inbox|storage|user|account|recipient)\b.{0,40}\b(?:is full|full\b|over ?quota|over (?:its |the )?quota|out of storage|exceeded (?:its |the |storage )?(?:quota|allocation))|\b(?:mailbox|inbox) full\b|\bover quota\b.{0,20}\bmailbox|hộp thư (?:đã )?đầy",
        RegexOptions.IgnoreCase)]
    private static partial Regex MailboxWords();

    [GeneratedRegex(@"\bsend(?:er|ers|ing)?\b|\boutbound\b|\boutgoing\b|\bsubmission\b|\bpolicy\b|\bfrom address\b", RegexOptions.IgnoreCase)]
    private static partial Regex SendingWords();

    [GeneratedRegex(@"\bin (?:local|relay|virtual) \w+ table\b", RegexOptions.IgnoreCase)]
    private static partial Regex TableNames();

    /// <summary>Words that speak of who sends, how much, from where or what.</summary>
    [GeneratedRegex(
        @"\bsender'?s?\b|\bsending\b|\brelay|\bquota|\brate\b|\btoo (?:many|much|fast|quickly|often)\b|\blimit|\bthrottl|\bpolic(?:y|ies)|\bspam|\bunsolicited|\bjunk|\bbulk\b|\bcontent|\bblock|\bblack ?list|\bdeny ?list|\blisted\b|\brbl\b|\bdnsbl|\bspamhaus|\bbarracuda|\bspf\b|\bdkim\b|\bdmarc\b|\breputation|\bauthenti|\bauthori[sz]|\bunauth|\blog ?in\b|\bcredential|\bpermission|\bsuspicious|\bbanned\b|\bhelo\b|\behlo\b|\breverse dns\b|\bptr\b|\bip address\b|\bgr[ea]y ?list|\bprohibit|\badministrative|\bfrom address\b|\bmail from\b|\brcpthosts\b|\blocal users? only\b|\baccess denied\b|\bnot allowed to send|\bsuspended\b.{0,30}\bsend|người gửi|hạn mức|chính sách|thư rác",
        RegexOptions.IgnoreCase)]
    private static partial Regex OfficeWords();

    [GeneratedRegex(
        @"\b(?:user|recipient|mailbox|address(?:ee)?|account|alias)\b.{0,40}\b(?:unknown|not found|unavailable|does(?: not|n'?t) exist|invalid|disabled|inactive|rejected|not exist|undeliverable|unrouteable|no longer|not local|not allowed|not known|not listed here|ambiguous)|\b(?:unknown|invalid|no such|bad|unrouteable|undeliverable|non-?existent|nonexistent) (?:local )?(?:user|recipient|mailbox|address|account|alias|person|destination)|\bno mailbox\b|\bnot our customer\b|\bdoes(?: not|n'?t) have an? \S+ account|\bthis (?:address|user|recipient|mailbox)\b|\bno one here\b|không tồn tại|không có (?:người dùng|hộp thư)",
        RegexOptions.IgnoreCase)]
    private static partial Regex RecipientWords();
}
