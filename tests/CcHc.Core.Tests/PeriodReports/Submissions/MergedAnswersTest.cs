using CcHc.Core.PeriodReports;
using CcHc.Core.Registers;
using CcHc.Core.Sheets;

namespace CcHc.Core.Tests.PeriodReports.Submissions;

public class MergedAnswersTest
{
    /// <summary>Columns of the tasks: B task, F result, G status, H day, I document, J difficulty; issued rows 4 to 7.</summary>
    [Theory]
    [InlineData(6, "Đang thực hiện", "Đang thực hiện", "result")]
    [InlineData(9, "123/KH-STP", "123/KH-STP", "document")]
    [InlineData(10, "Thiếu người", "Thiếu người", "difficulty")]
    public void Read_CountsAMergedAnswerForEveryRowItCovers(int column, string typed, string read, string part)
    {
        var content = Merged(column, typed, new CellArea(5, column, 7, column)).Read().Submission!;
        Assert.All(content.Tasks.Skip(1),
            task => Assert.Equal(read, part switch { "result" => task.Result, "document" => task.Document, _ => task.Difficulty }));
    }

    [Fact]
    public void Read_CountsAMergedStatusAndDay()
    {
        var form = Merged(7, "Hoàn thành", new CellArea(5, 7, 6, 7));
        form.Tasks[4] = Put(form.Tasks[4], 8, "@20/5/2026");
        var before = form.Last;
        form.Last =
            workbook => before(workbook) with { Sheets =
                [.. before(workbook).Sheets.Select((sheet, i) => i == 0 ? sheet with { Merges = [.. sheet.Merges, new CellArea(5, 8, 6, 8)] } : sheet)] };
        var tasks = form.Read().Submission!.Tasks;
        Assert.Equal([(TaskProgress.Done, new DateOnly(2026, 5, 20)), (TaskProgress.Done, new DateOnly(2026, 5, 20))], tasks.Skip(1).Take(2)
            .Select(task => (task.Status, task.CompletedOn!.Value)));
    }

    [Fact]
    public void Read_NamesTheCellTheAnswerStandsIn()
    {
        var tasks = Merged(6, "Đã họp", new CellArea(5, 6, 7, 6)).Read().Submission!.Tasks;
        Assert.Equal(["F4", "F5", "F5", "F5"], tasks.Select(task => task.ResultCell));
    }

    [Theory]
    [InlineData(2, 6, 5, 6)] // from the headings down
    [InlineData(5, 6, 5, 10)] // across one row
    [InlineData(5, 5, 6, 6)] // begins in another column
    public void Read_TakesNothingFromAMergeThatIsNoAnswer(int firstRow, int firstColumn, int lastRow, int lastColumn)
    {
        var form = Merged(6, "", new CellArea(firstRow, firstColumn, lastRow, lastColumn));
        Assert.All(form.Read().Submission!.Tasks.Where(task => task.Row > 4), task => Assert.Equal("", task.Result));
    }

    [Fact]
    public void Read_TakesAMergedFigureForTheFirstRowAlone()
    {
        var form = new FilledForm().Figure("CT02", "").Figure("CT03", "");
        form.Last =
            workbook =>
                workbook with { Sheets = [.. workbook.Sheets.Select((sheet, i) => i == 1 ? sheet with { Merges = [new CellArea(3, 5, 4, 5)] } : sheet)] };
        Assert.Equal([200d, null], form.Read().Submission!.Figures.Take(2).Select(figure => figure.Value));
    }

    /// <summary>The second task's cell says it, the two below are blank and merged with it.</summary>
    private static FilledForm Merged(int column, string typed, CellArea area)
    {
        var form = new FilledForm();
        for (var row = 4; row < 7; row++)
        {
            form.Tasks[row] = Put(form.Tasks[row], column, row == 4 ? typed : "");
        }

        form.Last = workbook => workbook with { Sheets = [.. workbook.Sheets.Select((sheet, i) => i == 0 ? sheet with { Merges = [area] } : sheet)] };
        return form;
    }

    private static string Put(string line, int column, string value)
    {
        var cells = line.Split('|');
        cells[column - 1] = value;
        return string.Join('|', cells);
    }
}
