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
    /// <param name="workbooks">Of the letter's day.</param>
    /// <param name="sender">The address letters are sent from.</param>
    public static OutgoingMail Of(ReminderLetter letter, IReadOnlyList<AssessedObligation> rows, AgencyTasksWorkbookWriter workbooks, string sender)
    {
        var workbook = workbooks.ToLooseBytes(letter.Agency, rows, letter.Basis());
        var name = FormattableString.Invariant($"Nhiệm vụ CCHC {letter.Agency.Name} {letter.Day:yyyy-MM-dd}.xlsx");
        var body = letter.Write();
        return new OutgoingMail(
            LetterMessageId.Of(letter, sender), letter.To, letter.Subject, body.ToHtml(), body.ToText(),
            [new MailAttachment(name, MediaTypes.Workbook, workbook) { IsLoose = true }]);
    }
}
