using CcHc.Adapters.Settings;
using CcHc.Adapters.Sharing;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Columns;
using CcHc.Core.Reports;
using CcHc.Worker.Jobs.PeriodReports;

namespace CcHc.Worker.Jobs.ReadRegisters;

/// <summary>
/// Reads everything the office keeps in its shared folder: directory, days off, registers. One bad file never stops the others. What nothing has changed of since
/// the last reading is not worked out again; a reading is the same whether it was or not.
/// </summary>
/// <param name="records">What earlier rounds left behind; null for a look at the files alone.</param>
/// <param name="reports">How period reports stand; null for a look at the files alone.</param>
/// <param name="board">Where the reading is left for those who look; null for a look at the files alone.</param>
public sealed class OfficeReader(
    SharedFolder folder, JobsFile office, SteadyReader reader, RegisterRecords? records, AnswerReader answers, ReportBook? reports = null, BoardWriter? board = null)
{
    // Of the last reading; whoever reads at the same time replaces them whole.
    private volatile QuietRecognition? _recognized;
    private volatile LastReading? _last;
    private volatile ReadingHints? _hints;

    private sealed record LastReading(ReadingBasis Basis, OfficeReading Reading);

    /// <summary>As a run reads: a dry one leaves no trace.</summary>
    public Task<OfficeReading> ReadAsync(JobContext run, CancellationToken cancellationToken) => ReadAsync(run.Today, run.Progress, !run.DryRun, cancellationToken);

    /// <summary>Reads as the next run will and leaves no trace.</summary>
    public Task<OfficeReading> LookAsync(DateOnly today, IProgress<(int Done, int Of)> progress, CancellationToken cancellationToken) => ReadAsync(today, progress, false, cancellationToken);

    private async Task<OfficeReading> ReadAsync(DateOnly today, IProgress<(int Done, int Of)> progress, bool leavesTrace, CancellationToken cancellationToken)
    {
        var answered = await answers.ReadAsync(today, cancellationToken);
        var lists = await OfficeLists.ReadAsync(folder, reader, cancellationToken);
        var round = new RegisterRound(folder, reader, records, Hints(lists, answered), _recognized);
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
        if (leavesTrace && board is not null)
        {
            await board.WriteAsync(reading, lists.Days.Said?.Days ?? [], today, cancellationToken);
        }

        return reading;
    }

    private ReadingHints Hints(OfficeLists lists, OfficeAnswers answered)
    {
        var columns = ColumnAnswers.From(answered.Answers.All);
        var basis = $"{lists.Directory.Hash}\n{columns.Key}";
        if (_hints is { } last && last.Basis == basis)
        {
            return last;
        }

        return _hints = new ReadingHints(new AgencyDirectory(lists.Directory.Said?.Agencies ?? [], office.ProvinceName), columns, basis);
    }

    private OfficeReading Understood(ReadingBasis basis)
    {
        if (_last is { } last && basis.IsSameAs(last.Basis))
        {
            return last.Reading;
        }

        var reading = OfficeUnderstanding.Of(basis, office, folder);
        _last = new LastReading(basis, reading);
        return reading;
    }
}
