using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Answers;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Text;
using CcHc.Core.Wording;
using Column = CcHc.Adapters.Workbooks.Drawing.TableColumn<CcHc.Core.Obligations.AssessedObligation>;

namespace CcHc.Adapters.Workbooks.Tables;

/// <summary>What the workbooks' tables say of an obligation (các cột của một đầu việc), each column defined once.</summary>
internal static class ObligationColumns
{
    public static readonly Column Area = new("Lĩnh vực", 14, o => o.Obligation.Task.Area.DisplayName());
    public static readonly Column Number = new("Số", 6, o => o.Obligation.Task.Number, ColumnLook.Centered);
    public static readonly Column Task = new("Nhiệm vụ", 38, o => o.Obligation.Task.Text) { StaysInSight = true };
    public static readonly Column Product = new("Sản phẩm / nội dung mốc", 24, ProductOf);
    public static readonly Column Agency = new("Cơ quan chủ trì", 19, o => o.Obligation.Agency.Name);
    public static readonly Column TimeText = new("Thời gian ghi trong sổ", 18, o => o.Obligation.Task.TimeText);
    public static readonly Column Reading = new("Cách hệ thống hiểu", 22, ReadingOf);
    public static readonly Column Due = new("Hạn", 11.5, o => o.Standing.ShownDue, ColumnLook.Date) { ShowsTone = true };
    public static readonly Column Standing = new("Tình trạng", 12, StandingOf, ColumnLook.Centered) { ShowsTone = true };
    public static readonly Column DaysLeft = new("Còn lại (ngày làm việc)", 9, DaysLeftOf, ColumnLook.Count) { ShowsTone = true };
    public static readonly Column DaysOver = new("Quá hạn (ngày làm việc)", 10, o => -o.Standing.WorkingDaysLeft, ColumnLook.Count) { ShowsTone = true };
    public static readonly Column Result = new("Kết quả", 18, ResultOf);

    /// <summary>The register and the sheet the task stands in.</summary>
    public static readonly Column Source = new("Sổ theo dõi", 17, o => $"{FileNameOf(o.Obligation.Task.Place)}, {o.Obligation.Task.Place.Sheet}");

    /// <summary>The cell of the time words, as a link when the workbook's reader can reach the shared folder.</summary>
    public static Column SourceCell(SourceLinks? links) => new("Ô", 7, o => o.Obligation.Task.Place.TimeCell, ColumnLook.Centered)
    {
        Link = links is null ? null : o => links.To(o.Obligation.Task.Place.File, o.Obligation.Task.Place.Sheet, o.Obligation.Task.Place.TimeCell),
    };

    /// <param name="basisOf">Why a row is in a letter; null or empty for one that is not.</param>
    public static Column Basis(Func<AssessedObligation, string>? basisOf) => new("Căn cứ nhắc", 20, row => basisOf?.Invoke(row) ?? "");

    private static string FileNameOf(SourcePlace place) => place.File[(place.File.LastIndexOf('/') + 1)..];

    private static CellContent ProductOf(AssessedObligation row) => row.Obligation.Milestone.Label ?? string.Join('\n', row.Obligation.Task.Products);

    private static CellContent DaysLeftOf(AssessedObligation row) => row.Standing.IsOpen ? row.Standing.WorkingDaysLeft : null;

    private static CellContent ReadingOf(AssessedObligation row)
    {
        var reading = row.Obligation.Milestone.Reading;
        return row.Standing is { WrittenDue: { } written, Due: { } due } && written != due
            ? $"{reading}\nHạn {Day(written)} là ngày nghỉ, tính đến {Day(due)}.".TrimStart('\n')
            : reading;
    }

    private static CellContent StandingOf(AssessedObligation row) =>
        row.Obligation.Answer is { SaysDone: true } && row.Standing.IsOpen ? StatusText.SaidDone : StatusText.Of(row.Standing);

    /// <summary>An answer nobody has decided yet stands with what register and report say.</summary>
    private static CellContent ResultOf(AssessedObligation row)
    {
        var answered = row is { Standing.IsOpen: true, Obligation.Answer: { IsWaiting: true, Latest: { } answer } }
            ? $"Cơ quan trả lời ngày {Day(answer.SaidOn)}: {AnswerText.Said(answer.Statement)}; chờ xử lý" : "";
        return string.Join('\n', new[] { RecordOf(row), answered }.Where(text => text.Length > 0));
    }

    private static string RecordOf(AssessedObligation row)
    {
        var (task, record) = (row.Obligation.Task, row.Standing.Record);
        if (record is { IsReported: true })
        {
            var report = row.Obligation.Reported?.Period ?? row.Obligation.ReportedUndone?.Period ?? "";
            var said = record is { IsDone: true, Day: { } reported }
                ? $"Xong ngày {Day(reported)}" : record.IsDone ? "Đã xong" : row.Obligation.ReportedUndone?.Words ?? "";
            return $"{said}\n({AgencyReportText.ReportOf(report)})";
        }

        var done = record is { IsDone: true, Day: { } day }
            ? $"Xong ngày {Day(day)}" : task.StatusText.Length == 0 && task.CompletedOn is { } typed ? $"Ghi ngày {Day(typed)}" : task.StatusText;
        var reportedOpen = row.Standing.IsOpen && row.Obligation.ReportedUndone is { } undone
            ? $"{undone.Words}\n({AgencyReportText.ReportOf(undone.Period)})" : "";
        return string.Join('\n', new[] { done, task.ResultText, reportedOpen }.Where(text => text.Length > 0).Distinct(StringComparer.Ordinal));
    }

    private static string Day(DateOnly day) => DayText.Of(day);
}
