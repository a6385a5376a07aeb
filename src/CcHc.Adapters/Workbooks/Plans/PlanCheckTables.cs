using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Plans;

namespace CcHc.Adapters.Workbooks.Plans;

/// <summary>What an officer checks a draft register against (trang Đối chiếu, Cần xem, Thay đổi). Their headings are none a register has.</summary>
internal static class PlanCheckTables
{
    internal sealed record Numbered(int Row, PlanTask Task);

    public static TableSheet<Numbered> Sources(PlanReview review, string note) => new(
        "Đối chiếu",
        "ĐỐI CHIẾU VỚI NGUYÊN VĂN KẾ HOẠCH",
        note,
        [
            new("Dòng", 7, line => (double)line.Row, ColumnLook.Count),
            new("Số trong văn bản", 10, line => line.Task.Number, ColumnLook.Centered),
            new("Vị trí", 12, line => PlanReview.PlaceText(line.Task.Place), ColumnLook.Centered),
            new("Cách viết", 16, line => FormOf(line.Task.Form)),
            new("Đầu mối lĩnh vực", 18, line => line.Task.AreaLead),
            new("Nguyên văn", 100, line => line.Task.Source),
        ],
        [new(null, [.. review.Reading.Tasks.Select((task, i) => new Numbered(i + 1, task))])])
    {
        Hint = "Dòng là số TT ở trang Nhiệm vụ",
        WhenEmpty = "Không tìm thấy nhiệm vụ nào.",
    };

    public static TableSheet<ReviewLine> Doubts(PlanReview review, string note) => new(
        "Cần xem",
        "NHỮNG CHỖ CẦN XEM TRƯỚC KHI DÙNG SỔ",
        note,
        [
            new("Dòng", 7, line => line.Task is { } task ? (double)task : (double?)null, ColumnLook.Count),
            new("Vị trí", 14, line => line.Where, ColumnLook.Centered),
            new("Mức", 10, line => line.IsHint ? "lưu ý" : "cần xem", ColumnLook.Centered) { ShowsTone = true },
            new("Điều thấy", 62, line => line.Message),
            new("Cách xử lý", 62, line => line.Remedy),
        ],
        [new(null, [.. review.Lines.OrderBy(line => line.IsHint).ThenBy(line => line.Task ?? 0)])])
    {
        Tone = line => line.IsHint ? RowTone.Plain : RowTone.Attention,
        WhenEmpty = "Không có chỗ nào cần xem.",
    };

    public static TableSheet<PlanDifference> Changes(PlanDifferences changes, string note) => new(
        "Thay đổi",
        "SO VỚI SỔ ĐANG THEO DÕI",
        note + "; so với " + changes.Register,
        [
            new("Loại", 15, line => line.KindName, ColumnLook.Centered) { ShowsTone = true },
            new("Dòng ở dự thảo", 10, line => line.Draft is { } row ? (double)row : (double?)null, ColumnLook.Count),
            new("Ô ở sổ đang dùng", 16, line => line.Place, ColumnLook.Centered),
            new("Trước", 60, line => line.Before),
            new("Nay", 60, line => line.After),
        ],
        [new(null, changes.Lines)])
    {
        Tone = line => line.Kind is PlanChange.New or PlanChange.Dropped ? RowTone.Attention : RowTone.Plain,
        WhenEmpty = "Không có gì thay đổi.",
    };

    private static string FormOf(PlanTaskForm form) => form switch
    {
        PlanTaskForm.TableRow => "dòng của bảng",
        PlanTaskForm.LabelledLines => "đoạn có các dòng ghi rõ chủ trì, thời gian",
        PlanTaskForm.ListItem => "gạch đầu dòng",
        _ => "câu văn",
    };
}
