namespace CcHc.Core.Registers.Status;

/// <summary>The one set of words for a status (tình trạng): in registers, forms, answer sheets, findings and the guide.</summary>
public static class TaskProgressText
{
    /// <summary>Done, under way, not begun, dropped; in this order in every list.</summary>
    public static IReadOnlyList<string> Choices { get; } = ["Hoàn thành", "Đang thực hiện", "Chưa thực hiện", "Không còn thực hiện"];
}
