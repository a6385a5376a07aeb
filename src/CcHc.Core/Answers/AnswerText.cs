using CcHc.Core.Registers;
using CcHc.Core.Wording;

namespace CcHc.Core.Answers;

/// <summary>An answer and what became of it in words (cách gọi), the same in letters, workbooks and pages.</summary>
public static class AnswerText
{
    private const int LongestTask = 160;

    /// <summary>"đã xong ngày 12/05/2026, văn bản số 12/BC-STP", "xin gia hạn đến 30/06/2026".</summary>
    public static string Said(AgencyStatement statement) => statement.Kind switch
    {
        AnswerKind.Extension => $"xin gia hạn đến {Vietnamese.Day(statement.Extension!.To)}",
        AnswerKind.Done => "đã xong" + (statement.CompletedOn is { } day ? " ngày " + Vietnamese.Day(day) : "")
            + (statement.Document.Length > 0 ? ", văn bản " + statement.Document : ""),
        _ => statement.Status switch
        {
            TaskProgress.InProgress => "đang thực hiện",
            TaskProgress.Open => "chưa thực hiện",
            TaskProgress.Dropped => "không còn thực hiện",
            _ => statement.StatusText.Length > 0 ? statement.StatusText : "có ý kiến",
        },
    };

    public static string Name(AnswerState state) => state switch
    {
        AnswerState.Waiting => "Chờ xử lý",
        AnswerState.Accepted => "Đã chấp nhận",
        AnswerState.Refused => "Không chấp nhận",
        AnswerState.Noted => "Đã ghi nhận",
        _ => "Đã thay bằng trả lời sau",
    };

    /// <summary>What the agency reads of a decision in its next letter, one line.</summary>
    public static string Decision(GivenAnswer answer)
    {
        var (said, reason) = (answer.Statement, answer.DecisionReason.TrimEnd('.'));
        var verdict = (answer.State, said.Kind) switch
        {
            (AnswerState.Accepted, AnswerKind.Extension) => $"đồng ý gia hạn đến {Vietnamese.Day(answer.GrantedTo ?? said.Extension!.To)}",
            (AnswerState.Accepted, _) => "đã chấp nhận",
            (_, AnswerKind.Extension) => "không đồng ý gia hạn",
            _ => "chưa được chấp nhận",
        };
        return $"“{Vietnamese.Shortened(said.Task, LongestTask)}” ({Said(said)}): {verdict}{(reason.Length > 0 ? (answer.State == AnswerState.Refused ? ", lý do: " : ", ") + reason : "")}.";
    }
}
