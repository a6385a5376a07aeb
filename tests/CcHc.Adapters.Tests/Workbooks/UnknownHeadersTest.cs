using CcHc.Adapters.Workbooks.Lists;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Agencies;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Columns;
using CcHc.Core.Registers.Reading;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks;

/// <summary>
/// The registers of the samples with words nobody knows in place of their headers: the cells alone tell the columns, and the rest is asked about.
/// </summary>
public class UnknownHeadersTest
{
    private const double LeastRight = 0.8;
    private static readonly string[] Nonsense = ["Zorp", "Blif Qua", "Kax", "Wumpo Ta", "Grek", "Plon", "Drazu", "Miv", "Xot", "Yepa", "Quon", "Fiz"];

    [Theory]
    [InlineData("ke-hoach-cchc-2026.xlsx")]
    [InlineData("phu-luc-nhiem-vu-2026.xlsx")]
    [InlineData("chuyen-doi-so/chinh-quyen-so-2026.xlsx")]
    public void Parse_KnowsTheColumnsByTheirCells(string name)
    {
        var samples = Path.Combine(Repository.Folder, "samples", "tinh-mau");
        var directory =
            new AgencyDirectory(
                DirectoryReader.Read(WorkbookReader.Read(Path.Combine(samples, "danh-ba-co-quan.xlsx"), "danh-ba-co-quan.xlsx").Content!).Agencies);
        var hints = new ReadingHints(directory, ColumnAnswers.None, "");
        var workbook = WorkbookReader.Read(Path.Combine(samples, "so-theo-doi", name), "so-theo-doi/" + name).Content!;

        var known = RegisterParser.Parse(workbook, hints: hints);
        var unknown = RegisterParser.Parse(workbook with { Sheets = [.. workbook.Sheets.Select(WithoutHeaders)] }, hints: hints);

        var byPlace = unknown.Tasks.ToDictionary(task => (task.Place.Sheet, task.Place.Row));
        var fields =
            known.Tasks.SelectMany(
                task => Fields(task).Zip(byPlace.TryGetValue((task.Place.Sheet, task.Place.Row), out var other) ? Fields(other) : Fields(null)))
                    .Where(pair => pair.First.Length > 0).ToList();
        Assert.InRange(fields.Count(pair => pair.First == pair.Second), LeastRight * fields.Count, fields.Count);
        Assert.Contains(unknown.Findings, finding => finding.Code == "table-known-by-cells");
        Assert.Contains(unknown.Findings, finding => finding.Code == "column-role-guessed" && finding.AnswerCode.Length > 0);
        Assert.Contains(unknown.Findings, finding => finding.Code == "column-not-read");
    }

    /// <summary>A row is a header when most of its cells are known ones.</summary>
    private static Sheet WithoutHeaders(Sheet sheet) => sheet with
    {
        Rows =
            [
                .. sheet.Rows.Select(
                    row => row.Cells.Count >= 3 && row.Cells.Count(cell => RegisterLayout.Recognise(cell.Text) is not null) * 3 >= row.Cells.Count * 2
                        ? row with { Cells = [.. row.Cells.Select((cell, i) => cell with { Text = Nonsense[i % Nonsense.Length] })] }
                        : row)],
    };

    private static string[] Fields(RegisterTask? task) => task is null ? ["", "", "", "", "", "", ""]
        : [task.Number, task.Text, string.Join('\n', task.Products), task.LeadText, task.CoordinatingText, task.TimeText, task.StatusText];
}
