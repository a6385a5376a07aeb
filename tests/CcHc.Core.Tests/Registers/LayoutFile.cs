using CcHc.Core.Registers;
using CcHc.Core.Sheets;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Registers;

/// <summary>
/// A register layout and its expected reading as one text file: "key: value" lines, a line of dashes, the sheet's rows, a line of dashes, then a line a task
/// ("number | area | task | products joined by ;; | lead | coordinating | time", further fields as name=value), "title: …", "columns: …", "year: …" and
/// "finding: code cell". Whatever is found must be listed.
/// </summary>
public sealed record LayoutFile(string Name, WorkbookContent Workbook, IReadOnlyList<string> Expected)
{
    private const string Divider = "----";

    public static LayoutFile Load(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, name));
        var first = Array.FindIndex(lines, line => line.StartsWith(Divider, StringComparison.Ordinal));
        var second = Array.FindIndex(lines, first + 1, line => line.StartsWith(Divider, StringComparison.Ordinal));
        var settings = lines[..first].Where(line => line.Contains(": ", StringComparison.Ordinal) && line[0] != '#').Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        var sheet = SheetBuilder.Sheet(
            settings.GetValueOrDefault("sheet", "Sheet1"), lines[(first + 1)..second], settings.GetValueOrDefault("merges", ""),
            settings.GetValueOrDefault("hidden", ""));
        var workbook = SheetBuilder.Workbook(settings.GetValueOrDefault("file", "so-theo-doi/ke-hoach.xlsx"), sheet);
        return new LayoutFile(name, workbook, [.. lines[(second + 1)..].Where(line => line.Trim().Length > 0)]);
    }

    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.txt").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    /// <summary>The reading in the words of the file, with the further fields the expected line of the same place names.</summary>
    public IReadOnlyList<string> Describe(RegisterReading reading)
    {
        var lines = new List<string>();
        if (Expected.Any(line => line.StartsWith("title: ", StringComparison.Ordinal)))
        {
            lines.Add($"title: {reading.Title}");
        }

        if (Expected.Any(line => line.StartsWith("columns: ", StringComparison.Ordinal)))
        {
            lines.Add($"columns: {reading.Columns}");
        }

        lines.Add(reading.IsRegister ? $"year: {reading.PlanYear?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}" : "no register");
        var expectedTasks = Expected.Where(line => line.Contains(" | ", StringComparison.Ordinal)).ToList();
        lines.AddRange(reading.Tasks.Select((task, i) => Describe(task, i < expectedTasks.Count ? expectedTasks[i] : "")));
        lines.AddRange(reading.Findings.Select(finding => $"finding: {finding.Code} {finding.Cell}".TrimEnd()));
        return lines;
    }

    private static string Describe(RegisterTask task, string expected)
    {
        var line = string.Join(" | ", task.Number, task.Area.Code(), task.Text, string.Join(" ;; ", task.Products), task.LeadText, task.CoordinatingText,
            task.TimeText)
            .Replace("\n", "\\n", StringComparison.Ordinal);
        var further = new Dictionary<string, string>
        {
            ["status"] = task.Status.ToString(), ["due"] = Day(task.DueDate), ["extended"] = Day(task.ExtendedTo), ["completed"] = Day(task.CompletedOn),
            ["section"] = task.Section, ["areaLead"] = task.AreaLeadText, ["result"] = task.ResultText, ["note"] = task.Note, ["key"] = task.Key,
        };
        return line + string.Concat(expected.Split(" | ").Skip(7).Select(field => field.Split('=')[0]).Select(name => $" | {name}={further[name]}"));
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Registers", "Layouts");
}
