using CcHc.Core.Plans;
using CcHc.Core.Plans.Outline;
using static CcHc.Adapters.Tests.Documents.Plans.PlanFiles;

namespace CcHc.Adapters.Tests.Documents.Plans;

/// <summary>
/// PDFs drawn for the test; their font has no Vietnamese letters, so the words go without accents, which headings are compared without anyway.
/// </summary>
public sealed class PdfReaderTest
{
    private static readonly double[] Edges = [50, 90, 270, 400, 550];

    [Fact]
    public void Read_ReadsARuledTable_AndARowThatThePageCut()
    {
        var tasks = PlanReader.Read(new PlanDocument("a.pdf", "", Blocks(Pdf(
            Page([800, 770, 740, 700], [["TT", "Nhiem vu", "Co quan chu tri", "Thoi gian thuc hien"], ["1", "Ra soat van ban", "So Tu phap", "Quy I/2026"],
                ["2", "Cap nhat du lieu vao", "So Noi", "Quy"]], "1"),
            Page([800, 770, 740], [["", "co so du lieu quoc gia", "vu", "II/2026"], ["3", "Mo lop boi duong", "So Noi vu", "Quy III/2026"]], "2"))))).Tasks;

        Assert.Equal(
            ["1 Ra soat van ban So Tu phap Quy I/2026", "2 Cap nhat du lieu vao co so du lieu quoc gia So Noi vu Quy II/2026",
                "3 Mo lop boi duong So Noi vu Quy III/2026"],
            tasks.Select(task => $"{task.Number} {task.Text} {task.Lead} {task.Time}"));
        Assert.Equal([1, 1, 2], tasks.Select(task => task.Place.Page));
    }

    [Fact]
    public void Read_JoinsLinesThatThePageBroke_AndLeavesNumbersAndFootnotesOut()
    {
        const string full = "a) Xay dung ke hoach ra soat cac van ban quy pham phap luat do tinh ban hanh trong nam ke hoach va";
        var page = Pdf(([
            new(full, 60, 780), new("kien nghi sua doi.", 60, 764), new("- Co quan chu tri: So Tu phap.", 60, 748), new("- Thoi gian: Quy I/2026.", 60, 732),
            new("1 Theo quy dinh cua Chinh phu.", 60, 60, 9), new("- 3 -", 290, 30),
        ], []));

        Assert.Equal([full + " kien nghi sua doi.", "- Co quan chu tri: So Tu phap.", "- Thoi gian: Quy I/2026."], Paragraphs(page));
    }

    private static (Words[], (double, double, double, double)[]) Page(double[] heights, string[][] rows, string number)
    {
        var words = rows.SelectMany((row, i) => row.Select((text, column) => new Words(text, Edges[column] + 4, heights[i] - 18)))
            .Where(word => word.Text.Length > 0).Append(new Words(number, 297, 25));
        var across = heights.Select(height => (Edges[0], height, Edges[^1], height));
        var down = Edges.Select(edge => (edge, heights[^1], edge, heights[0]));
        return ([.. words], [.. across, .. down]);
    }
}
