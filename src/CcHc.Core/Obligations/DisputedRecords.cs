using CcHc.Core.Findings;
using CcHc.Core.Text;
using CcHc.Core.Wording;

namespace CcHc.Core.Obligations;

/// <summary>
/// Findings where the register and an agency's accepted report say different things of one obligation (sổ và báo cáo không thống nhất); both are named.
/// </summary>
public static class DisputedRecords
{
    private const int LongestWords = 120;

    public static IEnumerable<Finding> Of(IEnumerable<AssessedObligation> assessed) =>
        from one in assessed
        where one.Standing.Record is { IsDisputed: true }
        let place = one.Obligation.Task.Place
        select FindingOf(one.Obligation, one.Standing.Record!).At(place.File, place.Sheet, place.CompletedCell ?? place.TaskCell);

    private static FindingTemplate FindingOf(Obligation obligation, CompletionRecord record)
    {
        var (task, agency) = (obligation.Task, obligation.Agency.Name);
        var register = string.Join(", ", new[] { task.StatusText, task.CompletedOn is { } day ? Vietnamese.Day(day) : "" }.Where(words => words.Length > 0));
        var report = obligation.Reported is { } done
            ? "đã xong" + (done.CompletedOn is { } on ? " ngày " + Vietnamese.Day(on) : "") : obligation.ReportedUndone?.Words ?? "";
        var period = obligation.Reported?.Period ?? obligation.ReportedUndone?.Period ?? "";
        var counted = record.IsReported ? "tính theo báo cáo" : record.Day is null ? "tính theo sổ, đã xong nhưng chưa rõ ngày" : "tính theo sổ";
        return new FindingTemplate(
            Severity.Warning, "register-and-report-differ",
            $"Sổ ghi “{Short(register)}”, báo cáo {period} của {agency} ghi “{Short(report)}”; {counted}.",
            "Hỏi lại cơ quan rồi sửa sổ, hoặc đề nghị cơ quan gửi lại báo cáo, cho hai nơi thống nhất.");
    }

    private static string Short(string words) => Vietnamese.Shortened(VietnameseText.OneLine(words), LongestWords);
}
