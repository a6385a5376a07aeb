using CcHc.Adapters.Documents.Letters;
using CcHc.Core.Agencies;
using CcHc.Core.Deadlines;
using CcHc.Core.Mail;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CcHc.Adapters.Tests.Documents.Letters;

public class ChaseLetterWriterTest
{
    private static readonly byte[] Written = Write("Trình phương án sử dụng trụ sở dôi dư");

    private static byte[] Write(string text) => ChaseLetterWriter.ToBytes(new ChaseLetter(
        "tỉnh Mẫu", new Agency { Code = "SNV", Name = "Sở Nội vụ" }, new OfficeContact("Phòng Cải cách hành chính", "0200 3000 099"),
        new Agency { Code = "STC", Name = "Sở Tài chính" },
        [Line(text, 30, 4), Line("Báo cáo kết quả", 2, 0)], new DateOnly(2026, 2, 5), new DateOnly(2026, 2, 12)));

    private static MondayLine Line(string text, int over, int times)
    {
        var due = new DateOnly(2026, 1, 5);
        var task = new RegisterTask { Key = text, Place = new SourcePlace("a.xlsx", "PL", 5, "B5", "F5", "D5"), Text = text, Products = ["Tờ trình"] };
        var obligation =
            new Obligation(task, new Milestone { Kind = MilestoneKind.Date, Start = due, Due = due }, "M1", new Agency { Code = "STC", Name = "Sở Tài chính" });
        return new MondayLine(new AssessedObligation(obligation, new DeadlineStatus(StatusKind.Overdue, due, due, -over)), times);
    }

    [Theory]
    [InlineData("UBND TỈNH MẪU")]
    [InlineData("SỞ NỘI VỤ")]
    [InlineData("Số:          /SNV-CCHC")]
    [InlineData("V/v đôn đốc thực hiện nhiệm vụ cải cách hành chính quá hạn")]
    [InlineData("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    [InlineData("Độc lập - Tự do - Hạnh phúc")]
    [InlineData("Mẫu, ngày      tháng 02 năm 2026")]
    [InlineData("Kính gửi: Sở Tài chính.")]
    [InlineData("Thông tin liên hệ: Phòng Cải cách hành chính, điện thoại 0200 3000 099.")]
    [InlineData("Nơi nhận:")]
    [InlineData("- Như trên;")]
    [InlineData("- Lưu: VT, CCHC.")]
    [InlineData("GIÁM ĐỐC")]
    public void ToBytes_LooksAsTheDecreeHasALetter(string line) => Assert.Contains(line, Paragraphs(Written));

    [Fact]
    public void ToBytes_GivesEveryWordOfItsTableItsRoom() => Assert.Empty(TableRoom.TooNarrow(Written));

    [Fact]
    public void ToBytes_ListsEachTask_WithDayDaysAndReminders()
    {
        using var document = Open(Written);
        var rows = document.MainDocumentPart!.Document.Descendants<Table>().Single(table => table.InnerText.Contains("Đã nhắc", StringComparison.Ordinal))
            .Elements<TableRow>()
                .Select(row => row.Elements<TableCell>().Select(cell => cell.InnerText).ToList()).ToList();
        Assert.Equal(["1", "Trình phương án sử dụng trụ sở dôi dư", "Tờ trình", "5/1/2026", "30", "4"], rows[1]);
        Assert.Equal(["2", "Báo cáo kết quả", "Tờ trình", "5/1/2026", "2", "0"], rows[2]);
        Assert.Contains(Paragraphs(Written),
            text => text.Contains("tính đến ngày 5/2/2026, quý cơ quan chủ trì 2 nhiệm vụ đã quá hạn", StringComparison.Ordinal));
        Assert.Contains(Paragraphs(Written), text => text.Contains("chậm nhất ngày 12/2/2026", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Trình phương án")]
    [InlineData("a\u0001b <b>&amp;</b> \uD83D")]
    public void ToBytes_IsAValidDocument_WhateverARegisterSays(string text)
    {
        using var document = Open(Write(text));
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => error.Description));
    }

    [Fact]
    public void ToBytes_GivesTheSameBytes_ForTheSameLetter() => Assert.Equal(Written, Write("Trình phương án sử dụng trụ sở dôi dư"));

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static IReadOnlyList<string> Paragraphs(byte[] bytes)
    {
        using var document = Open(bytes);
        return [.. document.MainDocumentPart!.Document.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText)];
    }
}
