using System.Globalization;
using CcHc.Core.Plans;
using CcHc.Core.Plans.Outline;
using static CcHc.Adapters.Tests.Documents.Plans.PlanFiles;

namespace CcHc.Adapters.Tests.Documents.Plans;

/// <summary>Tables printed without lines, drawn for the test: their columns are known by where the words stand. The font has no Vietnamese letters.</summary>
public sealed class PdfAlignedTableTest
{
    private const string Two =
        "1 | Ra soat van ban | Bao cao | So Tu phap | Cac so | Quy I/2026\n2 | Mo lop boi duong | Quyet dinh | So Noi vu | Cac huyen | Quy II/2026";

    private const string Long = "1 | Ra soat van ban do tinh ban hanh | Bao cao | So Tu phap | Cac so, ban, nganh | Quy I/2026\n"
        + "2 | Mo lop boi duong | Quyet dinh cua Chu tich | So Noi vu | Cac huyen | Quy II/2026";

    private static readonly double[] Lefts = [40, 70, 220, 320, 400, 490];
    private static readonly string[] Header = ["TT", "Nhiem vu", "San pham", "Co quan chu tri", "Phoi hop", "Thoi gian"];
    private static readonly string[] First = ["1", "Ra soat van ban", "Bao cao", "So Tu phap", "Cac so", "Quy I/2026"];
    private static readonly string[] Second = ["2", "Mo lop boi duong", "Quyet dinh", "So Noi vu", "Cac huyen", "Quy II/2026"];
    private static readonly string[] FirstWide = ["1", "Ra soat van ban do tinh", "Bao cao", "So Tu phap", "Cac so, ban,", "Quy I/2026"];
    private static readonly string[] FirstMore = ["", "ban hanh", "", "", "nganh", ""];
    private static readonly string[] SecondWide = ["2", "Mo lop boi duong", "Quyet dinh cua", "So Noi vu", "Cac huyen", "Quy II/2026"];
    private static readonly string[] SecondMore = ["", "", "Chu tich", "", "", ""];

    public static TheoryData<string, string, string> Layouts { get; } = new()
    {
        { "a line a row", Two, "H 700,1 686,2 672" },
        { "rows apart", Two, "H 700,1 676,2 652" },
        { "the header over two lines", Two, "h 700,1 670,2 656" },
        { "the header in the middle of its columns", Two, "C 700,1 686,2 672" },
        { "rows over two lines, no wider gap", Long, "H 700,a 686,b 674,c 662,d 650" },
        { "rows over two lines, a wider gap", Long, "H 700,a 680,b 668,c 648,d 636" },
        { "text above", Two, "T 760,H 700,1 686,2 672" },
        { "text below", Two, "H 700,1 686,2 672,T 640" },
        { "over the page, the header once", Two, "H 100,1 86/2 780" },
        { "over the page, the header again", Two, "H 100,1 86/H 780,2 766" },
        { "a row that the page cut", Long, "H 100,a 86/b 780,c 768,d 756" },
        { "a heading over the columns", Two, "H 700,S 686,1 672,2 658" },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Read_ReadsATableWithoutLines(string layout, string tasks, string drawn)
    {
        var pages = drawn.Split('/').Select(page =>
            (page.Split(',').SelectMany(row => Drawn(row[0], double.Parse(row[2..], CultureInfo.InvariantCulture))).ToArray(),
                Array.Empty<(double, double, double, double)>()));
        var read = PlanReader.Read(new PlanDocument("ke-hoach-2026.pdf", "", Blocks(Pdf([.. pages]))));
        var found = string.Join('\n', read.Tasks.Select(task =>
            $"{task.Number} | {task.Text} | {task.Product} | {task.Lead} | {task.Coordinating} | {task.Time}"));

        Assert.True(tasks == found, $"{layout}:\n{found}");
    }

    private static IEnumerable<Words> Drawn(char row, double y) => row switch
    {
        'H' => Row(Header, y),
        'C' => Row(Header, y).Select((word, column) => word with { X = word.X + (column is 1 ? 40 : column is 2 ? 20 : 5) }),
        'h' => [.. Row(["TT", "Nhiem vu", "San pham", "Co quan", "Co quan", "Thoi gian"], y), .. Row(["", "", "", "chu tri", "phoi hop", "thuc hien"], y - 11)],
        '1' => Row(First, y),
        '2' => Row(Second, y),
        'a' => Row(FirstWide, y),
        'b' => Row(FirstMore, y),
        'c' => Row(SecondWide, y),
        'd' => Row(SecondMore, y),
        'S' => [new Words("I. Cai cach the che va nang cao chat luong cong tac ban hanh van ban", 40, y, 9)],
        'T' => [new Words("Cac co quan can cu nhiem vu duoc giao, chu dong trien khai va bao cao ket qua ve Uy ban nhan dan tinh theo quy dinh.", 40, y, 9)],
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    private static IEnumerable<Words> Row(string[] cells, double y) =>
        cells.Select((text, column) => new Words(text, Lefts[column], y, 9)).Where(word => word.Text.Length > 0);
}
