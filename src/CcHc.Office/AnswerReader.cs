using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Workbooks.Health;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Findings;

namespace CcHc.Office;

/// <summary>
/// Collects the office's answers: those remembered, then those of the health workbooks saved last. Several are read because somebody may still be filling in
/// yesterday's while today's is already there; each carries all earlier answers, so that reading one twice changes nothing.
/// </summary>
/// <param name="ledger">Null remembers nothing: a look that must leave no trace has the workbooks only.</param>
public sealed class AnswerReader(SharedFolder folder, FindingLedger? ledger)
{
    private const int WorkbooksRead = 5;

    private readonly ParsedFileCache _memory = new();

    public async Task<OfficeAnswers> ReadAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var remembered = ledger is null ? new RememberedHealth([], []) : await ledger.ReadAsync(cancellationToken);
        var written = new List<HealthAnswers>();
        var files = LastSaved().ToList();
        foreach (var file in files)
        {
            written.Add(await ReadAsync(file));
        }

        _memory.Keep(files.Select(file => folder.NameOf(file.FullName)));

        var answers = written.SelectMany(workbook => workbook.OfFindings.Concat(workbook.OfReadings)).Select(placed => placed.Answer);
        var latest = written.LastOrDefault();
        // Without a memory an answer to a finding long mended would look like one with a wrong code.
        return new OfficeAnswers(FindingAnswers.Merge(remembered.Answers, answers, today), remembered.Findings, ledger is null && latest is not null
            ? latest with { OfFindings = [] } : latest);
    }

    /// <summary>The one saved last comes last.</summary>
    private IEnumerable<FileInfo> LastSaved() => FolderFiles.List(folder.Health, "*.xlsx").Select(path => new FileInfo(path))
        .Where(file => !file.Name.StartsWith("~$", StringComparison.Ordinal))
        .OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal).TakeLast(WorkbooksRead);

    private async Task<HealthAnswers> ReadAsync(FileInfo file)
    {
        var name = folder.NameOf(file.FullName);
        var taken = await WorkbookSnapshot.TakeAsync(file.FullName);
        if (taken.Snapshot is not { } snapshot)
        {
            return new HealthAnswers([], [], [taken.Refusal!.At(name, null, null)]);
        }

        var read = _memory.Read(snapshot, name, HealthAnswerReader.Read);
        return read.Said ?? new HealthAnswers([], [], [read.Refusal!]);
    }
}
