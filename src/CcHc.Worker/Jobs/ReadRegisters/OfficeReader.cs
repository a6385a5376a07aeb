using CcHc.Adapters.Settings;
using CcHc.Adapters.Sharing;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Workbooks;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Reports;
using CcHc.Core.Sheets;

namespace CcHc.Worker.Jobs.ReadRegisters;

/// <summary>Reads everything the office keeps in its shared folder: directory, days off, registers. Reads only; one bad file never stops the others.</summary>
/// <param name="shelf">Where last good readings are kept; null for a look that must leave no trace.</param>
public sealed class OfficeReader(SharedFolder folder, JobsFile office, SteadyReader reader, RegisterShelf? shelf, AnswerReader answers)
{
    public async Task<OfficeReading> ReadAsync(DateOnly today, IProgress<(int Done, int Of)> progress, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var sources = new List<SourceFile>();
        var answered = await answers.ReadAsync(today, cancellationToken);

        var agencies = DirectoryOf(await ReadOneAsync(folder.DirectoryFile, findings, sources, cancellationToken), findings);
        var days = DaysOf(await ReadOneAsync(folder.HolidaysFile, findings, sources, cancellationToken), findings);
        var directory = new AgencyDirectory(agencies, office.ProvinceName);
        var expressions = new AgencyExpressions(directory, today);

        var tasks = new List<TaskUnderstanding>();
        await foreach (var (register, source) in RegistersAsync(findings, progress, cancellationToken))
        {
            sources.Add(source);
            findings.AddRange(register.Findings);
            foreach (var task in register.Tasks)
            {
                var understood = answered.Apply(TaskUnderstanding.Of(task, expressions));
                tasks.Add(understood);
                findings.AddRange(understood.Findings(today));
            }
        }

        if (RegimeCheck.Of(office.Regime, tasks) is { } dayless)
        {
            findings.Add(dayless.At(folder.NameOf(office.Path), null, null));
        }

        var coded = FindingCodes.Assign(findings, tasks.Select(task => task.Task));
        var told = coded.Concat(FindingCodes.Assign(answered.Troubles(coded), [])).ToLookup(answered.IsAccepted);
        return new OfficeReading(directory, new WorkingCalendar(days), tasks, [.. told[false]], sources, !sources.Exists(source => source.IsYesterdays))
        {
            Accepted = [.. told[true]],
            Answered = answered,
        };
    }

    private async IAsyncEnumerable<(RegisterReading Register, SourceFile Source)> RegistersAsync(
        List<Finding> findings, IProgress<(int Done, int Of)> progress, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listing = RegisterFolder.List(folder);
        findings.AddRange(listing.Findings);
        var absent = await AbsentAsync(listing, cancellationToken);
        var count = listing.Workbooks.Count + absent.Count;
        var hashes = new HashSet<string>(StringComparer.Ordinal);
        var done = 0;
        foreach (var path in listing.Workbooks)
        {
            var read = await reader.ReadAsync(path, folder.NameOf(path), cancellationToken);
            progress.Report((++done, count));
            if (read.Content is { } content)
            {
                hashes.Add(content.Hash);
                var register = RegisterParser.Parse(content);
                var kept = await reader.KeepAsync(read, register.Tasks.Count, cancellationToken);
                findings.AddRange(kept.Findings);
                yield return ReferenceEquals(kept, read) ? Sourced(register, read) : Parsed(kept.Content!, kept);
            }
            else
            {
                findings.AddRange(read.Findings);
            }
        }

        foreach (var register in absent)
        {
            progress.Report((++done, count));
            // The same bytes under another name: the register was renamed or moved, not taken away.
            if (hashes.Contains(register.Hash))
            {
                await shelf!.RemoveAsync(register.Path, cancellationToken);
                continue;
            }

            var read = await reader.ReadAbsentAsync(register, cancellationToken);
            findings.AddRange(read.Findings);
            if (read.Content is { } content)
            {
                yield return Parsed(content, read);
            }
        }
    }

    private static (RegisterReading Register, SourceFile Source) Parsed(WorkbookContent content, SteadyReading read) => Sourced(RegisterParser.Parse(content), read);

    private static (RegisterReading Register, SourceFile Source) Sourced(RegisterReading register, SteadyReading read) =>
        (register, new SourceFile(register.File, register.Hash, read.ReadAt, register.Tasks.Count, read.IsEarlier));

    private async Task<IReadOnlyList<ShelvedRegister>> AbsentAsync(RegisterFolderListing listing, CancellationToken cancellationToken)
    {
        if (shelf is null)
        {
            return [];
        }

        var present = listing.Workbooks.Select(folder.NameOf).Append(SharedFolder.DirectoryFileName).Append(SharedFolder.HolidaysFileName).ToHashSet(StringComparer.Ordinal);
        return [.. (await shelf.ListAsync(cancellationToken)).Where(register => !present.Contains(register.Path))];
    }

    private async Task<WorkbookContent?> ReadOneAsync(string path, List<Finding> findings, List<SourceFile> sources, CancellationToken cancellationToken)
    {
        var read = await reader.ReadAsync(path, folder.NameOf(path), cancellationToken);
        findings.AddRange(read.Findings);
        if (read.Content is { } content)
        {
            await reader.KeepAsync(read, 0, cancellationToken);
            sources.Add(new SourceFile(content.Path, content.Hash, read.ReadAt, 0, read.IsEarlier));
        }

        return read.Content;
    }

    private static IReadOnlyList<Agency> DirectoryOf(WorkbookContent? content, List<Finding> findings)
    {
        if (content is null)
        {
            return [];
        }

        var read = DirectoryReader.Read(content);
        findings.AddRange(read.Findings);
        return read.Agencies;
    }

    private static IReadOnlyList<CalendarDay> DaysOf(WorkbookContent? content, List<Finding> findings)
    {
        if (content is null)
        {
            return [];
        }

        var read = HolidayReader.Read(content);
        findings.AddRange(read.Findings);
        return read.Days;
    }
}
