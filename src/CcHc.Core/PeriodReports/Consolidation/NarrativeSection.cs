using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Forms;

namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>What one agency wrote under a section (thuyết minh của cơ quan).</summary>
public sealed record NarrativeText(Agency Agency, string Text, CellPlace Place);

/// <summary>The agencies' wording gathered under one section of the form (thuyết minh), in directory order.</summary>
public sealed record NarrativeSection(string Title, IReadOnlyList<NarrativeText> Texts)
{
    /// <summary>Every section of the form, an empty one too.</summary>
    internal static IReadOnlyList<NarrativeSection> Gather(IReadOnlyList<AgencySubmission> handIns)
    {
        var texts = handIns.SelectMany(TextsOf).ToLookup(pair => pair.Section, pair => pair.Text);
        return [.. FormLayout.Sections.Select((title, index) => new NarrativeSection(title, [.. texts[index]]))];
    }

    private static IEnumerable<(int Section, NarrativeText Text)> TextsOf(AgencySubmission handIn) =>
        from section in handIn.Submission?.Sections ?? []
        where !string.IsNullOrWhiteSpace(section.Text)
        select (section.Section, new NarrativeText(handIn.Agency, section.Text, new CellPlace(handIn.Submission!.File, section.Sheet, section.Cell)));
}
