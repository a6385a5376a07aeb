using System.Security.Cryptography;
using System.Text;
using CcHc.Core.Reminders;

namespace CcHc.Worker.Jobs.RemindAgencies;

/// <summary>The Message-ID of a letter, made of its day, kind and agency: the outbox takes each once, so an agency gets one letter a day at most.</summary>
public static class LetterMessageId
{
    /// <summary>What kind of letter it is, as the outbox lists it.</summary>
    public static string KindOf(ReminderLetter letter) => letter.IsChase ? ChaseLetters.Kind : letter.IsEscalation ? "escalation" : letter.IsToHead ? "head" : "reminder";

    /// <param name="domain">The sender's own, so that receivers find a name they know.</param>
    public static string Of(ReminderLetter letter, string domain)
    {
        var kind = KindOf(letter);
        // The code is an office's free text, so only its digest goes into a header.
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letter.Agency.Code)))[..16];
        return FormattableString.Invariant($"<{letter.Day:yyyyMMdd}.{kind}.{digest}@{domain}>");
    }
}
