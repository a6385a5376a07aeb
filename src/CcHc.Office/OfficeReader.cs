using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Agencies;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Columns;
using CcHc.Core.Registers.Reading;
using CcHc.Core.Registers.Tables;
using CcHc.Core.StatusReport;

namespace CcHc.Office;

/// <summary>
/// Reads everything the office keeps in its shared folder: directory, days off, registers. One bad file never stops the others. What nothing has changed of
/// since the last reading is not worked out again; a reading is the same whether it was or not.
/// </summary>
/// <param name="records">What earlier rounds left behind; null for a look at the files alone.</param>
/// <param name="reports">How period reports stand; null for a look at the files alone.</param>
/// <param name="given">What agencies answered; null for a look at the files alone.</param>
/// <param name="board">Where the reading is left for those who look; null for a look at the files alone.</param>
public sealed class OfficeReader(
    SharedFolder folder, JobsFile office, FallbackWorkbookReader reader, ScanHistory? records, AnswerReader answers, ReportBook? reports = null,
    OfficeSnapshotWriter? board = null,
    AnswerBook? given = null)
{
    // Of the last reading; whoever reads at the same time replaces them whole.
    private volatile RecognitionCache? _recognized;
    private volatile LastReading? _last;
    private volatile ReadingHints? _hints;

    private sealed record LastReading(ReadingBasis Basis, OfficeReading Reading);

    /// <summary>Reads as the next run will and leaves no trace.</summary>
    public Task<OfficeReading> LookAsync(DateOnly today, IProgress<(int Done, int Of)> progress, CancellationToken cancellationToken) =>
        ReadAsync(today, progress, false, cancellationToken);

    /// <summary>Reads the office as it stands on a day.</summary>
    /// <param name="leavesTrace">Remember what was read for the next reading and for the dashboard; a dry run does not.</param>
    public async Task<OfficeReading> ReadAsync(DateOnly today, IProgress<(int Done, int Of)> progress, bool leavesTrace, CancellationToken cancellationToken)
    {
        var answered = await answers.ReadAsync(today, cancellationToken);
        var lists = await OfficeLists.ReadAsync(folder, reader, cancellationToken);
        var round = new RegisterScan(folder, reader, records, Hints(lists, answered), _recognized);
        await round.ReadAsync(today, progress, cancellationToken);
        if (leavesTrace)
        {
            await lists.KeepAsync(reader, cancellationToken);
            await round.KeepAsync(cancellationToken);
        }

        IReadOnlyList<SourceFile> sources = [.. lists.Sources, .. round.Registers.Select(register => register.Source)];
        var hasAwaited = lists.HasAwaited || round.HasAwaited;
        var reading = Understood(new ReadingBasis(today, answered, lists, round.Registers, round.Findings)) with
        {
            Answered = answered,
            Sources = sources,
            IsWhole = !sources.Any(source => source.IsYesterdays) && !hasAwaited,
            HasAwaited = hasAwaited,
        };
        _recognized = round.Quiet;
        reading = reading with { Reports = reports is null ? ReportStanding.None : await reports.ReadAsync(reading.Directory, today, cancellationToken) };
        reading = given is null ? reading : await given.AddAsync(reading, today, cancellationToken);
        reading = WithDisputes(reading, answered, today);
        if (leavesTrace && board is not null)
        {
            await board.WriteAsync(reading, lists.Days.Content?.Days ?? [], today, cancellationToken);
        }

        return reading;
    }

    /// <summary>With what registers and period reports say differently.</summary>
    private OfficeReading WithDisputes(OfficeReading reading, OfficeAnswers answered, DateOnly today)
    {
        // Judging every obligation takes as long as reading them; nobody contradicts a register but by a report.
        var reported = reading.Obligations.Where(one => one.Reported is not null || one.ReportedUndone is not null);
        var disputes = DisputedRecords.Of(DeadlineAssessor.Assess(reported, office.Reminders.Assessment(reading.Calendar, office.Regime), today)).ToList();
        if (disputes.Count == 0)
        {
            return reading;
        }

        var told = FindingCodes.Assign(disputes, reading.Tasks.Select(task => task.Task)).ToLookup(answered.IsAccepted);
        return reading with { Findings = [.. reading.Findings, .. told[false]], Accepted = [.. reading.Accepted, .. told[true]] };
    }

    private ReadingHints Hints(OfficeLists lists, OfficeAnswers answered)
    {
        var columns = ColumnAnswers.From(answered.Answers.All);
        var basis = $"{lists.Directory.Hash}\n{columns.Key}";
        if (_hints is { } last && last.Basis == basis)
        {
            return last;
        }

        return _hints = new ReadingHints(new AgencyDirectory(lists.Directory.Content?.Agencies ?? [], office.ProvinceName), columns, basis);
    }

    private OfficeReading Understood(ReadingBasis basis)
    {
        if (_last is { } last && basis.IsSameAs(last.Basis))
        {
            return last.Reading;
        }

        var reading = OfficeModelBuilder.Of(basis, office, folder);
        _last = new LastReading(basis, reading);
        return reading;
    }
}
