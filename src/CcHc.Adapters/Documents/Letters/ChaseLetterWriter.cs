using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Mail;
using CcHc.Core.Reminders;
using CcHc.Core.Text;
using CcHc.Core.Wording;
using DocumentFormat.OpenXml;

namespace CcHc.Adapters.Documents.Letters;

/// <summary>An official letter to one agency about what it has overdue (công văn đôn đốc), ready to be numbered, dated and signed.</summary>
/// <param name="Lines">Of this agency, worst first; never empty.</param>
/// <param name="AnswerBy">The last day to answer.</param>
public sealed record ChaseLetter(string ProvinceName, Agency Office, OfficeContact Contact, Agency Agency, IReadOnlyList<MondayLine> Lines, DateOnly AsOf,
    DateOnly AnswerBy);

/// <summary>Writes it as a .docx in the form Nghị định 30/2020/NĐ-CP gives a công văn; number and day stay open.</summary>
public static class ChaseLetterWriter
{
    private const string About = "V/v đôn đốc thực hiện nhiệm vụ cải cách hành chính quá hạn";

    /// <summary>The same letter gives the same bytes.</summary>
    public static byte[] ToBytes(ChaseLetter letter)
    {
        var office = VietnameseText.OneLine(letter.Office.Name);
        IEnumerable<OpenXmlElement> content =
        [
            .. WordDocumentHeading.LetterHead(letter.ProvinceName, letter.AsOf, About),
            WordDocument.Centered(new Words("Kính gửi: ", IsBold: false), new Words(VietnameseText.OneLine(letter.Agency.Name) + ".")),
            .. WordDocument.Blank(1),
            WordDocument.Body(Say(
                $"Qua theo dõi việc thực hiện nhiệm vụ cải cách hành chính, tính đến ngày {Vietnamese.Day(letter.AsOf)}, quý cơ quan chủ trì {letter.Lines.Count} nhiệm vụ đã quá hạn mà chưa hoàn thành, cụ thể:")),
            WordDocument.Gap(),
            Table(letter),
            WordDocument.Gap(),
            WordDocument.Body(
                $"{office} đề nghị quý cơ quan khẩn trương chỉ đạo hoàn thành các nhiệm vụ nêu trên; báo cáo kết quả (ghi rõ số, ký hiệu văn bản) hoặc nêu lý do và thời gian đề nghị gia hạn, gửi về {office} chậm nhất ngày {Vietnamese.Day(letter.AnswerBy)} để tổng hợp, báo cáo UBND {KindOf(letter.ProvinceName)}."),
            .. letter.Contact.InWords is { Length: > 0 } contact ? [WordDocument.Body($"Thông tin liên hệ: {contact}.")] : Array.Empty<OpenXmlElement>(),
            WordDocument.Body($"{office} đề nghị quý cơ quan quan tâm phối hợp thực hiện./."),
            .. WordDocumentHeading.LetterFoot(letter.ProvinceName),
        ];
        return WordDocumentFile.ToBytes($"Công văn đôn đốc {VietnameseText.OneLine(letter.Agency.Name)}", letter.AsOf, content);
    }

    private static OpenXmlElement Table(ChaseLetter letter) => WordDocumentTable.Ruled(
        [new("TT", 10), new("Nhiệm vụ", 56, IsCentered: false), new("Sản phẩm", 33, IsCentered: false), new("Hạn hoàn thành", 28),
            new("Quá hạn (ngày làm việc)", 17), new("Đã nhắc (lần)", 16)],
        [
            .. letter.Lines.Select((line, index) => (IReadOnlyList<string>)
            [
                Say($"{index + 1}"),
                VietnameseText.OneLine(line.Assessed.Obligation.Task.Text),
                VietnameseText.OneLine(line.Assessed.Obligation.Milestone.Label ?? string.Join("; ", line.Assessed.Obligation.Task.Products)),
                line.Assessed.Standing.ShownDue is { } due ? Vietnamese.Day(due) : "",
                Say($"{line.WorkingDaysOver}"),
                Say($"{line.TimesReminded}"),
            ]),
        ]);

    private static string KindOf(string provinceName) =>
        provinceName.TrimStart().StartsWith("thành phố", StringComparison.OrdinalIgnoreCase) ? "thành phố" : "tỉnh";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
