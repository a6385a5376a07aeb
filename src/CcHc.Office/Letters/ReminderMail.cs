using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.StatusReports;
using CcHc.Core.Mail;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;

namespace CcHc.Office.Letters;

/// <summary>A reminder letter as a mail, with the workbook of its agency's open tasks.</summary>
public static class ReminderMail
{
    private const string EscalatedTasks = "Các việc quá hạn lâu cần cơ quan thường trực đôn đốc";

    /// <param name="rows">The obligations of the workbook.</param>
    /// <param name="workbooks">Of the letter's day.</param>
    /// <param name="sender">The address letters are sent from.</param>
    public static OutgoingMail Of(ReminderLetter letter, IReadOnlyList<AssessedObligation> rows, AgencyTasksWorkbookWriter workbooks, string sender)
    {
        // The coordinating agency's list is of other agencies; there is one such letter a day, so nothing is drawn ahead for it.
        var file = letter.IsEscalation
            ? new MailAttachment("", MediaTypes.Workbook, TaskListWorkbookWriter.ToBytes(rows, EscalatedTasks, letter.Day, letter.Basis()))
            : new MailAttachment("", MediaTypes.Workbook, workbooks.ToLooseBytes(letter.Agency, rows, letter.Basis())) { IsLoose = true };
        var name = FormattableString.Invariant($"Nhiệm vụ CCHC {letter.Agency.Name} {letter.Day:yyyy-MM-dd}.xlsx");
        var body = letter.Write();
        return new OutgoingMail(
            LetterMessageId.Of(letter, sender), letter.To, letter.Subject, body.ToHtml(), body.ToText(),
            [file with { FileName = name }]);
    }
}
