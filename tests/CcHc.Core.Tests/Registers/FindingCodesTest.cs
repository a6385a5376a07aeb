using CcHc.Core.Findings;
using CcHc.Core.Registers;

namespace CcHc.Core.Tests.Registers;

public class FindingCodesTest
{
    private const string File = "so-theo-doi/ke-hoach.xlsx";
    private const string Sheet = "Phụ lục";

    [Fact]
    public void Assign_KeepsTheCode_WhenRowsAreSorted()
    {
        var before = Code(At("F5", "Không hiểu thời hạn “sớm”."), Task(5, "1"), Task(6, "2"));
        var after = Code(At("F6", "Không hiểu thời hạn “sớm”."), Task(5, "2"), Task(6, "1"));
        Assert.Equal(before, after);
    }

    [Fact]
    public void Assign_KeepsTheCode_WhenOnlyTheCellItNamesMoves() => Assert.Equal(
        Code(At("B9", "Số thứ tự “2” đã dùng ở ô A5 trong cùng mục."), Task(9, "2~b")),
        Code(At("B9", "Số thứ tự “2” đã dùng ở ô A7 trong cùng mục."), Task(9, "2~b")));

    [Theory]
    [InlineData("F5", "Không hiểu thời hạn “sớm nhất”.")] // other words in the cell
    [InlineData("F6", "Không hiểu thời hạn “sớm”.")] // another task
    public void Assign_GivesAnotherCode_ToAnotherMatter(string cell, string message)
    {
        var tasks = new[] { Task(5, "1"), Task(6, "2") };
        Assert.NotEqual(Code(At("F5", "Không hiểu thời hạn “sớm”."), tasks), Code(At(cell, message), tasks));
    }

    [Theory]
    [InlineData("Ô báo lỗi #REF!.", false)] // says nothing of its cell but where it is
    [InlineData("“Sở Lạ” không có trong danh bạ.", true)]
    public void Assign_GoesByTheCell_OnlyWhereNothingElseTellsFindingsApart(string message, bool isSame) =>
        Assert.Equal(isSame, Code(At("C5", message)) == Code(At("C6", message)));

    [Fact]
    public void Assign_GivesEqualFindingsCodesOfTheirOwn()
    {
        var codes = FindingCodes.Assign([At("F5", "Hai lần “x”."), At("F5", "Hai lần “x”.")], []).Select(finding => finding.AnswerCode).ToList();
        Assert.Equal(2, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[2-9A-HJ-NP-Z]{6}$", code));
    }

    [Fact]
    public void Assign_IsNotSlowedDown_ByManyEqualFindings()
    {
        var codes = FindingCodes.Assign([.. Enumerable.Repeat(At("F5", "Nhiều lần “x”."), 20_000)], []).Select(finding => finding.AnswerCode);
        Assert.Equal(20_000, codes.Distinct().Count());
    }

    private static Finding At(string cell, string message) => new(Severity.Warning, "deadline-not-understood", File, Sheet, cell, message, "Ghi lại.");

    private static string Code(Finding finding, params RegisterTask[] tasks) => FindingCodes.Assign([finding], tasks)[0].AnswerCode;

    private static RegisterTask Task(int row, string key) =>
        new() { Key = key, Place = new SourcePlace(File, Sheet, row, $"B{row}", $"F{row}", $"D{row}"), Text = "Rà soát thủ tục" };
}
