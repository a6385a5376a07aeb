using CcHc.Adapters.Workbooks.Health;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks.Health;

public class HealthAnswerReaderTest
{
    private static readonly string[] Headings = ["Mã trả lời", "Trả lời", "Ghi chú (ai, vì sao)", "Đã ghi nhận"];

    [Theory]
    [InlineData("k7f3qd ", "Đúng là vậy", "chị Bình", "", Verdict.Right, "chị Bình")]
    [InlineData("K7F3QD", "dung la vay, anh An", "theo công văn 12", "", Verdict.Right, "anh An; theo công văn 12")]
    [InlineData("K7F3QD", "ok", "", "đã xác nhận 15/06/2026", Verdict.Right, "")]
    [InlineData("K7F3QD", "cột E là thời hạn", "", "", Verdict.Right, "cột E là thời hạn")]
    [InlineData("K7F3QD", "sai: cột E là ngày giao", "", "", Verdict.Right, "sai: cột E là ngày giao")]
    [InlineData("K7F3QD", "không dùng cột F", "", "", Verdict.Right, "không dùng cột F")]
    [InlineData("K7F3QD", "đúng là vậy", "cột E là thời hạn", "đã xác nhận 15/06/2026", Verdict.Right, "cột E là thời hạn")]
    [InlineData("K7F3QD", "", "", "đã xác nhận 15/06/2026", Verdict.Withdrawn, "")]
    public void Read_TakesAnAnswer(string code, string words, string note, string day, Verdict verdict, string expectedNote) =>
        Assert.Equal([new WrittenAnswer("K7F3QD", verdict, expectedNote)], Read(Headings, [code, words, note, day]).OfFindings.Select(placed => placed.Answer));

    [Fact]
    public void Read_TakesNoAnswer_FromARowNobodyFilledIn() => Assert.Empty(Read(Headings, ["K7F3QD", "", "xem sau", ""]).OfFindings);

    [Theory]
    [InlineData("sai")] // a finding is answered by mending the register
    [InlineData("để xem lại")]
    public void Read_TellsOfAnswersItCannotTakeUp(string words)
    {
        var read = Read(Headings, ["K7F3QD", words, "", ""]);
        Assert.Empty(read.OfFindings);
        var told = Assert.Single(read.Findings);
        Assert.Equal(("answer-not-understood", "canh-bao/x.xlsx", "Tôi đặt tên khác", "B2"), (told.Code, told.File, told.Sheet, told.Cell));
    }

    [Fact]
    public void Read_KnowsWhatToTell_WhenACodeIsWrong() =>
        Assert.Equal(("answer-code-unknown", "A2"), Read(Headings, ["K7F3", "ok", "", ""]).OfFindings[0].WhenUnknown is var told
            ? (told.Code, told.Cell) : default);

    [Theory]
    [InlineData("đúng", Verdict.Right, "")]
    [InlineData("sai: hết quý III", Verdict.Wrong, "hết quý III")]
    public void Read_TakesConfirmationsOfReadings_InAnyOrderOfColumns(string words, Verdict verdict, string note)
    {
        var read = Read(["Thời gian ghi trong sổ", "Đã ghi nhận", "Xác nhận", "Mã trả lời"], ["Quý II", "", words, "ABCDEF"]);
        Assert.Equal([new WrittenAnswer("ABCDEF", verdict, note)], read.OfReadings.Select(placed => placed.Answer));
        Assert.Empty(read.OfFindings);
    }

    [Fact]
    public void Read_FindsNothing_InAnotherWorkbook() => Assert.Equal((0, 0, 0), Read(["Mã", "Tên cơ quan"], ["SNV", "Sở Nội vụ"]) is var read
        ? (read.OfFindings.Count, read.OfReadings.Count, read.Findings.Count) : default);

    private static HealthAnswers Read(params string[][] rows)
    {
        var sheet =
            new Sheet("Tôi đặt tên khác",
                [
                    .. rows.Select(
                        (row, r) => new SheetRow(r + 1, [.. row.Select((text, c) => new SheetCell(c + 1, CellKind.Text, text)).Where(cell => !cell.IsBlank)]))],
                        []);
        return HealthAnswerReader.Read(new WorkbookContent("canh-bao/x.xlsx", "", [sheet]));
    }
}
