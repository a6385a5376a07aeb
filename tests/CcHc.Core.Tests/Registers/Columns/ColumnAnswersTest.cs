using CcHc.Core.Findings;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Columns;
using CcHc.Core.Registers.Reading;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Registers.Columns;

/// <summary>What the office answers about a column decides its role, in every file of the layout, and is asked no more.</summary>
public class ColumnAnswersTest
{
    private const string Layout = """
        KẾ HOẠCH NĂM 2026
        STT | Nhiệm vụ | Chủ trì | Thời hạn | Thời gian hoàn thành
        1 | Rà soát thủ tục đất đai | Sở Nội vụ | Quý II | 15/5/2026
        2 | Xây dựng đề án việc làm | Sở Tư pháp | Quý IV |
        """;

    [Fact]
    public void Parse_AsksWhatAColumnIs_UnderACodeOfTheLayout()
    {
        var (one, other) = (Question(Layout), Question(Layout.Replace("Rà soát", "Kiểm tra", StringComparison.Ordinal)));
        Assert.Equal("E2", one.Cell);
        Assert.Matches("^[2-9A-Z]{6}$", one.AnswerCode);
        Assert.Equal(one.AnswerCode, other.AnswerCode);
        Assert.NotEqual(one.AnswerCode, Question(Layout.Replace("Chủ trì", "Cơ quan chủ trì", StringComparison.Ordinal)).AnswerCode);
    }

    [Theory]
    [InlineData("cột E là thời hạn", "Thời gian hoàn thành", "thời gian")]
    [InlineData("Cột E là hạn", "Thời gian hoàn thành", "thời gian")]
    [InlineData("sai: cột E là gia hạn", "Thời gian hoàn thành", "gia hạn đến")]
    [InlineData("là ngày hoàn thành", "Thời gian hoàn thành", "ngày hoàn thành")]
    [InlineData("cột E là ghi chú", "Thời gian hoàn thành", "ghi chú")]
    [InlineData("E = kết quả", "Thời gian hoàn thành", "kết quả")]
    [InlineData("cột D là ngày giao; cột E là thời hạn", "Thời gian hoàn thành", "thời gian")]
    [InlineData("cột E dùng làm tình trạng", "Thời gian hoàn thành", "tình trạng")]
    [InlineData("phải là sản phẩm", "Thời gian hoàn thành", "sản phẩm")]
    [InlineData("không dùng cột E", "Thời gian hoàn thành", null)]
    [InlineData("bỏ qua", "Thời gian hoàn thành", null)]
    [InlineData("cột E không phải hạn", "Thời gian hoàn thành", null)]
    public void Parse_TakesAColumnForWhatTheOfficeAnswered(string words, string header, string? role)
    {
        var question = Question(Layout);
        Assert.True(ColumnAnswers.IsAnswer(words));

        var reading = Read(Layout, words);

        Assert.Equal(role is not null, reading.Columns.Contains($"“{header}” là {role}", StringComparison.Ordinal));
        Assert.DoesNotContain(reading.Findings, finding => finding.AnswerCode == question.AnswerCode);
    }

    [Fact]
    public void Parse_ReadsByTheAnsweredColumn()
    {
        var task = Read(Layout, "cột D là ngày giao; cột E là thời hạn").Tasks[0];
        Assert.Equal(("15/5/2026", null, TaskProgress.Open), (task.TimeText, task.CompletedOn, task.Status));
    }

    [Theory]
    [InlineData("đúng là vậy")]
    [InlineData("chị Bình, theo công văn 12")]
    [InlineData("để xem lại")]
    [InlineData("")]
    public void IsAnswer_TakesNothingElse(string words) => Assert.False(ColumnAnswers.IsAnswer(words));

    [Fact]
    public void Assign_KeepsTheCodeOfALayout()
    {
        var reading = RegisterParser.Parse(SheetBuilder.Workbook(Layout));
        Assert.Contains(FindingCodes.Assign(reading.Findings, reading.Tasks), finding => finding.AnswerCode == Question(Layout).AnswerCode);
    }

    private static Finding Question(string lines) =>
        RegisterParser.Parse(SheetBuilder.Workbook(lines)).Findings.Single(finding => finding.Code == "column-role-guessed");

    private static RegisterReading Read(string lines, string words)
    {
        var answers = ColumnAnswers.From([new FindingAnswer(Question(lines).AnswerCode, Verdict.Right, words, new DateOnly(2026, 6, 15))]);
        return RegisterParser.Parse(SheetBuilder.Workbook(lines), hints: new ReadingHints(null, answers, answers.Key));
    }
}
