using CcHc.Core.Sheets;
using CcHc.Core.Sheets.LegacyFonts;
using CcHc.Core.Text;

namespace CcHc.Core.Plans.Outline;

/// <summary>
/// Reads a plan's old encodings (TCVN3, VNI) as Unicode: by the fonts where they tell, else by the letters of the whole text, as registers are.
/// </summary>
public static class PlanTextRepair
{
    public static IReadOnlyList<PlanBlock> Repair(IReadOnlyList<PlanBlock> blocks)
    {
        var paragraphs = blocks.SelectMany(Paragraphs).ToList();
        var fonts = new LegacyCells();
        var rows = new List<SheetRow>(paragraphs.Count);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            rows.Add(new SheetRow(i + 1, [new SheetCell(1, CellKind.Text, Words(paragraphs[i]))]));
            if (paragraphs[i].Runs is { } runs)
            {
                fonts.Add(i + 1, 1, runs);
            }
        }

        var sheet = new Sheet("", rows, []);
        var repaired = LegacyTextRepair.Repair(new WorkbookContent("", "", [sheet]), [fonts]).Workbook.Sheets[0];
        if (ReferenceEquals(repaired, sheet))
        {
            return blocks;
        }

        var next = 0;
        PlanParagraph Take(PlanParagraph paragraph)
        {
            var text = repaired.Rows[next++].Cells[0].Text;
            return paragraph with { Text = VietnameseText.Normalize(text).Trim(), Runs = null };
        }

        return [.. blocks.Select(block => block switch
        {
            PlanParagraph paragraph => (PlanBlock)Take(paragraph),
            PlanTable table =>
                table with { Rows =
                    [
                        .. table.Rows.Select(
                            row => row with { Cells = [.. row.Cells.Select(cell => cell with { Paragraphs = [.. cell.Paragraphs.Select(Take)] })] })] },
            _ => block,
        })];
    }

    private static string Words(PlanParagraph paragraph) => paragraph.Runs is { } runs ? string.Concat(runs.Select(run => run.Text)) : paragraph.Text;

    private static IEnumerable<PlanParagraph> Paragraphs(PlanBlock block) => block switch
    {
        PlanParagraph paragraph => [paragraph],
        PlanTable table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Paragraphs),
        _ => [],
    };
}
