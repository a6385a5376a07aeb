using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.Answers;
using CcHc.Core.Obligations;
using Columns = CcHc.Adapters.Workbooks.Tables.ObligationColumns;

namespace CcHc.Adapters.Workbooks.Answers;

/// <summary>The sheet of what agencies answered and nobody decided yet (trang Cơ quan đã trả lời), apart from what is simply open.</summary>
internal static class AnsweredTable
{
    /// <summary>Null when nothing waits.</summary>
    public static TableSheet<AssessedObligation>? Of(IReadOnlyList<AssessedObligation> details, string asOf, SourceLinks links)
    {
        List<AssessedObligation> Waiting(AnswerKind kind) =>
            [.. details.Where(one => one.Standing.IsOpen && one.Obligation.Answer is { IsWaiting: true } answer && answer.Latest!.Statement.Kind == kind)];
        var (done, more) = (Waiting(AnswerKind.Done), Waiting(AnswerKind.Extension));
        return done.Count + more.Count == 0 ? null : new TableSheet<AssessedObligation>(
            "Cơ quan đã trả lời",
            "NHIỆM VỤ CƠ QUAN ĐÃ TRẢ LỜI, CHỜ XỬ LÝ",
            asOf,
            [
                Columns.Agency, Columns.Number, Columns.Task, Columns.Product, Columns.Due, Columns.DaysLeft,
                new("Trả lời", 30, one => AnswerText.Said(one.Obligation.Answer!.Latest!.Statement)),
                new("Lý do, ghi chú", 26, one => one.Obligation.Answer!.Latest!.Statement.Reason),
                new("Ngày trả lời", 12, one => one.Obligation.Answer!.Latest!.SaidOn, ColumnLook.Date),
                new("Đã xin gia hạn (lần)", 9, one => one.Obligation.Answer!.ExtensionsAsked, ColumnLook.Count),
                new("Dừng nhắc đến", 12, one => one.Obligation.Answer!.RestsUntil, ColumnLook.Date), Columns.Source, Columns.SourceCell(links),
            ],
            [
                .. new (string Name, List<AssessedObligation> Rows)[] { ($"{StatusText.SaidDone}", done),
                    ("Xin gia hạn", more) }.Where(part => part.Rows.Count > 0)
                    .Select(part => new TableSection<AssessedObligation>(FormattableString.Invariant($"{part.Name}: {part.Rows.Count} đầu việc"), part.Rows)),
            ])
        {
            Tone = _ => RowTone.Attention,
        };
    }
}
