using System.Text;
using CcHc.Adapters.Documents;
using CcHc.Core.Plans;

namespace CcHc.Adapters.Tests.Documents.Plans;

/// <summary>Texts of the same lines over and over: the work grows as the text does, told by what is allocated and not by a clock.</summary>
public sealed class EndlessTextsTest
{
    private const int Times = 2_000;

    [Theory]
    [InlineData("list", "- Sở Nội vụ chủ trì hoàn thành trong quý I.\n")]
    [InlineData("list of duties", "- Sở Nội vụ: theo dõi; thời gian: quý I.\n")]
    [InlineData("labels of one item", "- Cơ quan chủ trì: Sở Nội vụ\n")]
    [InlineData("cells behind tabs", "\t1\n\tRà soát văn bản\n\tSở Tư pháp\n")]
    [InlineData("headings behind tabs", "\tNhiệm vụ\n")]
    [InlineData("rows between bars", "| 1 | Rà soát văn bản | Sở Tư pháp | Quý I/2026 |\n")]
    [InlineData("cells between bars", "Rà soát văn bản\n|\nSở Tư pháp\n|\nQuý I\n|\n")]
    [InlineData("headings between bars", "Nhiệm vụ\n|\n")]
    [InlineData("tables of one row", "| TT | Nhiệm vụ | Chủ trì |\n| 1 | Rà soát | Sở Tư pháp |\n\n")]
    [InlineData("rows without a header", "| 1 | Rà soát | Sở Tư pháp |\n| 2 | Rà soát | Sở Tư pháp |\n\n")]
    public void Read_TakesTwiceAsMuch_ForTwiceAsLong(string what, string line)
    {
        Allocated(line, 100);
        var (once, twice) = (Allocated(line, Times), Allocated(line, Times * 2));

        Assert.True(twice <= once * 3, FormattableString.Invariant($"{what}: {once} bytes, then {twice}"));
    }

    private static long Allocated(string line, int times)
    {
        var bytes = Encoding.UTF8.GetBytes("KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026\nII. NHIỆM VỤ\n" + string.Concat(Enumerable.Repeat(line, times)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        PlanReader.Read(PlanDocumentReader.Read(bytes, "ke-hoach.txt").Document!);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
