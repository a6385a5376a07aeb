using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Registers;
using CcHc.Core.Reports;

namespace CcHc.Adapters.Workbooks.Writing;

/// <summary>One line of the health summary (tình trạng một tệp): its tasks, its times not understood, its findings by severity.</summary>
/// <param name="File">Null for the line of totals.</param>
internal sealed record FileHealth(string? File, int Tasks, int NotUnderstood, int Errors, int Warnings, int Hints);

/// <summary>One milestone of a time cell (một mốc đã đọc); without a milestone, words nothing was read from.</summary>
internal sealed record ReadingLine(RegisterTask Task, DeadlineReading Reading, Milestone? Milestone);

/// <summary>The tables of the register health workbook (các bảng kiểm tra sổ).</summary>
internal static class HealthTables
{
    public static TableSheet<FileHealth> Summary(IReadOnlyList<FileHealth> files, string note, SourceLinks links) => new(
        "Tóm tắt",
        "TÌNH TRẠNG SỔ THEO DÕI",
        note,
        [
            new("Tệp", 60, line => line.File ?? "Tất cả các tệp"),
            new("Số nhiệm vụ", 12, line => (double)line.Tasks, ColumnLook.Count),
            new("Thời hạn chưa hiểu", 13, line => (double)line.NotUnderstood, ColumnLook.Count),
            new("Lỗi", 12, line => (double)line.Errors, ColumnLook.Count) { ShowsTone = true },
            new("Cảnh báo", 12, line => (double)line.Warnings, ColumnLook.Count),
            new("Lưu ý", 12, line => (double)line.Hints, ColumnLook.Count),
            new("Mở", 7, line => line.File is null ? null : "mở", ColumnLook.Centered) { Link = line => line.File is null ? null : links.To(line.File) },
        ],
        [new("Chung", [Total(files)]), new("Theo tệp", files)])
    {
        Tone = line => line.Errors > 0 ? RowTone.Alarm : RowTone.Plain,
    };

    public static TableSheet<Finding> Findings(IReadOnlyList<Finding> findings, string note, SourceLinks links) => new(
        "Cảnh báo",
        "CẢNH BÁO VỀ SỔ THEO DÕI",
        note,
        [
            FindingColumns.Severity, FindingColumns.Code, FindingColumns.File, FindingColumns.Sheet, FindingColumns.Cell(links),
            FindingColumns.Message("Ý nghĩa"), FindingColumns.Remedy("Cần gõ lại thế nào"),
        ],
        [new(null, findings)])
    {
        Tone = finding => StandingWords.ToneOf(finding.Severity),
        WhenEmpty = "Không có cảnh báo.",
    };

    public static TableSheet<ReadingLine> Readings(IReadOnlyList<ReadingLine> lines, string note, SourceLinks links) => new(
        "Cách hệ thống hiểu",
        "CÁCH HỆ THỐNG HIỂU THỜI HẠN TRONG SỔ",
        note,
        [
            new("Tệp", 26, line => line.Task.Place.File),
            new("Trang", 16, line => line.Task.Place.Sheet),
            new("Ô", 8, line => line.Task.Place.TimeCell, ColumnLook.Centered)
            {
                Link = line => links.To(line.Task.Place.File, line.Task.Place.Sheet, line.Task.Place.TimeCell),
            },
            new("Thời gian ghi trong sổ", 34, line => line.Reading.Text),
            new("Nội dung mốc", 26, line => line.Milestone?.Label),
            new("Cách hệ thống hiểu", 40, line => line.Milestone?.Reading ?? "Chưa hiểu, cần người xem.") { ShowsTone = true },
            new("Hạn", 11.5, line => line.Milestone?.Kind == MilestoneKind.Continuous ? null : line.Milestone?.Due, ColumnLook.Date),
            new("Cần xem lại", 36, line => string.Join('\n', line.Reading.Remarks.Select(remark => remark.Message))),
        ],
        [new(null, lines)])
    {
        Tone = line => line.Reading.IsUnderstood ? RowTone.Plain : RowTone.Alarm,
        WhenEmpty = "Các sổ không ghi thời hạn nào.",
    };

    /// <summary>A line for each file that was read or has a finding, in the order of the sources, then of the findings.</summary>
    public static IReadOnlyList<FileHealth> CountByFile(
        IReadOnlyList<Finding> findings, IReadOnlyList<(RegisterTask Task, DeadlineReading Reading)> readings, IReadOnlyList<SourceFile> sources)
    {
        var severities = findings.CountBy(finding => (finding.File, finding.Severity)).ToDictionary();
        var notUnderstood = readings.Where(pair => !pair.Reading.IsUnderstood).CountBy(pair => pair.Task.Place.File, StringComparer.Ordinal).ToDictionary();
        var tasks = sources.ToLookup(source => source.File, source => source.Tasks, StringComparer.Ordinal);
        return
        [
            .. sources.Select(source => source.File).Concat(findings.Select(finding => finding.File)).Distinct(StringComparer.Ordinal)
                .Select(file => new FileHealth(
                    file,
                    tasks[file].Sum(),
                    notUnderstood.GetValueOrDefault(file),
                    severities.GetValueOrDefault((file, Severity.Error)),
                    severities.GetValueOrDefault((file, Severity.Warning)),
                    severities.GetValueOrDefault((file, Severity.Info)))),
        ];
    }

    public static IReadOnlyList<ReadingLine> LinesOf(IReadOnlyList<(RegisterTask Task, DeadlineReading Reading)> readings) =>
    [
        .. readings.SelectMany(pair => pair.Reading.Milestones.Count == 0
            ? [new ReadingLine(pair.Task, pair.Reading, null)]
            : pair.Reading.Milestones.Select(milestone => new ReadingLine(pair.Task, pair.Reading, milestone))),
    ];

    private static FileHealth Total(IReadOnlyList<FileHealth> files) => new(
        null,
        files.Sum(file => file.Tasks),
        files.Sum(file => file.NotUnderstood),
        files.Sum(file => file.Errors),
        files.Sum(file => file.Warnings),
        files.Sum(file => file.Hints));
}
