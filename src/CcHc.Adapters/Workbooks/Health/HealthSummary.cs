using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Findings;
using CcHc.Core.StatusReport;

namespace CcHc.Adapters.Workbooks.Health;

/// <summary>
/// One line of the health summary (tình trạng một tệp): its tasks, its times not understood, its findings by severity, what is new and what is gone.
/// </summary>
/// <param name="File">Null for the line of totals.</param>
internal sealed record FileHealth(string? File, int Tasks, int NotUnderstood, int Errors, int Warnings, int Hints, int New, int Gone, int Accepted)
{
    public static FileHealth Total(IReadOnlyList<FileHealth> files) => new(
        null,
        files.Sum(file => file.Tasks),
        files.Sum(file => file.NotUnderstood),
        files.Sum(file => file.Errors),
        files.Sum(file => file.Warnings),
        files.Sum(file => file.Hints),
        files.Sum(file => file.New),
        files.Sum(file => file.Gone),
        files.Sum(file => file.Accepted));
}

/// <summary>The first sheet of the health workbook (tóm tắt): the figures of every file.</summary>
internal static class HealthSummary
{
    public static TableSheet<FileHealth> Table(RegisterHealth health, string note, SourceLinks links)
    {
        var files = CountByFile(health);
        return new(
            "Tóm tắt",
            "TÌNH TRẠNG SỔ THEO DÕI",
            note,
            [
                new("Tệp", 54, line => line.File ?? "Tất cả các tệp"),
                Figure("Số nhiệm vụ", line => line.Tasks),
                Figure("Chưa xác định thời hạn", line => line.NotUnderstood),
                Figure("Lỗi", line => line.Errors) with { ShowsTone = true },
                Figure("Cảnh báo", line => line.Warnings),
                Figure("Lưu ý", line => line.Hints),
                Figure("Trong đó mới", line => line.New),
                Figure("Đã hết từ lần trước", line => line.Gone),
                Figure("Đã xác nhận là đúng", line => line.Accepted),
                new("Mở", 7, line => line.File is null ? null : "mở", ColumnLook.Centered) { Link = line => line.File is null ? null : links.To(line.File) },
            ],
            [new("Chung", [FileHealth.Total(files)]), new("Theo tệp", files)])
        {
            Tone = line => line.Errors > 0 ? RowTone.Alarm : RowTone.Plain,
        };
    }

    private static TableColumn<FileHealth> Figure(string header, Func<FileHealth, int> count) => new(header, 12, line => (double)count(line), ColumnLook.Count);

    /// <summary>A line for each file that was read or has a finding, in the order of the sources, then of the findings.</summary>
    private static IReadOnlyList<FileHealth> CountByFile(RegisterHealth health)
    {
        var sorted = FindingOrder.Sort(health.Open);
        var severities = sorted.CountBy(finding => (finding.File, finding.Severity)).ToDictionary();
        var fresh = ByFile(sorted.Where(finding => health.History.Since(finding) is null));
        var gone = ByFile(health.History.Gone);
        var accepted = ByFile(health.Accepted);
        var notUnderstood = health.Readings.Where(pair => !pair.Reading.IsUnderstood).CountBy(pair => pair.Task.Place.File, StringComparer.Ordinal)
            .ToDictionary();
        var tasks = health.Sources.ToLookup(source => source.File, source => source.Tasks, StringComparer.Ordinal);
        return
        [
            .. health.Sources.Select(source => source.File)
                .Concat(sorted.Concat(FindingOrder.Sort(health.Accepted)).Concat(FindingOrder.Sort(health.History.Gone)).Select(finding => finding.File))
                .Distinct(StringComparer.Ordinal)
                .Select(file => new FileHealth(
                    file,
                    tasks[file].Sum(),
                    notUnderstood.GetValueOrDefault(file),
                    severities.GetValueOrDefault((file, Severity.Error)),
                    severities.GetValueOrDefault((file, Severity.Warning)),
                    severities.GetValueOrDefault((file, Severity.Info)),
                    fresh.GetValueOrDefault(file),
                    gone.GetValueOrDefault(file),
                    accepted.GetValueOrDefault(file))),
        ];
    }

    private static Dictionary<string, int> ByFile(IEnumerable<Finding> findings) =>
        findings.CountBy(finding => finding.File, StringComparer.Ordinal).ToDictionary();
}
