using CcHc.Core.Plans;
using CcHc.Core.Plans.Outline;

namespace CcHc.Core.Tests.Plans;

/// <summary>Plans written down as lines: a paragraph each, a table's rows between bars.</summary>
internal static class PlanText
{
    public static PlanDocument Document(string text, string name = "ke-hoach.docx")
    {
        var blocks = new List<PlanBlock>();
        var rows = new List<PlanRow>();
        var number = 0;
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Append(""))
        {
            var place = new PlanPlace(0, ++number);
            if (line.StartsWith('|'))
            {
                var cells = line.Trim('|').Split('|')
                    .Select((cell, i) => new PlanCell(i + 1, [new PlanParagraph(place, cell.Trim().Replace("⏎", "\n", StringComparison.Ordinal))]));
                rows.Add(new PlanRow(place, [.. cells.Where(cell => cell.Text != "^")]));
                continue;
            }

            if (rows.Count > 0)
            {
                blocks.Add(new PlanTable(rows[0].Place, [.. rows]));
                rows.Clear();
            }

            if (line.Length > 0)
            {
                blocks.Add(new PlanParagraph(place, line.Replace("⏎", "\n", StringComparison.Ordinal)));
            }
        }

        return new PlanDocument(name, "", blocks);
    }

    public static PlanReading Read(string text, string name = "ke-hoach.docx") => PlanReader.Read(Document(text, name));

    /// <summary>"number | task | lead | coordinating | product | time", a line a task.</summary>
    public static string Tasks(PlanReading reading) => string.Join('\n', reading.Tasks.Select(task =>
        string.Join(" | ", new[] { task.Number, task.Text, task.Lead, task.Coordinating, task.Product,
            task.Time }.Select(part => part.Replace("\n", "⏎", StringComparison.Ordinal)))));
}
