using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Sheets;
using CcHc.Hostile.Corpus;

namespace CcHc.Adapters.Tests.Workbooks;

/// <summary>What the library for .xls loses is read from the records.</summary>
public class OldSheetTest
{
    private const int Label = 0x204;
    private const int Formula = 0x06;
    private const int Array = 0x221;
    private const int Result = 0x207;
    private const int Error = 0x205;
    private const int Merges = 0xE5;
    private const int Dimensions = 0x200;
    private const int Font = 0x31;

    [Theory]
    [InlineData(0x00, "#NULL!")]
    [InlineData(0x07, "#DIV/0!")]
    [InlineData(0x0F, "#VALUE!")]
    [InlineData(0x17, "#REF!")]
    [InlineData(0x1D, "#NAME?")]
    [InlineData(0x24, "#NUM!")]
    [InlineData(0x2A, "#N/A")]
    [InlineData(0x2B, "#GETTING_DATA")]
    [InlineData(0x55, "#ERR!")]
    public void Read_TellsErrorCells(byte code, string text)
    {
        var typed = Cells(sheet => sheet.Record(Error, [.. Biff.Words(0, 1, 0), code, 1]));
        var counted = Cells(sheet => sheet.Record(Formula, [.. Biff.Words(0, 1, 0), 2, 0, code, 0, 0, 0, 0xFF, 0xFF, .. new byte[8]]));
        Assert.Equal((CellKind.Error, text), (typed[2].Kind, typed[2].Text));
        Assert.Equal((CellKind.Error, text), (counted[2].Kind, counted[2].Text));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Read_FindsTheTextOfAFormula_AlsoBehindItsArray(bool isArray, bool isWide)
    {
        var cells = Cells(sheet =>
        {
            sheet.Record(Formula, [.. Biff.Words(0, 1, 0), 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, .. new byte[8]]);
            if (isArray)
            {
                sheet.Record(Array, [.. Biff.Words(0, 0), 1, 1, .. new byte[8]]);
            }

            sheet.Record(Result, isWide ? Biff.Text("Sở Tài chính") : [.. Biff.Words(4), 0, .. "UBND"u8]);
        });
        Assert.Equal((CellKind.Text, isWide ? "Sở Tài chính" : "UBND"), (cells[2].Kind, cells[2].Text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Read_FindsMergedAreas_BehindCharts(int charts)
    {
        var sheet = Read(Biff.Workbook(sheet: body =>
        {
            Begin(body, 4);
            Text(body, 0, 0, "a");
            Text(body, 3, 1, "b");
            for (var i = 0; i < charts; i++)
            {
                body.Record(0x809, Biff.Beginning(0x20)).Record(0x0A, []);
            }

            body.Record(Merges, Biff.Words(2, 0, 2, 0, 0, 3, 3, 0, 1));
        }));
        Assert.Equal([new CellArea(1, 1, 3, 1), new CellArea(4, 1, 4, 2)], sheet.Merges);
    }

    [Theory]
    [InlineData("Workbook")]
    [InlineData("WORKBOOK")]
    [InlineData("workbook")]
    [InlineData("WorkBook")]
    public void Read_FindsItsStream_HoweverItIsSpelt(string name) =>
        Assert.Equal("a", Read(Biff.Workbook(sheet: body => Text(Begin(body, 1), 0, 0, "a"), stream: name)).Rows[0][1].Text);

    [Theory]
    [InlineData(0.708333333333333, "17:00")]
    [InlineData(0.354166666666667, "08:30")]
    [InlineData(0.5, "12:00")]
    [InlineData(0.999988425925926, "23:59:59")]
    public void Read_TellsATimeOfDay_FromADay(double stored, string text)
    {
        var cell = Read(Biff.Workbook(
            globals => globals.Record(0xE0, Biff.Words(0, 20, 0, 0, 0, 0, 0, 0, 0, 0)),
            body => Begin(body, 1).Record(0x203, [.. Biff.Words(0, 0, 2), .. BitConverter.GetBytes(stored)]))).Rows[0][1];
        Assert.Equal((text, CellKind.Number), (cell.Text, cell.Kind));
    }

    [Theory]
    [InlineData(0, 10, "30/9/2026", false)]
    [InlineData(10, 19, "30/3/2026 ", false)]
    [InlineData(0, 19, "30/3/2026 30/9/2026", true)]
    [InlineData(19, 19, "30/3/2026 30/9/2026", false)]
    public void Read_TakesBackStruckRuns(int start, int end, string text, bool isStruck)
    {
        const string Written = "30/3/2026 30/9/2026";
        byte[] runs = [.. Biff.Words(start, 1), .. end < Written.Length ? Biff.Words(end, 0) : []];
        var cell = Read(Biff.Workbook(
            globals => globals.Record(Font, FontOf(0)).Record(Font, FontOf(8))
                .Record(0xFC, [1, 0, 0, 0, 1, 0, 0, 0, .. Biff.Words(Written.Length), 9, .. Biff.Words(runs.Length / 4),
                    .. System.Text.Encoding.Unicode.GetBytes(Written), .. runs]),
            body => Begin(body, 1).Record(0xFD, [.. Biff.Words(0, 0, 0), 0, 0, 0, 0]))).Rows[0][1];
        Assert.Equal((text, isStruck), (cell.Text, cell.Has(CellTraits.Strikethrough)));
    }

    [Fact]
    public void Read_TellsHiddenColumns()
    {
        var sheet = Read(Biff.Workbook(sheet: body => Text(Text(Begin(body, 2), 0, 0, "a"), 1, 1, "b")
            .Record(0x7D, Biff.Words(1, 1, 0, 0, 1, 0)).Record(0x7D, Biff.Words(0, 1, 2_560, 0, 0, 0))
            .Record(Error, [.. Biff.Words(0, 1, 0), 0x17, 1])));
        Assert.Equal([(1, 1, false), (1, 2, true), (2, 2, true)],
            sheet.Rows.SelectMany(row => row.Cells.Select(cell => (row.Number, cell.Column, cell.Has(CellTraits.HiddenColumn)))));
    }

    [Fact]
    public void Read_KeepsComments()
    {
        var sheet = Read(Biff.Workbook(sheet: body =>
        {
            Text(Begin(body, 2), 1, 1, "Quý II");
            body.Record(0x5D, Biff.Words(0x15, 0x12, 0x19, 7, 0, 0, 0, 0, 0, 0, 0)).Record(0x1B6, Biff.Words(0, 0, 0, 0, 0, 14, 16, 0, 0))
                .Record(0x3C, [1, .. System.Text.Encoding.Unicode.GetBytes("Lùi sang 30/9")]).Record(0x3C, new byte[16])
                .Record(0x1C, Biff.Words(1, 1, 0, 7, 0, 0));
        }));
        Assert.Equal(new CellComment(2, 2, "Lùi sang 30/9"), Assert.Single(sheet.Comments));
    }

    private static byte[] FontOf(byte flags) => [200, 0, flags, 0, 0xFF, 0x7F, 0x90, 1, 0, 0, 0, 0, 0, 0, 5, 0, .. "Arial"u8];

    private static Biff Begin(Biff body, int rows) =>
        body.Record(Dimensions, [.. BitConverter.GetBytes(0), .. BitConverter.GetBytes(rows), .. Biff.Words(0, 2, 0)]);

    private static Biff Text(Biff body, int row, int column, string text) => body.Record(Label, [.. Biff.Words(row, column, 0), .. Biff.Text(text)]);

    private static SheetRow Cells(Action<Biff> second) => Read(Biff.Workbook(sheet: body =>
    {
        Text(Begin(body, 1), 0, 0, "a");
        second(body);
    })).Rows[0];

    private static Sheet Read(byte[] bytes)
    {
        var read = WorkbookReading.Of(bytes, "so-theo-doi/so.xls");
        return Assert.Single((read.Content ?? throw new InvalidOperationException(read.Refusal!.Message)).Sheets);
    }
}
