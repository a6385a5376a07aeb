using System.Globalization;
using CcHc.Core.Calendars;
using CcHc.Core.StatusReport;
using CcHc.Core.Wording;

namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>A valid file of one agency and period, as it was dropped (tệp đã nộp).</summary>
/// <param name="Hash">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="SavedAt">When the agency last saved it, as the file system says.</param>
/// <param name="IsExcluded">A person took it out.</param>
public sealed record FileVersion(string File, string Hash, DateTimeOffset SavedAt, DateTimeOffset ReceivedAt, bool IsExcluded);

/// <summary>What became of a dropped file and why.</summary>
/// <param name="Version">1-based in the order of saving; 0 for a duplicate and an excluded file.</param>
/// <param name="Reason">One Vietnamese sentence.</param>
public sealed record FileVerdict(FileVersion Dropped, SubmissionState State, int Version, string Reason);

/// <summary>
/// Decides which of an agency's valid files counts for a period (thứ tự phiên bản): the one saved last, whatever order they were dropped in. The same files
/// give the same verdicts in whatever order they are listed.
/// </summary>
public static class VersionOrder
{
    /// <returns>One verdict a file, versions in order, then duplicates and excluded files; exactly one is accepted unless all are excluded.</returns>
    public static IReadOnlyList<FileVerdict> Decide(IEnumerable<FileVersion> files)
    {
        var all = InOrder(files);
        var copies = all.Where(file => !file.IsExcluded).GroupBy(file => file.Hash, StringComparer.Ordinal)
            .Select(same => InOrder(same)).ToList();
        var counted = InOrder(copies.Select(same => same[0]));
        return
        [
            .. counted.Select((file, i) => i == counted.Count - 1
                ? new FileVerdict(file, SubmissionState.Accepted, i + 1, WhyAccepted(counted))
                : new FileVerdict(file, SubmissionState.Replaced, i + 1,
                    $"Đã có bản lưu sau thay thế: “{NameOf(counted[^1])}”, lưu lúc {Moment(counted[^1].SavedAt)}.")),
            .. copies.SelectMany(same => same.Skip(1).Select(copy =>
                new FileVerdict(copy, SubmissionState.Duplicate, 0, $"Nội dung giống hệt tệp “{NameOf(same[0])}” nên chỉ dùng một bản."))),
            .. all.Where(file => file.IsExcluded)
                .Select(file => new FileVerdict(file, SubmissionState.Excluded, 0, "Người phụ trách đã loại tệp này ra, không tính.")),
        ];
    }

    private static List<FileVersion> InOrder(IEnumerable<FileVersion> files) =>
        [.. files.OrderBy(file => file.SavedAt).ThenBy(file => file.ReceivedAt).ThenBy(file => file.File, VietnameseOrder.Comparer)
            .ThenBy(file => file.Hash, StringComparer.Ordinal)];

    private static string WhyAccepted(List<FileVersion> counted)
    {
        if (counted.Count == 1)
        {
            return "Bản duy nhất của cơ quan trong kỳ này.";
        }

        var (last, before) = (counted[^1], counted[^2]);
        return last.SavedAt != before.SavedAt ? $"Bản lưu sau cùng, lúc {Moment(last.SavedAt)}."
            : last.ReceivedAt != before.ReceivedAt ? $"Lưu cùng lúc với “{NameOf(before)}” ({Moment(last.SavedAt)}) nhưng được nhận sau."
            : $"Lưu và nhận cùng lúc với “{NameOf(before)}” ({Moment(last.SavedAt)}); lấy tệp có tên xếp sau.";
    }

    private static string NameOf(FileVersion file) => file.File[(file.File.LastIndexOf('/') + 1)..];

    private static string Moment(DateTimeOffset moment)
    {
        var local = OfficeTime.Of(moment);
        return string.Create(CultureInfo.InvariantCulture, $"{local:HH:mm:ss} ngày {Vietnamese.Day(DateOnly.FromDateTime(local.DateTime))}");
    }
}
