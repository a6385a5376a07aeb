using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Deadlines;
using CcHc.Core.Plans.Outline;
using CcHc.Core.Text;

namespace CcHc.Core.Plans;

/// <summary>A plan's reporting regime as lines of jobs.yml (mục regimes), ready to copy.</summary>
public static partial class PlanRegimeEntry
{
    private static readonly Dictionary<Recurrence, (string Every, string Name, int Months)> Kinds = new()
    {
        [Recurrence.Monthly] = ("monthly", "Báo cáo tháng", 1),
        [Recurrence.Quarterly] = ("quarterly", "Báo cáo quý", 3),
        [Recurrence.Semiannual] = ("semiannual", "Báo cáo 6 tháng", 6),
        [Recurrence.NineMonths] = ("nine_months", "Báo cáo 9 tháng", 9),
        [Recurrence.Annual] = ("annual", "Báo cáo năm", 12),
    };

    public static IReadOnlyList<string> Lines(PlanRegime regime, PlanHeader header)
    {
        var lines = new List<string> { "regimes:", "  - name: " + NameOf(header), $"    title: \"{Quoted(TitleOf(header))}\"" };
        if (regime.Reports.All(report => report.DueDay is null))
        {
            lines.Add("    # due_day: kế hoạch không nêu ngày nộp, cơ quan tự đặt");
        }

        lines.Add("    reports:");
        foreach (var report in regime.Reports)
        {
            var (every, name, months) = Kinds[report.Every];
            lines.Add("      - every: " + every);
            lines.Add("        name: " + name);
            if (report is { From: { } from, To: { } to })
            {
                // The year is not asked: plans often get it wrong, and the window is the same each year.
                var isBefore = (to.Month - from.Month + 12) % 12 % 12 >= months || months == 12;
                lines.Add("        window:");
                lines.Add(
                    string.Create(CultureInfo.InvariantCulture, $"          from: {{ day: {from.Day}, month: {(isBefore ? "before_first" : "first")} }}"));
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"          to: {{ day: {to.Day}, month: last }}"));
            }

            if (report.DueDay is { } day)
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"        due_day: {day}"));
            }

            if (Replaced(report.Every, regime) is { Length: > 0 } replaced)
            {
                lines.Add($"        replaces: [{replaced}]");
            }
        }

        return lines;
    }

    /// <summary>A longer report takes the place of the quarter's that ends on the same day.</summary>
    private static string Replaced(Recurrence every, PlanRegime regime) =>
        regime.Reports.All(report => report.Every != Recurrence.Quarterly) ? "" : every switch
        {
            Recurrence.Semiannual => "Q2",
            Recurrence.NineMonths => "Q3",
            Recurrence.Annual => "Q4",
            _ => "",
        };

    private static string NameOf(PlanHeader header)
    {
        var number = NotInNames().Replace(VietnameseText.Fold(header.Number).Replace('/', '-'), "");
        return number.Length > 0 ? "ke-hoach-" + number
            : header.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"ke-hoach-{year}") : "ke-hoach";
    }

    private static string TitleOf(PlanHeader header) =>
        header.Number.Length > 0 ? "Chế độ báo cáo theo văn bản số " + header.Number : "Chế độ báo cáo theo kế hoạch";

    private static string Quoted(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    [GeneratedRegex("[^a-z0-9-]")]
    private static partial Regex NotInNames();
}
