using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.StatusReports;
using CcHc.Core.Mail;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;

namespace CcHc.Office.Letters;

/// <summary>A reminder letter as a mail, with the workbook of its agency's open tasks.</summary>
public static class ReminderMail
{
    /// <param name="rows">The obligations of the workbook.</param>
    /// <param name="sender">The address letters are sent from.</param>
    public static OutgoingMail Of(ReminderLetter letter, IReadOnlyList<AssessedObligation> rows, string sender)
    {
        var workbook = AgencyTasksWorkbookWriter.ToBytes(letter.Agency, rows, letter.Day, letter.BasisOf);
        var name = FormattableString.Invariant($"Nhiệm vụ CCHC {letter.Agency.Name} {letter.Day:yyyy-MM-dd}.xlsx");
        return new OutgoingMail(
            LetterMessageId.Of(letter, sender), letter.To, letter.Subject, letter.Html, letter.Text,
            [new MailAttachment(name, MediaTypes.Workbook, workbook)]);
    }
}
