using CcHc.Adapters.Tests.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.StatusReports;
using CcHc.Core.Obligations;
using static CcHc.Adapters.Tests.Workbooks.Drawing.SampleOffice;

namespace CcHc.Adapters.Tests.Workbooks.StatusReports;

public class TaskListWorkbookWriterTest
{
    private static WrittenWorkbook Write(IReadOnlyList<AssessedObligation> rows, string chosen = "") => new(TaskListWorkbookWriter.ToBytes(rows, chosen, AsOf));

    [Fact]
    public void ToBytes_HoldsEveryRowInTheGivenOrder()
    {
        var rows = Obligations.Reverse().ToList();
        var workbook = Write(rows);

        Assert.Equal(rows.Select(row => row.Obligation.Task.Text), workbook.Rows("Nhiệm vụ").Select(row => row[2]));
        Assert.Equal(rows.Select(row => row.Obligation.Agency.Name), workbook.Rows("Nhiệm vụ").Select(row => row[4]));
        Assert.Empty(workbook.Complaints());
    }

    [Fact]
    public void ToBytes_SaysHowTheListWasChosen()
    {
        var workbook = Write(Obligations, "có các từ “=HYPERLINK(\"x\")”; cơ quan Sở Nội vụ");

        Assert.Contains("cơ quan Sở Nội vụ", workbook["Nhiệm vụ", "A2"], StringComparison.Ordinal);
        Assert.Empty(workbook.Complaints());
    }

    [Fact]
    public void ToBytes_SaysSo_WhenNothingWasFound() => Assert.Equal("Không có nhiệm vụ nào.", Write([])["Nhiệm vụ", "A5"]);

    [Fact]
    public void ToBytes_GivesTheSameBytes_ForTheSameRows() => Assert.Equal(Write(Obligations).Bytes, Write(Obligations).Bytes);
}
