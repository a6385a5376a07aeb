using System.Globalization;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;
using CcHc.Core.Wording;

namespace CcHc.Adapters.Workbooks.Health;

/// <summary>A deadline phrase with everything read alike (một cụm từ thời hạn): confirmed once, wherever it stands.</summary>
/// <param name="Codes">One for each spelling; an answer is taken for all.</param>
/// <param name="Texts">The spellings.</param>
internal sealed record PhraseLine(IReadOnlyList<string> Codes, IReadOnlyList<string> Texts, DeadlineReading Reading, IReadOnlyList<RegisterTask> Tasks)
{
    /// <summary>Something about it may be read otherwise: the office is asked.</summary>
    public bool IsDoubtful => !Reading.IsUnderstood || Reading.Findings.Count > 0 || !(DeadlineCertainty.IsPlain(Reading.Text) || HasNoDay);

    /// <summary>"Thường xuyên", "hằng quý", "theo quy định": no day is taken from the words, so none can be taken wrongly.</summary>
    private bool HasNoDay => Reading.Milestones is [{ Kind: MilestoneKind.Continuous or MilestoneKind.Recurring or MilestoneKind.Event }];
}

/// <summary>
/// The sheet of how deadlines were read (cách hệ thống hiểu): first what may be read otherwise, a row a phrase, for its owner to confirm; then the plain ones,
/// spellings of one time together, that nobody need confirm.
/// </summary>
internal static class PhraseTable
{
    public static TableSheet<PhraseLine> Of(RegisterHealth health, string note, SourceLinks links)
    {
        var lines = LinesOf(health);
        var doubtful = lines.Where(line => line.IsDoubtful).ToList();
        var plain = Folded(lines.Where(line => !line.IsDoubtful));
        var confirmed = doubtful.Count(line => AnswerTo(line) is { Verdict: Verdict.Right });
        return new(
            "Cách hệ thống hiểu",
            "CÁCH HỆ THỐNG HIỂU THỜI HẠN TRONG SỔ",
            note,
            [
                AnswerColumns.CodeOf<PhraseLine>(line => string.Join('\n', line.Codes)),
                new("Thời gian ghi trong sổ", 34, line => string.Join('\n', line.Texts)),
                new("Năm", 7, line => line.Reading.PlanYear?.ToString(CultureInfo.InvariantCulture), ColumnLook.Centered),
                new("Cách hệ thống hiểu", 40, line => InWords(line.Reading)) { ShowsTone = true },
                new("Hạn", 11.5, line => Dues(line.Reading), ColumnLook.Centered),
                AnswerColumns.ConfirmationOf<PhraseLine>(AnswerTo),
                AnswerColumns.NoteOf<PhraseLine>(AnswerTo, "hiểu đúng là"),
                AnswerColumns.DayOf<PhraseLine>(AnswerTo),
                new("Ô", 8, line => line.Tasks[0].Place.TimeCell, ColumnLook.Centered)
                {
                    Link = line => line.Tasks[0].Place is var place ? links.To(place.File, place.Sheet, place.TimeCell) : null,
                },
                new("Ở đâu", 26, line => Places(line.Tasks)),
                new("Cần xem lại", 34, line => string.Join('\n', line.Reading.Findings.Select(finding => finding.Message))),
            ],
            [.. Sections()])
        {
            Tone = line => line.Reading.IsUnderstood ? RowTone.Plain : RowTone.Alarm,
            Hint = string.Create(CultureInfo.InvariantCulture,
                $"Cần xác nhận {doubtful.Count} cụm từ, đã xác nhận {confirmed}. Ghi “đúng” hoặc “sai: …” vào cột Xác nhận rồi lưu tệp; cách hiểu bị báo sai không dùng để nhắc."),
            WhenEmpty = "Các sổ không ghi thời hạn nào.",
        };

        IEnumerable<TableSection<PhraseLine>> Sections()
        {
            if (doubtful.Count > 0)
            {
                yield return new(string.Create(CultureInfo.InvariantCulture, $"Cần xác nhận: {doubtful.Count} cụm từ"), doubtful);
            }

            if (plain.Count > 0)
            {
                yield return new(string.Create(CultureInfo.InvariantCulture, $"Dạng thông thường, không cần xác nhận: {plain.Count} thời hạn"), plain);
            }
        }

        FindingAnswer? AnswerTo(PhraseLine line) => line.Codes.Select(code => health.Answers[code]).FirstOrDefault(answer => answer is not null);
    }

    /// <summary>"Quý II/2026" and "Hoàn thành trong Quý II năm 2026" are one time.</summary>
    private static List<PhraseLine> Folded(IEnumerable<PhraseLine> lines) =>
    [
        .. lines.GroupBy(line => (InWords(line.Reading), Dues(line.Reading), line.Reading.PlanYear))
            .Select(alike => new PhraseLine(
                [.. alike.SelectMany(line => line.Codes)], [.. alike.SelectMany(line => line.Texts)], alike.First().Reading,
                [.. alike.SelectMany(line => line.Tasks)])),
    ];

    private static IReadOnlyList<PhraseLine> LinesOf(RegisterHealth health) =>
    [
        .. health.Readings.Where(pair => !string.IsNullOrWhiteSpace(pair.Reading.Text))
            .GroupBy(pair => DeadlinePhrase.CodeOf(pair.Reading), StringComparer.Ordinal)
            .Select(alike => new PhraseLine([alike.Key], [alike.First().Reading.Text], alike.First().Reading, [.. alike.Select(pair => pair.Task)])),
    ];

    /// <summary>A label that comes from the products of one task says nothing of the phrase.</summary>
    private static string InWords(DeadlineReading reading) => reading.Milestones.Count == 0
        ? "Chưa hiểu, cần người xem."
        : Lines(
            reading.Milestones.Select(
                milestone => milestone is { Label: { } label, IsAlignedByOrder: false } ? $"{label}: {milestone.Reading}" : milestone.Reading));

    private static string Dues(DeadlineReading reading) =>
        Lines(reading.Milestones.Where(milestone => milestone.Kind != MilestoneKind.Continuous).Select(milestone => milestone.Due).OfType<DateOnly>()
            .Select(Vietnamese.Day));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Distinct(StringComparer.Ordinal));

    private static string Places(IReadOnlyList<RegisterTask> tasks)
    {
        var place = tasks[0].Place;
        var first = $"{place.File[(place.File.LastIndexOf('/') + 1)..]}, {place.Sheet}";
        return tasks.Count == 1 ? first : string.Create(CultureInfo.InvariantCulture, $"{first} và {tasks.Count - 1} chỗ khác");
    }
}
