using System.Globalization;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.Registers;
using CcHc.Core.Text;
using CcHc.Core.Wording;
using DocumentFormat.OpenXml;

namespace CcHc.Adapters.Documents.Drafts;

/// <summary>
/// What was done in each area of the programme (kết quả theo lĩnh vực), equal results of several agencies said once, and the table of what is overdue.
/// </summary>
internal static class NarrativeAreas
{
    private const int MostResults = 10;
    private const int MostOverdue = 60;

    public static IEnumerable<OpenXmlElement> Results(PeriodReport report)
    {
        var byArea = report.Details.Where(line => line.IsReported && !string.IsNullOrWhiteSpace(line.Result))
            .ToLookup(line => line.Assessed.Obligation.Task.Area);
        // The six areas of the programme always have their part, the others when something is said of them.
        var areas = Enum.GetValues<TaskArea>().Where(area => area <= TaskArea.Modernisation || byArea.Contains(area)).ToList();
        foreach (var (index, area) in areas.Index())
        {
            yield return WordDocument.Subheading(Say($"{index + 1}. {area.DisplayName()}"));
            // The same words of two tasks are two results.
            var alike = NarrativeWording.Gathered(byArea[area], line => line.Assessed.Obligation.Task.Text + "\n" + line.Result)
                .OrderByDescending(group => group.Count).ToList();
            if (alike.Count == 0)
            {
                yield return WordDocument.Body("Các cơ quan chưa báo cáo kết quả ở lĩnh vực này.");
            }

            foreach (var paragraph in alike.Take(MostResults).SelectMany(group => NarrativeWording.Quote(
                NarrativeWording.WhoSays([.. group.Select(line => line.Assessed.Obligation.Agency.Name)], report), group[0].Result,
                [.. group.Select(line => line.Place)], ", " + TaskOf(group[0]))))
            {
                yield return paragraph;
            }

            if (alike.Count > MostResults)
            {
                yield return WordDocument.Body(Say($"Còn {alike.Count - MostResults} kết quả khác, xem trang “{PeriodSheets.Details}” của bảng tổng hợp."));
            }
        }
    }

    public static IEnumerable<OpenXmlElement> Overdue(PeriodReport report)
    {
        var lines = report.Overdue.SelectMany(band => band.Lines).OrderBy(line => line.Assessed.Standing.WorkingDaysLeft).ToList();
        yield return WordDocument.Subheading("Nhiệm vụ quá hạn chưa hoàn thành");
        if (lines.Count == 0)
        {
            yield return WordDocument.Body("Không có nhiệm vụ quá hạn.");
            yield break;
        }

        yield return WordDocumentTable.Ruled(
            [new("TT", 10), new("Nhiệm vụ", 62, IsCentered: false), new("Cơ quan", 40, IsCentered: false), new("Hạn", 28), new("Quá hạn (ngày làm việc)", 20)],
            [
                .. lines.Take(MostOverdue).Select((line, index) => (IReadOnlyList<string>)
                [
                    Say($"{index + 1}"), VietnameseText.OneLine(line.Assessed.Obligation.Task.Text),
                    VietnameseText.OneLine(line.Assessed.Obligation.Agency.Name),
                    line.Assessed.Standing.ShownDue is { } due ? Vietnamese.Day(due) : "", Say($"{-line.Assessed.Standing.WorkingDaysLeft ?? 0}"),
                ]),
            ]);
        if (lines.Count > MostOverdue)
        {
            yield return WordDocument.Body(
                Say($"Còn {lines.Count - MostOverdue} nhiệm vụ quá hạn khác, xem trang “{PeriodSheets.Overdue}” của bảng tổng hợp."));
        }
    }

    private static string TaskOf(DetailLine line) => NarrativeWording.TaskOf(line.Assessed.Obligation.Task);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
