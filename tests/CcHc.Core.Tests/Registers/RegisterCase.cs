using System.Globalization;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Reading;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Registers;

/// <summary>
/// A small register as one line of a table: kind, merges (or "-"), rows joined by " // " with "|" between cells (the first row is the title), and what must
/// come out, joined by "; ": "Hạn=hạn" that the header is taken for the field, "tasks=2", "2:time=Quý I" of the second task, "?code" that something is found,
/// "!code" that it is not.
/// </summary>
public sealed record RegisterCase(string Kind, string Merges, string Rows, string Says)
{
    public static IReadOnlyList<RegisterCase> Load(string table)
    {
        using var stream = typeof(RegisterCase).Assembly.GetManifestResourceStream(typeof(RegisterCase), table)
            ?? throw new InvalidOperationException(table + " is not among the resources.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'))
            .Select(line => line.TrimEnd('\r').Split('\t'))
                .Select(cells => new RegisterCase(cells[0], cells[1] == "-" ? "" : cells[1], cells[2], cells[3]))];
    }

    public RegisterReading Read(ReadingHints? hints = null) => RegisterParser.Parse(Workbook("so-theo-doi/so.xlsx"), hints: hints);

    public WorkbookContent Workbook(string path) =>
        SheetBuilder.Workbook(path, SheetBuilder.Sheet("Sheet1", Rows.Split(" // ").Select(row => row == "~" ? "" : row), Merges));

    /// <summary>What the reading does not say though it must; empty when all is right.</summary>
    public IEnumerable<string> Missing(RegisterReading reading)
    {
        foreach (var said in Says.Split("; "))
        {
            var isRight = said[0] switch
            {
                '?' => reading.Findings.Any(finding => finding.Code == said[1..]),
                '!' => reading.Findings.All(finding => finding.Code != said[1..]),
                _ when said.StartsWith("tasks=", StringComparison.Ordinal) => reading.Tasks.Count == int.Parse(said[6..], CultureInfo.InvariantCulture),
                _ when char.IsAsciiDigit(said[0]) && said.Contains(':', StringComparison.Ordinal) => IsOfTask(reading, said),
                _ => reading.Columns.Contains($"“{said[..said.LastIndexOf('=')]}” là {said[(said.LastIndexOf('=') + 1)..]}", StringComparison.Ordinal),
            };
            if (!isRight)
            {
                yield return said;
            }
        }
    }

    /// <summary>All the reading says, to look at when it is wrong.</summary>
    public static string Describe(RegisterReading reading) => string.Join('\n',
    [
        reading.Columns,
        .. reading.Tasks.Select(
            (task, i) =>
                $"{i + 1}: n={task.Number} section={task.Section} task={task.Text} product={string.Join("+", task.Products)} lead={task.LeadText} help={task.CoordinatingText}"
                    + $" time={task.TimeText} due={Day(task.DueDate)} extended={Day(task.ExtendedTo)} status={task.Status} completed={Day(task.CompletedOn)} year={task.PlanYear} note={task.Note}"),
        .. reading.Findings.Select(finding => $"{finding.Code} {finding.Cell}: {finding.Message}"),
    ]);

    private static bool IsOfTask(RegisterReading reading, string said)
    {
        var (colon, equals) = (said.IndexOf(':', StringComparison.Ordinal), said.IndexOf('=', StringComparison.Ordinal));
        var place = int.Parse(said[..colon], CultureInfo.InvariantCulture) - 1;
        return place < reading.Tasks.Count
            && string.Equals(Of(reading.Tasks[place], said[(colon + 1)..equals]), said[(equals + 1)..], StringComparison.Ordinal);
    }

    private static string Of(RegisterTask task, string name) => name switch
    {
        "n" => task.Number,
        "section" => task.Section,
        "task" => task.Text,
        "product" => string.Join("+", task.Products),
        "lead" => task.LeadText,
        "help" => task.CoordinatingText,
        "time" => task.TimeText,
        "due" => Day(task.DueDate),
        "extended" => Day(task.ExtendedTo),
        "status" => task.Status.ToString(),
        "completed" => Day(task.CompletedOn),
        "year" => task.PlanYear?.ToString(CultureInfo.InvariantCulture) ?? "",
        "note" => task.Note,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "is no field of a case."),
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
