using CcHc.Adapters.Sharing;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Workbooks;
using CcHc.Core.Findings;

namespace CcHc.Worker.Jobs.ReadRegisters;

/// <summary>
/// Collects the office's answers: those remembered, then those of the health workbooks saved last. Several are read because somebody may still be filling in
/// yesterday's while today's is already there; each carries all earlier answers, so that reading one twice changes nothing.
/// </summary>
/// <param name="ledger">Null remembers nothing: a look that must leave no trace has the workbooks only.</param>
public sealed class AnswerReader(SharedFolder folder, FindingLedger? ledger)
{
    private const int WorkbooksRead = 5;

    public async Task<OfficeAnswers> ReadAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var remembered = ledger is null ? new RememberedHealth([], []) : await ledger.ReadAsync(cancellationToken);
        var written = LastSaved().Select(Read).ToList();
        var answers = written.SelectMany(workbook => workbook.OfFindings.Concat(workbook.OfReadings)).Select(placed => placed.Answer);
        var latest = written.LastOrDefault();
        // Without a memory an answer to a finding long mended would look like one with a wrong code.
        return new OfficeAnswers(Answers.Merge(remembered.Answers, answers, today), remembered.Findings, ledger is null && latest is not null ? latest with { OfFindings = [] } : latest);
    }

    /// <summary>The one saved last comes last.</summary>
    private IEnumerable<FileInfo> LastSaved() => FolderFiles.List(folder.Health, "*.xlsx").Select(path => new FileInfo(path))
        .Where(file => !file.Name.StartsWith("~$", StringComparison.Ordinal))
        .OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal).TakeLast(WorkbooksRead);

    private HealthAnswers Read(FileInfo file)
    {
        var read = WorkbookReader.Read(file.FullName, folder.NameOf(file.FullName));
        return read.Content is { } content ? HealthAnswerReader.Read(content) : new HealthAnswers([], [], [read.Refusal!]);
    }
}
