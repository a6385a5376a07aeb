using System.Globalization;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.Registers;
using CcHc.Core.Text;
using CcHc.Core.Wording;
using DocumentFormat.OpenXml;

namespace CcHc.Adapters.Documents.Drafts;

/// <summary>
/// The sections of a narrative report that are the agencies' own words (phần lời văn), each with the agency's name before it and its source behind.
/// </summary>
internal static class NarrativeWording
{
    private const int MostPlaces = 5;
    private const int LongestTask = 120;

    public static IEnumerable<OpenXmlElement> Sections(PeriodReport report)
    {
        yield return WordDocument.Heading("IV. NỘI DUNG BÁO CÁO CỦA CÁC CƠ QUAN");
        foreach (var (section, index) in report.Narrative.Select((section, index) => (section, index)))
        {
            yield return WordDocument.Subheading(string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {WithoutNumber(section.Title)}"));
            if (section.Texts.Count == 0)
            {
                yield return WordDocument.Body("Các cơ quan không có nội dung ở mục này.");
            }

            foreach (var paragraph in Gathered(section.Texts, text => text.Text)
                .SelectMany(alike => Quote(WhoSays([.. alike.Select(text => text.Agency.Name)], report), alike[0].Text, [.. alike.Select(text => text.Place)])))
            {
                yield return paragraph;
            }
        }
    }

    public static IEnumerable<OpenXmlElement> Difficulties(PeriodReport report)
    {
        yield return WordDocument.Heading("V. KHÓ KHĂN, KIẾN NGHỊ THEO NHIỆM VỤ");
        if (report.Difficulties.Count == 0)
        {
            yield return WordDocument.Body("Các cơ quan không nêu khó khăn, kiến nghị ở nhiệm vụ nào.");
        }

        foreach (var paragraph in report.Difficulties.SelectMany(
            line => Quote(line.Assessed.Obligation.Agency.Name, line.Text, [line.Place], ", " + TaskOf(line.Assessed.Obligation.Task))))
        {
            yield return paragraph;
        }
    }

    public static IEnumerable<OpenXmlElement> Missing(PeriodReport report)
    {
        var missing = report.HandIns.Missing;
        yield return WordDocument.Heading("VI. CƠ QUAN CHƯA GỬI BÁO CÁO");
        if (missing.Count == 0)
        {
            yield return WordDocument.Body("Tất cả các cơ quan đã gửi báo cáo.");
            yield break;
        }

        yield return WordDocumentTable.Ruled(
            [new("TT", 10), new("Cơ quan", 90, IsCentered: false), new("Trễ (ngày làm việc)", 30), new("Tệp bị trả lại", 30)],
            [
                .. missing.Select((handIn, index) => (IReadOnlyList<string>)
                    [Count(index + 1), handIn.Agency.Name, Count(handIn.WorkingDaysLate), Count(handIn.RefusedFiles)]),
            ]);
    }

    /// <summary>What says the same, whatever its capitals and spaces, together; in the order the first of each came.</summary>
    public static IEnumerable<IReadOnlyList<T>> Gathered<T>(IEnumerable<T> lines, Func<T, string> words) =>
        lines.GroupBy(line => VietnameseText.Fold(VietnameseText.OneLine(words(line))).Trim(' ', '.', ';', '-', '+'), StringComparer.Ordinal)
            .Select(group => (IReadOnlyList<T>)[.. group]);

    /// <summary>"25/25 cơ quan", or the agency itself.</summary>
    /// <param name="names">One for each statement; an agency may make the same one of several tasks.</param>
    public static string WhoSays(IReadOnlyList<string> names, PeriodReport report) => names.Distinct(StringComparer.Ordinal).ToList() switch
    {
        [var only] => only,
        var several => string.Create(CultureInfo.InvariantCulture, $"{several.Count}/{Math.Max(several.Count, report.HandIns.Totals.Received)} cơ quan"),
    };

    /// <summary>The name in bold, the words line by line; where they stand is a comment at their end.</summary>
    /// <param name="about">What it is said of, behind the name and not bold.</param>
    public static IEnumerable<OpenXmlElement> Quote(string name, string text, IReadOnlyList<CellPlace> places, string about = "")
    {
        var lines = VietnameseText.Normalize(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = new Words(lines[i]) { Comment = i == lines.Length - 1 ? SourceOf(places) : "" };
            yield return i > 0 ? WordDocument.Body(line)
                : about.Length == 0 ? WordDocument.Body(new Words(name + ": ", IsBold: true), line)
                : WordDocument.Body(new Words(name, IsBold: true), new Words(about + ": "), line);
        }
    }

    private static string SourceOf(IReadOnlyList<CellPlace> places)
    {
        var named = string.Join("; ", places.Take(MostPlaces).Select(place => $"{FileNameOf(place.File)}, {place.Sheet}, ô {place.Cell}"));
        return $"Nguồn: {named}" + (places.Count > MostPlaces ? string.Create(CultureInfo.InvariantCulture, $"; và {places.Count - MostPlaces} ô khác") : "");
    }

    /// <summary>"nhiệm vụ 3 “Rà soát thủ tục”".</summary>
    public static string TaskOf(RegisterTask task) =>
        $"nhiệm vụ {(task.Number.Length > 0 ? task.Number + " " : "")}“{Vietnamese.Shortened(VietnameseText.OneLine(task.Text), LongestTask)}”";

    /// <summary>The form numbers its sections I, II …; here they stand within one.</summary>
    private static string WithoutNumber(string title) => title.Split(". ", 2)[^1];

    private static string FileNameOf(string file) => file[(file.LastIndexOf('/') + 1)..];

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
