using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.StatusReports;
using CcHc.Core.Mail;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;

namespace CcHc.Office.Letters;

/// <summary>A reminder letter as a mail, with the workbook of its agency's open tasks; of a letter about others with the list of what it tells.</summary>
public static class ReminderMail
{
    /// <param name="rows">The obligations of the workbook.</param>
    /// <param name="workbooks">Of the letter's day.</param>
    /// <param name="sender">The address letters are sent from.</param>
    public static OutgoingMail Of(ReminderLetter letter, IReadOnlyList<AssessedObligation> rows, AgencyTasksWorkbookWriter workbooks, string sender)
    {
        var body = letter.Write();
        return new OutgoingMail(LetterMessageId.Of(letter, sender), letter.To, letter.Subject, body.ToHtml(), body.ToText(),
            [letter.IsEscalation ? OfOthers(letter, rows) : OfItsOwn(letter, rows, workbooks)]);
    }

    private static MailAttachment OfItsOwn(ReminderLetter letter, IReadOnlyList<AssessedObligation> rows, AgencyTasksWorkbookWriter workbooks) => new(
        FormattableString.Invariant($"Nhiệm vụ CCHC {letter.Agency.Name} {letter.Day:yyyy-MM-dd}.xlsx"), MediaTypes.Workbook,
        workbooks.ToLooseBytes(letter.Agency, rows, letter.Basis())) { IsLoose = true };

    private static MailAttachment OfOthers(ReminderLetter letter, IReadOnlyList<AssessedObligation> rows) => new(
        FormattableString.Invariant($"Việc quá hạn cần đôn đốc {letter.Day:yyyy-MM-dd}.xlsx"), MediaTypes.Workbook,
        TaskListWorkbookWriter.ToBytes(rows, $"Việc quá hạn cần {letter.Agency.Name} đôn đốc", letter.Day, letter.Basis()));
}
