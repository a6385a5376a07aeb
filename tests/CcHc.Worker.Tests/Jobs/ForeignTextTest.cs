using System.Text;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Jobs;
using CcHc.Core.Sheets;
using CcHc.Core.Text;
using CcHc.Worker.Tests.Support;

namespace CcHc.Worker.Tests.Jobs;

/// <summary>What others typed, as a name or as a text, on its whole way: read, mailed, written into every workbook.</summary>
public sealed class ForeignTextTest : IAsyncDisposable
{
    private readonly TestOffice _office = new();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    public static TheoryData<string> Names =>
    [
        "Kế hoạch đôn đốc & 100% #1 'cũ'.xlsx",
        "Kế hoạch Sở Nội vụ.xlsx".Normalize(NormalizationForm.FormD),
        "dấu cách ở cuối .xlsx",
        new string('a', 245) + ".xlsx",
        Path.Combine("năm 2026 %20", "So theo doi (1).xlsx"),
    ];

    // RELIABILITY 11
    [Theory]
    [MemberData(nameof(Names))]
    public async Task ARegisterOfAnyName_IsRead_Named_AndKept(string name)
    {
        _office.Register(name, ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"]);
        var shown = VietnameseText.Normalize("so-theo-doi/" + name.Replace('\\', '/'));

        Assert.Equal(JobResult.Done, (await _office.RunAsync(JobDuty.RemindAgencies)).Result);
        await _office.RunAsync(JobDuty.AssembleReport);
        await _office.RunAsync(JobDuty.CheckRegisters);

        var letter = await ReadMail.OneAsync(Assert.Single(_office.Letters));
        Assert.Empty(letter.Defects);
        Assert.Contains(letter.Parts,
            part => part.Type == "text/plain" && VietnameseText.Normalize(part.Text).Contains(shown[(shown.LastIndexOf('/') + 1)..], StringComparison.Ordinal));
        Assert.All(Written(), path => Assert.Contains(shown, VietnameseText.Normalize(new PublishedWorkbook(path).AllText("Nguồn")), StringComparison.Ordinal));

        // Its tasks live on when it is away, under the same keys.
        File.Delete(Path.Combine(_office.Registers, name));
        var away = await _office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal((1, 0), (away.Counts["tasks"], away.Counts["reminders"]));
    }

    // RELIABILITY 31
    [Theory]
    [InlineData("=HYPERLINK(\"http://x.example\";\"Rà soát\")")]
    [InlineData("+cmd|' /C calc'!A0 rà soát")]
    [InlineData("@SUM(A1:A9) rà soát")]
    [InlineData("-2+3 rà soát")]
    [InlineData("\t=1+1 rà soát")]
    [InlineData("\r=1+1 rà soát")]
    public async Task ATextThatLooksLikeAFormula_IsTextInEveryOutput(string text)
    {
        _office.Register("ke-hoach.xlsx", [text, "Sở Tư pháp", "Ngày 16/6/2026"], [text + " lần hai", text, text]);
        foreach (var duty in (JobDuty[])[JobDuty.RemindAgencies, JobDuty.AssembleReport, JobDuty.CheckRegisters, JobDuty.IssueForms])
        {
            Assert.NotEqual(JobResult.Failed, (await _office.RunAsync(duty)).Result);
        }

        // The forms of the other agencies say nothing of the task.
        var written = Written()
            .Where(path => !path.Contains("bieu-mau", StringComparison.Ordinal) || Path.GetFileName(path).StartsWith("STP", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, written.Count);
        Assert.All(written, path =>
        {
            var cells = Cells(path).Where(cell => cell.Text.Contains("soát", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(cells);
            Assert.All(cells, cell => Assert.Equal((CellKind.Text, false), (cell.Kind, cell.Has(CellTraits.Formula))));
        });
    }

    // RELIABILITY 32
    [Fact]
    public async Task ALetter_ShowsAnyTextAsText_AndCutsAnEndlessOne()
    {
        _office.Register("ke-hoach.xlsx",
            ["Rà soát <script>alert(1)</script> <b onclick=x>& 🙂 thủ tục \u202Etxt.exe\u202C", "Sở Tư pháp", "Ngày 16/6/2026"],
            ["Tập huấn " + string.Join(' ', Enumerable.Repeat("cán bộ 🙂", 600)), "Sở Tư pháp", "Ngày 16/6/2026"]);
        await _office.RunAsync(JobDuty.RemindAgencies);

        var letter = await ReadMail.OneAsync(Assert.Single(_office.Letters));
        Assert.Empty(letter.Defects);
        Assert.True(letter.LongestLine <= 998);
        var html = letter.Parts.Single(part => part.Type == "text/html").Text!;
        Assert.Contains("Rà soát &lt;script&gt;alert(1)&lt;/script&gt; &lt;b onclick=x&gt;&amp; ", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        var text = letter.Parts.Single(part => part.Type == "text/plain").Text!;
        Assert.Contains("<b onclick=x>& 🙂 thủ tục txt.exe", text, StringComparison.Ordinal);
        Assert.All([html, text], body =>
        {
            Assert.DoesNotContain('\u202E', body);
            Assert.Contains("cán bộ", body, StringComparison.Ordinal);
            Assert.Contains("…", body, StringComparison.Ordinal);
            Assert.DoesNotContain('\uFFFD', body);
        });
        Assert.True(text.Length < 3000);
    }

    private IReadOnlyList<string> Written() =>
        [.. Directory.EnumerateFiles(_office.Output, "*.xlsx", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static IEnumerable<SheetCell> Cells(string path) =>
        WorkbookReader.Read(path, "x.xlsx").Content!.Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row.Cells);
}
