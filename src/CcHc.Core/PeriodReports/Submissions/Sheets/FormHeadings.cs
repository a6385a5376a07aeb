using CcHc.Core.Agencies;
using CcHc.Core.Sheets;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>What the headings of a form's sheets say of it (tiêu đề biểu mẫu) when its hidden entries are gone.</summary>
/// <param name="Period">Code; null when none or several are named.</param>
/// <param name="Agency">Null when none or several are named.</param>
internal sealed record FormHeadings(string? Period, Agency? Agency)
{
    /// <summary>A heading is above its table; longer text is an answer.</summary>
    private const int LongestLine = 300;
    private const int HeadingRows = 20;

    /// <param name="tops">Sheets and the row their tables' headings stand in.</param>
    /// <param name="agencies">Those that may have handed it in.</param>
    public static FormHeadings Of(IEnumerable<(Sheet Sheet, int Before)> tops, IReadOnlyList<Agency> agencies)
    {
        var lines = tops.SelectMany(top => top.Sheet.Rows.Where(row => row.Number < Math.Min(top.Before, HeadingRows)).SelectMany(row => row.Cells))
            .Where(cell => cell.Kind == CellKind.Text && cell.Text.Length <= LongestLine)
            .SelectMany(cell => cell.Text.Split('\n'))
            .Select(FormText.Words)
            .Where(words => words.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        // A name of one word would be found everywhere.
        var names = agencies.SelectMany(agency => agency.OtherNames.Prepend(agency.Name).Select(name => (Words: FormText.Words(name), Agency: agency)))
            .Where(name => name.Words.Contains(' ', StringComparison.Ordinal))
            .ToList();
        return new FormHeadings(Only(lines.Select(PeriodNameParser.In).OfType<string>()), Only(lines.Select(line => Longest(line, names)).OfType<Agency>()));
    }

    /// <summary>The agency with the longest name in the line: "UBND xã Tân Hòa Đông" is not "UBND xã Tân Hòa".</summary>
    private static Agency? Longest(string line, List<(string Words, Agency Agency)> names)
    {
        var found = names.Where(name => FormText.IndexOf(line, name.Words) is var at and >= 0 && !IsAddressee(line[..at])).ToList();
        var longest = found.Count == 0 ? 0 : found.Max(name => name.Words.Length);
        return Only(found.Where(name => name.Words.Length == longest).Select(name => name.Agency));
    }

    /// <summary>"Kính gửi: Sở Nội vụ" names where it goes.</summary>
    private static bool IsAddressee(string before) => FormText.IndexOf(before.TrimEnd(), "gui") >= 0 || FormText.IndexOf(before.TrimEnd(), "nop") >= 0;

    private static T? Only<T>(IEnumerable<T> found) where T : class => found.Distinct().Take(2).ToList() is [var only] ? only : null;
}
