using System.Globalization;
using CcHc.Core.Mail;
using CcHc.Core.Obligations;
using CcHc.Core.StatusReport;
using CcHc.Core.Wording;

namespace CcHc.Core.Reminders;

/// <summary>
/// Draws a reminder letter (thân thư nhắc việc): one block a task. How the words were read stands in the attached workbook; here one short line says where the
/// task is written.
/// </summary>
internal static class ReminderBody
{
    private const string WrittenByProgram =
        "Thư do phần mềm CcHc lập tự động từ sổ theo dõi; mỗi mốc nhắc một lần. Căn cứ nhắc và cách hiểu từng thời hạn có trong tệp kèm.";

    /// <summary>More is no letter any longer, and mail servers refuse it: the rest stands in the attached list.</summary>
    private const int MostBlocks = 200;

    public static MailBody Draw(LetterParts parts, IReadOnlyList<Reminder> reminders, bool showsAgency, LetterFacts facts)
    {
        var body = new MailBody(parts.Subject).Greeting(parts.Greeting).Paragraph(parts.Opening);
        // A report owed for two periods by one day would stand there twice, word for word.
        var shown = 0;
        foreach (var alike in reminders.GroupBy(reminder => (LetterLine.Of(reminder), showsAgency ? reminder.Assessed.Obligation.Agency.Code : ""))
            .Take(MostBlocks))
        {
            body.Block(Block(alike.First(), showsAgency, facts, alike.Count()));
            shown += alike.Count();
        }

        if (shown < reminders.Count)
        {
            body.Paragraph(
                $"Thư này ghi {Vietnamese.Number(shown, 0)} việc quá hạn lâu nhất hoặc đến hạn sớm nhất. Danh sách đầy đủ {Vietnamese.Number(reminders.Count, 0)} việc có trong tệp kèm.");
        }

        return body.Paragraph(parts.Ask).Signature(parts.Signature).Note(parts.Note).Note(WrittenByProgram);
    }

    private static MailBlock Block(Reminder reminder, bool showsAgency, LetterFacts facts, int duties)
    {
        var line = LetterLine.Of(reminder);
        return new MailBlock(line.Task,
        [
            new($"Hạn: {line.Due}, {line.Left}", ToneOf(reminder.Assessed.Standing)),
            new(duties == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"Gồm {duties} đầu việc cùng nội dung, cùng hạn")),
            new(showsAgency ? LetterLine.ContactOf(reminder.Assessed.Obligation.Agency, facts.TimesReminded(reminder)) : ""),
            new(line.Product.Length == 0 ? "" : "Sản phẩm: " + line.Product),
            new(line.Reported.Length == 0 ? "" : "Cơ quan đã báo cáo: " + line.Reported),
            new(line.Note),
            new(line.Succession),
            new(line.Source, MailTone.Quiet),
        ]);
    }

    private static MailTone ToneOf(DeadlineStatus standing) => StatusGroups.Of(standing) switch
    {
        StatusGroup.Overdue => MailTone.Alarm,
        StatusGroup.DueSoon => MailTone.Attention,
        _ => MailTone.Plain,
    };
}
