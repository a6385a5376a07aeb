using System.Globalization;
using System.Runtime.InteropServices;
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
        var places = new TaskPlaces(findings.Where(finding => finding.AnswerCode.Length == 0), tasks);
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
        // Most tasks have nothing found at them: only the places asked about are kept.
        private readonly Dictionary<(string File, string Sheet), Dictionary<string, RegisterTask?>> _sheets = [];

        public TaskPlaces(IEnumerable<Finding> findings, IEnumerable<RegisterTask> tasks)
        {
            foreach (var finding in findings)
            {
                if (finding is { Sheet: { } sheet, Cell: { } cell })
                {
                    var asked = CollectionsMarshal.GetValueRefOrAddDefault(_sheets, (finding.File, sheet), out _) ??= new(StringComparer.Ordinal);
                    asked.TryAdd(cell, null);
                    asked.TryAdd(RowOf(cell), null);
                }
            }

            if (_sheets.Count > 0)
            {
                Place(tasks);
            }
        }

        public RegisterTask? At(string file, string sheet, string cell) =>
            _sheets.TryGetValue((file, sheet), out var tasks) ? tasks.GetValueOrDefault(cell) ?? tasks.GetValueOrDefault(RowOf(cell)) : null;

        private void Place(IEnumerable<RegisterTask> tasks)
        {
            SourcePlace? last = null;
            Dictionary<string, RegisterTask?>? asked = null;
            foreach (var task in tasks)
            {
                var place = task.Place;
                if (last is null || last.File != place.File || last.Sheet != place.Sheet)
                {
                    asked = _sheets.GetValueOrDefault((place.File, place.Sheet));
                }

                last = place;
                if (asked is not null)
                {
                    Put(asked, place.TaskCell, task);
                    Put(asked, place.TimeCell, task);
                    Put(asked, place.LeadCell, task);
                    Put(asked, place.CompletedCell, task);
                    Put(asked, place.Row.ToString(CultureInfo.InvariantCulture), task);
                }
            }
        }

        private static void Put(Dictionary<string, RegisterTask?> asked, string? place, RegisterTask task)
        {
            if (place is not null && asked.TryGetValue(place, out var first) && first is null)
            {
                asked[place] = task;
            }
        }

        private static string RowOf(string cell) => cell.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]);
    }
}
