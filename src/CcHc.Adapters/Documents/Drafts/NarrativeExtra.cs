using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.Text;
using CcHc.Core.Wording;
using DocumentFormat.OpenXml;

namespace CcHc.Adapters.Documents.Drafts;

/// <summary>What the agencies did outside the plans (việc phát sinh), equal work of several said once; no part of a report without any.</summary>
internal static class NarrativeExtra
{
    public static IEnumerable<OpenXmlElement> Of(PeriodReport report)
    {
        if (report.Extra.Count == 0)
        {
            yield break;
        }

        yield return WordDocument.Subheading("Việc phát sinh ngoài kế hoạch");
        var alike = NarrativeWording.Gathered(report.Extra, line => WordsOf(line.Said));
        foreach (var paragraph in alike.SelectMany(group => NarrativeWording.Quote(
            NarrativeWording.WhoSays([.. group.Select(line => line.Agency.Name)], report), WordsOf(group[0].Said), [.. group.Select(line => line.Place)])))
        {
            yield return paragraph;
        }
    }

    private static string WordsOf(ExtraTask said)
    {
        var result = string.Join("; ", new[] { said.Result, said.Document, said.CompletedOn is { } day ? "hoàn thành ngày " + Vietnamese.Day(day) : "" }
            .Select(VietnameseText.OneLine).Where(words => words.Length > 0));
        return VietnameseText.OneLine(said.Task) + (result.Length > 0 ? ": " + result : "");
    }
}
