using CcHc.Core.Mail;
using CcHc.Core.Reminders;

namespace CcHc.Office.Letters;

/// <summary>The Message-ID of a letter, made of its day, kind and agency: the outbox takes each once, so an agency gets one letter a day at most.</summary>
public static class LetterMessageId
{
    /// <summary>What kind of letter it is, as the outbox lists it.</summary>
    public static string KindOf(ReminderLetter letter) =>
        letter.IsChase ? ChaseLetters.Kind : letter.IsEscalation ? "escalation" : letter.IsToHead ? "head" : "reminder";

    public static string Of(ReminderLetter letter, string sender) =>
        MessageId.Of(FormattableString.Invariant($"{letter.Day:yyyyMMdd}.{KindOf(letter)}.{MessageId.Digest(letter.Agency.Code, 16)}"), sender);
}
