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
        var firstIn = new Dictionary<string, int>(StringComparer.Ordinal);
        // A report owed for two periods by one day would stand there twice, word for word.
        var shown = 0;
        foreach (var (index, alike) in reminders.GroupBy(one => (Line: LetterLine.Of(one), showsAgency ? one.Assessed.Obligation.Agency.Code : ""))
            .Take(MostBlocks).Index())
        {
            var line = alike.Key.Line;
            var written = line.Written(firstIn.GetValueOrDefault(line.Source));
            firstIn.TryAdd(line.Source, index + 1);
            body.Block(Block(alike.First(), line, written, showsAgency ? facts : null, alike.Count()));
            shown += alike.Count();
        }

        if (shown < reminders.Count)
        {
            body.Paragraph(
                $"Thư này ghi {Vietnamese.Number(shown, 0)} việc quá hạn lâu nhất hoặc đến hạn sớm nhất. Danh sách đầy đủ {Vietnamese.Number(reminders.Count, 0)} việc có trong tệp kèm.");
        }

        return body.Paragraph(parts.Ask).Signature(parts.Signature).Note(parts.Note).Note(WrittenByProgram);
    }

    /// <param name="facts">Null in a letter to the agency itself, which need not be told whom to call.</param>
    private static MailBlock Block(Reminder reminder, LetterLine line, string written, LetterFacts? facts, int duties) =>
        new(line.Task,
        [
            new($"Hạn: {line.Due}, {line.Left}", ToneOf(reminder.Assessed.Standing)),
            new(duties == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"Gồm {duties} đầu việc cùng nội dung, cùng hạn")),
            new(facts is null ? "" : LetterLine.ContactOf(reminder.Assessed.Obligation.Agency, facts.TimesReminded(reminder))),
            new(line.Product.Length == 0 ? "" : "Sản phẩm: " + line.Product),
            new(line.Reported),
            new(line.Note),
            new(line.Succession),
            new(written, MailTone.Quiet),
        ]);

    private static MailTone ToneOf(DeadlineStatus standing) => StatusGroups.Of(standing) switch
    {
        StatusGroup.Overdue => MailTone.Alarm,
        StatusGroup.DueSoon => MailTone.Attention,
        _ => MailTone.Plain,
    };
}
