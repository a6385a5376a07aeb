using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Plans;

namespace CcHc.Adapters.Workbooks.Plans;

/// <summary>The reporting regime of a plan (trang Chế độ báo cáo): the sentences, and the lines to copy into jobs.yml.</summary>
internal static class PlanRegimeTable
{
    internal sealed record Line(string Part, string Words);

    public static TableSheet<Line> Of(PlanReview review, string note) => new(
        "Chế độ báo cáo",
        "CHẾ ĐỘ BÁO CÁO NÊU TRONG KẾ HOẠCH",
        note,
        [
            new("Phần", 18, line => line.Part),
            new("Nguyên văn hoặc dòng cấu hình", 120, line => line.Words),
        ],
        [new(null, [.. Lines(review.Reading)])])
    {
        Hint = "Quản trị viên chép các dòng cấu hình vào mục regimes của jobs.yml, giữ nguyên khoảng trắng đầu dòng",
        WhenEmpty = "Kế hoạch không nêu kỳ báo cáo.",
    };

    private static IEnumerable<Line> Lines(PlanReading reading)
    {
        if (reading.Regime is not { } regime)
        {
            yield break;
        }

        foreach (var (place, sentence) in regime.Sources)
        {
            yield return new Line("Câu, " + PlanReview.PlaceText(place), sentence);
        }

        foreach (var line in PlanRegimeEntry.Lines(regime, reading.Header))
        {
            yield return new Line("jobs.yml", line);
        }
    }
}
