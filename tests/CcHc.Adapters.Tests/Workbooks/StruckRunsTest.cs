using System.Text.RegularExpressions;
using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks;

/// <summary>
/// What is struck through is taken back wherever it stands. "~" encloses a struck run, "^" a raised one, "=" one with a font of its own that says neither; what
/// stands outside has the cell's font.
/// </summary>
public partial class StruckRunsTest
{
    private static readonly (string Written, string Read)[] Texts =
    [
        ("~30/3/2026 ~30/9/2026", "30/9/2026"),
        ("30/9/2026 ~(cũ: 30/3/2026)~", "30/9/2026 "),
        ("~Quý I/2026\n~Quý III/2026", "Quý III/2026"),
        ("~Sở Tư pháp ~=Sở Tài chính=", "Sở Tài chính"),
        ("Trước ngày ~15/5/2026~30/6/2026", "Trước ngày 30/6/2026"),
        ("30/~6~9/2026", "30/9/2026"),
        ("30/6/2026~15/9/2026~30/9/2026", "30/6/2026 30/9/2026"),
        ("Sở Nội vụ~Thanh tra~Sở Tư pháp", "Sở Nội vụ Sở Tư pháp"),
        ("~123~456", "456"),
        ("~a@cu.vn; ~b@moi.vn", "b@moi.vn"),
        ("30/6/2026^1^", "30/6/2026"),
        ("Quý II^(2)^", "Quý II"),
        ("Sở Y tế^*^ chủ trì", "Sở Y tế chủ trì"),
        ("Sở Y tế^1, 2^", "Sở Y tế"),
        ("50 m^2^", "50 m2"),
        ("Ngày 1^st^", "Ngày 1st"),
        ("=Quý= =II=", "Quý II"),
        ("~Quý ~=II=~ 2026~", "II"),
    ];

    public static TheoryData<string, string> Written()
    {
        var cases = new TheoryData<string, string>();
        foreach (var (written, read) in Texts)
        {
            cases.Add(written, read);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Written))]
    public void Read_LeavesOutWhatIsStruck_OrMarksAFootnote(string written, string read)
    {
        foreach (var file in new[] { Inline(written), Shared(written) })
        {
            var cell = WorkbookReading.FirstCell(file);
            Assert.Equal((read, CellTraits.None), (cell.Text, cell.Traits));
        }
    }

    [Fact]
    public void Read_TakesARunWithoutALetterForNothing() => Assert.Equal("120 m2", WorkbookReading.FirstCell(XlsxFile.WithCells(
        "<c r='A1' t='inlineStr'><is><r><t>120 m</t></r><r><t/></r><r><rPr><vertAlign val='superscript'/></rPr><t>2</t></r></is></c>")).Text);

    [Theory]
    [InlineData("~Quý I~")]
    [InlineData("~Quý ~ ~I~")]
    [InlineData("~Quý ~\n~I~")]
    public void Read_KeepsATextStruckFromEndToEnd_AndTellsSo(string written)
    {
        var cell = WorkbookReading.FirstCell(Inline(written));
        Assert.Equal((written.Replace("~", "", StringComparison.Ordinal), CellTraits.Strikethrough), (cell.Text, cell.Traits));
    }

    [Theory]
    [InlineData("Quý I", "Quý I", true)]
    [InlineData("Quý I =Quý II=", "Quý II", false)]
    [InlineData("=Quý II=", "Quý II", false)]
    [InlineData("Quý I~, tháng 5~", "Quý I", true)]
    [InlineData("Sở Tư pháp\n=Sở Tài chính=", "Sở Tài chính", false)]
    public void Read_TakesBackTheRunsWithoutFonts_OfAStruckCell(string written, string read, bool isStruck)
    {
        foreach (var file in new[] { Inline(written, "s='1'"), Shared(written, "s='1'") })
        {
            var cell = WorkbookReading.FirstCell(file.Styles("<xf numFmtId='0'/><xf numFmtId='0' fontId='1'/>", fonts: "<font/><font><strike/></font>"));
            Assert.Equal((read, isStruck), (cell.Text, cell.Has(CellTraits.Strikethrough)));
        }
    }

    private static XlsxFile Inline(string written, string style = "") => XlsxFile.WithCells($"<c r='A1' t='inlineStr' {style}><is>{Runs(written)}</is></c>");

    private static XlsxFile Shared(string written, string style = "") =>
        XlsxFile.WithCells($"<c r='A1' t='s' {style}><v>0</v></c>").Strings($"<si>{Runs(written)}</si>");

    private static string Runs(string written) => string.Concat(Pieces().Matches(written).Select(piece => (piece.Value[0] switch
    {
        '~' => "<r><rPr><strike/></rPr>",
        '^' => "<r><rPr><vertAlign val='superscript'/></rPr>",
        '=' => "<r><rPr><b/></rPr>",
        _ => "<r>",
    }) + $"<t xml:space='preserve'>{piece.Value.Trim('~', '^', '=')}</t></r>"));

    [GeneratedRegex("~[^~]*~|\\^[^^]*\\^|=[^=]*=|[^~^=]+")]
    private static partial Regex Pieces();
}
