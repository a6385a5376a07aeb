using CcHc.Adapters.Settings;
using CcHc.Adapters.Sharing;
using CcHc.Adapters.Workbooks;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Findings;
using CcHc.Core.Indicators;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Core.Reports;
using CcHc.Core.Sheets;
using CcHc.Worker.Jobs.PeriodReports;

namespace CcHc.Worker.Jobs.ReadRegisters;

/// <summary>Reads everything the office keeps in its shared folder: directory, days off, registers. One bad file never stops the others.</summary>
/// <param name="records">What earlier rounds left behind; null for a look at the files alone.</param>
/// <param name="reports">How period reports stand; null for a look at the files alone.</param>
/// <param name="board">Where the reading is left for those who look; null for a look at the files alone.</param>
public sealed class OfficeReader(
    SharedFolder folder, JobsFile office, SteadyReader reader, RegisterRecords? records, AnswerReader answers, ReportBook? reports = null, BoardWriter? board = null)
{
    /// <summary>Of a register's findings of one kind; an office answers each by itself, so only what nobody could go through is put together.</summary>
    private const int MostOfOneCode = 500;

    /// <summary>As a run reads: a dry one leaves no trace.</summary>
    public Task<OfficeReading> ReadAsync(JobContext run, CancellationToken cancellationToken) => ReadAsync(run.Today, run.Progress, !run.DryRun, cancellationToken);

    /// <summary>Reads as the next run will and leaves no trace.</summary>
    public Task<OfficeReading> LookAsync(DateOnly today, IProgress<(int Done, int Of)> progress, CancellationToken cancellationToken) => ReadAsync(today, progress, false, cancellationToken);

    private async Task<OfficeReading> ReadAsync(DateOnly today, IProgress<(int Done, int Of)> progress, bool leavesTrace, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var sources = new List<SourceFile>();
        var answered = await answers.ReadAsync(today, cancellationToken);

        var agencies = DirectoryOf(await ReadOneAsync(folder.DirectoryFile, findings, sources, leavesTrace, cancellationToken), findings);
        var days = DaysOf(await ReadOneAsync(folder.HolidaysFile, findings, sources, leavesTrace, cancellationToken), findings);
        var keepsIndicators = await reader.IsKnownAsync(folder.IndicatorsFile, SharedFolder.IndicatorsFileName, cancellationToken);
        var indicators = keepsIndicators ? IndicatorsOf(await ReadOneAsync(folder.IndicatorsFile, findings, sources, leavesTrace, cancellationToken), findings) : [];
        var directory = new AgencyDirectory(agencies, office.ProvinceName);
        var expressions = new AgencyExpressions(directory, today);

        var round = new RegisterRound(folder, reader, records);
        await round.ReadAsync(today, progress, cancellationToken);
        findings.AddRange(round.Findings);
        var tasks = new List<TaskUnderstanding>();
        foreach (var (register, source) in round.Registers)
        {
            sources.Add(source);
            findings.AddRange(register.Findings);
            var understood = register.Tasks.Select(task => answered.Apply(TaskUnderstanding.Of(task, expressions))).ToList();
            if (RegisterWeight.TooMuch(understood) is { } tooMuch)
            {
                findings.Add(tooMuch.At(source.File, null, null));
                continue;
            }

            tasks.AddRange(understood);
            findings.AddRange(ManyFindings.Once([.. understood.SelectMany(one => one.Findings(today))], MostOfOneCode));
        }

        if (leavesTrace)
        {
            await round.KeepAsync(cancellationToken);
        }

        if (StandingBodyCheck.Of(directory, office.StandingBodyCode, office.Reminders, office.Reports.Chase) is { } unheard)
        {
            findings.Add(unheard.At(folder.NameOf(folder.DirectoryFile), null, null));
        }

        if (RegimeCheck.Of(office.Regime, tasks) is { } dayless)
        {
            findings.Add(dayless.At(folder.NameOf(office.Path), null, null));
        }

        var coded = FindingCodes.Assign(findings, tasks.Select(task => task.Task));
        var told = coded.Concat(FindingCodes.Assign(answered.Troubles(coded), [])).ToLookup(answered.IsAccepted);
        var reading = new OfficeReading(directory, new WorkingCalendar(days), tasks, [.. told[false]], sources, !sources.Exists(source => source.IsYesterdays))
        {
            Accepted = [.. told[true]],
            Answered = answered,
            Indicators = indicators,
            Reports = reports is null ? ReportStanding.None : await reports.ReadAsync(directory, today, cancellationToken),
        };
        if (leavesTrace && board is not null)
        {
            await board.WriteAsync(reading, days, today, cancellationToken);
        }

        return reading;
    }

    private async Task<WorkbookContent?> ReadOneAsync(string path, List<Finding> findings, List<SourceFile> sources, bool leavesTrace, CancellationToken cancellationToken)
    {
        var read = await reader.HoldAsync(await reader.ReadAsync(path, folder.NameOf(path), cancellationToken), 0, cancellationToken);
        findings.AddRange(read.Findings);
        if (read.Content is { } content)
        {
            sources.Add(new SourceFile(content.Path, content.Hash, read.ReadAt, 0, read.IsEarlier));
            if (leavesTrace)
            {
                await reader.KeepAsync(read, 0, cancellationToken);
            }
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

    private static IReadOnlyList<Indicator> IndicatorsOf(WorkbookContent? content, List<Finding> findings)
    {
        if (content is null)
        {
            return [];
        }

        var read = IndicatorReader.Read(content);
        findings.AddRange(read.Findings);
        return read.Indicators;
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
