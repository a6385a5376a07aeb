using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Findings;

namespace CcHc.Core.Registers;

/// <summary>
/// Gives each finding the code it is answered by (mã trả lời). The code stands for the file, the sheet, the rule, what was found and the task it was found at;
/// not for the row, so that sorted or inserted rows make no finding new, while other words in the cell do.
/// </summary>
public static partial class FindingCodes
{
    /// <summary>The findings in their order, each with a code of its own.</summary>
    /// <param name="tasks">The tasks of the same reading: a finding in a task's row is about that task.</param>
    public static IReadOnlyList<Finding> Assign(IReadOnlyList<Finding> findings, IEnumerable<RegisterTask> tasks)
    {
        var sheets = findings.Where(finding => finding.Cell is not null).Select(finding => (finding.File, finding.Sheet)).ToHashSet();
        var places = new TaskPlaces(tasks.Where(task => sheets.Contains((task.Place.File, task.Place.Sheet))));
        var used = findings.Select(finding => finding.AnswerCode).Where(code => code.Length > 0).ToHashSet(StringComparer.Ordinal);
        var alike = new Dictionary<(string, string?, string, string, string), int>();
        // A question about a layout has its code from the layout: one answer holds wherever the layout stands.
        return [
            .. findings.Select(
                finding => finding.AnswerCode.Length > 0 ? finding : finding with { AnswerCode = Claim(finding, About(finding, places), used, alike) })];
    }

    /// <param name="alike">How many of the same words there were before.</param>
    private static string Claim(Finding finding, string about, HashSet<string> used, Dictionary<(string, string?, string, string, string), int> alike)
    {
        var message = CellInWords().Replace(finding.Message, "");
        var words = (finding.File, finding.Sheet, finding.Code, about, message);
        for (var count = alike.GetValueOrDefault(words) + 1; ; count++)
        {
            alike[words] = count;
            var code = ShortCode.Of(finding.File, finding.Sheet, finding.Code, about, message, count.ToString(CultureInfo.InvariantCulture));
            if (used.Add(code))
            {
                return code;
            }
        }
    }

    /// <summary>The task at the place, else nothing more than the words the message quotes, else the cell itself.</summary>
    private static string About(Finding finding, TaskPlaces places) =>
        finding is not { Sheet: { } sheet, Cell: { } cell } ? ""
        : places.At(finding.File, sheet, cell) is { } task ? task.Key
        : finding.Message.Contains('“', StringComparison.Ordinal) ? ""
        : cell;

    /// <summary>"F12" within a message: where something stands, which sorting changes.</summary>
    [GeneratedRegex(@"\b[A-Z]{1,3}[1-9][0-9]{0,6}\b", RegexOptions.CultureInvariant)]
    private static partial Regex CellInWords();

    /// <summary>Which task a cell belongs to: by the cell itself, else by its row.</summary>
    private sealed class TaskPlaces
    {
        private readonly Dictionary<(string File, string Sheet, string Place), RegisterTask> _tasks = [];

        public TaskPlaces(IEnumerable<RegisterTask> tasks)
        {
            foreach (var task in tasks)
            {
                var place = task.Place;
                foreach (var at in new[] { place.TaskCell, place.TimeCell, place.LeadCell, place.CompletedCell,
                    place.Row.ToString(CultureInfo.InvariantCulture) })
                {
                    if (at is not null)
                    {
                        _tasks.TryAdd((place.File, place.Sheet, at), task);
                    }
                }
            }
        }

        public RegisterTask? At(string file, string sheet, string cell) =>
            _tasks.GetValueOrDefault((file, sheet, cell)) ?? _tasks.GetValueOrDefault((file, sheet, cell.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"])));
    }
}
