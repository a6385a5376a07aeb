using System.Text;
using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks;

public class CsvTest
{
    static CsvTest() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("a,b\n1,2", "a|b\n1|2")]
    [InlineData("a;b\r\n1;2\r\n", "a|b\n1|2")]
    [InlineData("a\tb\r1\t2", "a|b\n1|2")]
    [InlineData("a|b\n1|2", "a|b\n1|2")]
    [InlineData("sep=;\na,b;c", "\na,b|c")]
    [InlineData("\"a,b\",c", "a,b|c")]
    [InlineData("\"a\"\"b\",c", "a\"b|c")]
    [InlineData("\"dòng 1\ndòng 2\",c", "dòng 1/dòng 2|c")]
    [InlineData("Sở Nội vụ, Sở Tư pháp;Quý I, II\nSở Y tế;Quý II", "Sở Nội vụ, Sở Tư pháp|Quý I, II\nSở Y tế|Quý II")]
    [InlineData("a,,c\n\n,x", "a||c\n\n|x")]
    [InlineData("cao 5\" thôi,b", "cao 5\" thôi|b")]
    [InlineData("\"chưa đóng,b\nc", "chưa đóng,b/c")]
    public void Read_DividesCellsAsSpreadsheetsDo(string written, string read)
    {
        var sheet = Sheet(Encoding.UTF8.GetBytes(written));
        var rows = Enumerable.Range(1, sheet.Rows[^1].Number).Select(number => sheet.Rows.FirstOrDefault(row => row.Number == number));
        Assert.Equal(read,
            string.Join('\n',
                rows.Select(
                    row => row is null
                        ? "" : string.Join('|', Enumerable.Range(1, row.Cells[^1].Column).Select(column => row[column].Text.Replace('\n', '/'))))));
    }

    /// <summary>A date with a comma nobody put in quotes is one cell again, and is told.</summary>
    [Theory]
    [InlineData("June 20, 2026", "June 20, 2026")]
    [InlineData("Jun. 5, 2027", "Jun. 5, 2027")]
    [InlineData("20 June, 2026", "20 June, 2026")]
    [InlineData("Thứ Bảy, 20 Tháng 6, 2026", "Thứ Bảy, 20 Tháng 6, 2026")]
    [InlineData("Thứ bảy, 20 Tháng Sáu, 2026", "Thứ bảy, 20 Tháng Sáu, 2026")]
    [InlineData("Saturday, June 20, 2026", "Saturday, June 20, 2026")]
    [InlineData("Sat, 20 Jun 2026", "Sat, 20 Jun 2026")]
    [InlineData("thứ 7, ngày 20/6/2026", "thứ 7, ngày 20/6/2026")]
    [InlineData("Chủ nhật, 21/6/2026", "Chủ nhật, 21/6/2026")]
    [InlineData("trước 20 tháng 6, năm 2026", "trước 20 tháng 6, năm 2026")]
    public void Read_JoinsADateCutAtItsComma(string written, string read)
    {
        var result =
            WorkbookReading.Of(Encoding.UTF8.GetBytes($"STT,Nhiệm vụ,Chủ trì,Thời hạn,Ghi chú\n1,Rà soát,Sở Nội vụ,{written},gấp\n"), "so-theo-doi/so.csv");
        Assert.Equal([read, "gấp"], result.Content!.Sheets[0].Rows[1].Cells.Skip(3).Select(cell => cell.Text));
        Assert.Equal("csv-date-joined", Assert.Single(result.Findings).Code);
    }

    /// <summary>More cells than the header has: the columns behind a comma are shifted, and nothing of it is silent.</summary>
    [Theory]
    [InlineData("1,Rà soát, đơn giản hóa,Sở Nội vụ,Quý II,", true)]
    [InlineData("1,Rà soát,Sở Nội vụ, Sở Tư pháp,Quý II,gấp", true)]
    [InlineData("1,Rà soát,Sở Nội vụ,Quý II,gấp, khó", true)]
    [InlineData("1,\"Rà soát, đơn giản hóa\",Sở Nội vụ,Quý II,", false)]
    [InlineData("1,Rà soát,Sở Nội vụ,Quý II", false)]
    [InlineData("1,Rà soát,Sở Nội vụ,2026,6", false)]
    [InlineData(",,,,", false)]
    public void Read_TellsOfLinesWithMoreCellsThanTheHeader(string line, bool isTold)
    {
        var result =
            WorkbookReading.Of(Encoding.UTF8.GetBytes($"KẾ HOẠCH NĂM 2026,,,,\nSTT,Nhiệm vụ,Chủ trì,Thời hạn,Ghi chú\n{line}\n"), "so-theo-doi/so.csv");
        Assert.Equal(isTold ? ["csv-lines-uneven"] : [], result.Findings.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("1", CellKind.Number)]
    [InlineData("1.10", CellKind.Number)]
    [InlineData("-3", CellKind.Number)]
    [InlineData("0.5", CellKind.Number)]
    [InlineData("0912345678", CellKind.Text)]
    [InlineData("\"12\"", CellKind.Text)]
    [InlineData("1,5", CellKind.Text)]
    [InlineData("30/6/2026", CellKind.Text)]
    [InlineData("Quý II", CellKind.Text)]
    [InlineData("TRUE", CellKind.Boolean)]
    [InlineData("1e5", CellKind.Text)]
    [InlineData("-", CellKind.Text)]
    public void Read_KeepsWordsAsWritten(string written, CellKind kind)
    {
        var cell = Sheet(Encoding.UTF8.GetBytes($"{written};x")).Rows[0].Cells[0];
        Assert.Equal((kind, written.Trim('"')), (cell.Kind, cell.Text));
    }

    [Theory]
    [InlineData("utf-8", true, null)]
    [InlineData("utf-8", false, null)]
    [InlineData("utf-16", true, null)]
    [InlineData("utf-16BE", true, null)]
    [InlineData("windows-1258", false, "csv-encoding")]
    public void Read_FindsTheEncoding_AndSaysWhatItAssumed(string name, bool hasMark, string? code)
    {
        const string Written = "STT;Nhiệm vụ;Cơ quan chủ trì;Thời hạn\n1;Rà soát thủ tục đất đai;Sở Nông nghiệp và Môi trường;Trước ngày 30/6/2026\n";
        var encoding = Encoding.GetEncoding(name);
        var stored = code is null ? encoding.GetBytes(Written) : encoding.GetBytes(AsTyped(Written));
        var read = WorkbookReading.Of([.. hasMark ? encoding.GetPreamble() : [], .. stored], "so-theo-doi/so.CSV");
        Assert.Equal(["Rà soát thủ tục đất đai", "Sở Nông nghiệp và Môi trường", "Trước ngày 30/6/2026"], read.Content!.Sheets[0].Rows[1].Cells.Skip(1)
            .Select(cell => cell.Text));
        Assert.Equal(code, read.Findings.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("so.xlsx")]
    [InlineData("so.xls")]
    [InlineData("so.ods")]
    public void Read_RefusesPlainText_UnderAnotherName(string name) =>
        Assert.Equal("workbook-text", WorkbookReading.Of("a;b\n1;2"u8.ToArray(), name).Refusal?.Code);

    [Fact]
    public void Read_RefusesACellWithoutEnd() =>
        Assert.Equal("workbook-swollen", WorkbookReading.Of([(byte)'"', .. Enumerable.Repeat((byte)'a', 100_000)], "so.csv").Refusal?.Code);

    /// <summary>As Windows-1258 stores it: the letter with its hat in one, the tone behind it.</summary>
    private static string AsTyped(string text)
    {
        var typed = new StringBuilder();
        foreach (var c in text)
        {
            var parts = c.ToString().Normalize(NormalizationForm.FormD);
            typed.Append(parts.Length < 2 ? c : parts[^1] is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323' ? parts[..^1].Normalize() + parts[^1]
                : parts.Length == 3 && parts[1] == '\u0323' ? (parts[0].ToString() + parts[2]).Normalize() + parts[1] : c.ToString());
        }

        return typed.ToString();
    }

    private static Sheet Sheet(byte[] bytes) => Assert.Single(WorkbookReading.Of(bytes, "so-theo-doi/so.csv").Content!.Sheets);
}
