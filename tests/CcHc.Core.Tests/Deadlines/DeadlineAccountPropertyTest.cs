using System.Text.RegularExpressions;
using CcHc.Core.Deadlines;

namespace CcHc.Core.Tests.Deadlines;

/// <summary>
/// Thousands of phrases of the tables with a strange word, a number or a second day put in: what is read without a finding must show each of their numbers in
/// its explanation, unless they belong to a paper's name.
/// </summary>
public partial class DeadlineAccountPropertyTest
{
    private static readonly string[] StrangeWords =
        ["Xủng", "phờng", "kozu", "mẻn", "Trặng", "gói", "vụ", "lượt", "ca", "tập", "nhịp", "chặng", "cơ số", "bản", "trận", "khâu", "quyển", "mẻ", "tổ", "ấp"];

    private static readonly IReadOnlyList<DeadlineCase> Sure =
    [
        .. DeadlineTable.Cases.Where(one => !PaperOrTwoDigitYear().IsMatch(one.Text)
            && DeadlineParser.Read(one.Text, one.Year) is { IsUnderstood: true, Findings.Count: 0 } reading
            && reading.Milestones.Any(milestone => milestone.Due is not null && milestone.Kind is not (MilestoneKind.Continuous or MilestoneKind.Recurring))),
    ];

    [Theory]
    [InlineData("{word} {n}")]
    [InlineData("{n}")]
    [InlineData("{word}{n}")]
    [InlineData("{n} {word}")]
    [InlineData("{word} {n}/2026")]
    [InlineData("17/8/2026")]
    [InlineData("(17/8/2026)")]
    [InlineData("{word} 17/8/2026")]
    [InlineData("{word} tháng {month}")]
    public void Read_LeavesNoNumberUnsaid(string inserted)
    {
        var random = new Random(inserted.Length * 7919 + 20260615);
        var silent = new List<string>();
        for (var i = 0; i < 800; i++)
        {
            var one = Sure[random.Next(Sure.Count)];
            var words = inserted.Replace("{word}", StrangeWords[random.Next(StrangeWords.Length)], StringComparison.Ordinal)
                .Replace("{n}", $"{random.Next(1, 32)}", StringComparison.Ordinal).Replace("{month}", $"{random.Next(1, 13)}", StringComparison.Ordinal);
            var text = Put(one.Text, words, random);
            var reading = DeadlineParser.Read(text, one.Year);
            if (reading is { IsUnderstood: true, Findings.Count: 0 } && !Numbers(words).IsSubsetOf(Numbers(Explanation(reading))))
            {
                silent.Add($"{text} => {DeadlineTable.Compact(reading)}");
            }
        }

        Assert.True(silent.Count == 0, string.Join('\n', silent));
    }

    private static string Put(string text, string words, Random random)
    {
        var places = Enumerable.Range(0, text.Length + 1).Where(at => at == 0 || at == text.Length || text[at] == ' ').ToList();
        var at = places[random.Next(places.Count)];
        return $"{text[..at]} {words} {text[at..]}".Trim();
    }

    private static string Explanation(DeadlineReading reading) =>
        string.Join(' ',
            reading.Milestones.Select(milestone => $"{milestone.Label} {milestone.Trigger} {milestone.Reading} {string.Join(' ', milestone.OccurrenceDue)}"));

    private static HashSet<string> Numbers(string text) => [.. Number().Matches(text).Select(number => number.Value.TrimStart('0'))];

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    // A number put before a paper's or a standard's own becomes part of its name; one put behind "năm", "quý" or before "tháng cuối năm" takes the place of the
    // one that stood there.
    [GeneratedRegex(@"/KH|/NĐ|/NQ|/QĐ|/SNV|ISO|Kế hoạch|quy định|Công văn|hướng dẫn|báo cáo|quý [IV]+$|quý \p{Ll}|\bnăm\b|sau |tháng (đầu|cuối)|h[àằ]ng năm", RegexOptions.IgnoreCase)]
    private static partial Regex PaperOrTwoDigitYear();
}
