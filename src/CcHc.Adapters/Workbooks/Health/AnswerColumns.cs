using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Findings;
using CcHc.Core.Wording;

namespace CcHc.Adapters.Workbooks.Health;

/// <summary>The columns the office answers in (các cột trả lời): the same headings are written and looked for.</summary>
internal static class AnswerColumns
{
    public const string Code = "Mã trả lời";
    public const string Answer = "Trả lời";
    public const string Confirmation = "Xác nhận";
    public const string Note = "Ghi chú";
    public const string Day = "Đã ghi nhận";

    public const string Accepted = "đúng là vậy";
    private const string Right = "đúng";
    private const string Wrong = "sai";

    public static TableColumn<T> CodeOf<T>(Func<T, string> code) => new(Code, 11.5, row => code(row), ColumnLook.Centered);

    public static TableColumn<T> AnswerOf<T>(Func<T, FindingAnswer?> answer) => new(Answer, 15, row => answer(row) is null ? null : Accepted)
    {
        IsAnswer = true,
        Choices = [Accepted],
    };

    public static TableColumn<T> ConfirmationOf<T>(Func<T, FindingAnswer?> answer) => new(Confirmation, 12, row => answer(row)?.Verdict switch
    {
        Verdict.Right => Right,
        Verdict.Wrong => Wrong,
        _ => null,
    })
    {
        IsAnswer = true,
        Choices = [Right, Wrong],
    };

    public static TableColumn<T> NoteOf<T>(Func<T, FindingAnswer?> answer, string what) =>
        new($"{Note} ({what})", 22, row => answer(row)?.Note) { IsAnswer = true };

    public static TableColumn<T> DayOf<T>(Func<T, FindingAnswer?> answer) => new(Day, 14, row => answer(row) switch
    {
        { Verdict: Verdict.Right } right => "đã xác nhận " + Vietnamese.Day(right.Day),
        { } wrong => "đã báo sai " + Vietnamese.Day(wrong.Day),
        null => null,
    }, ColumnLook.Centered);
}
