using CcHc.Core.Agencies;
using CcHc.Core.AnswerSheets;
using CcHc.Core.Answers;
using CcHc.Core.Calendars;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.StatusReport;

namespace CcHc.Office;

/// <summary>Everything the office's workbooks said on one day: who there is, which days are worked, what is to be done, and what is wrong with it.</summary>
/// <param name="Tasks">Every task of every register in reading order, with what its words mean.</param>
/// <param name="Findings">Those nobody has answered.</param>
/// <param name="IsWhole">False when a file could not be read and an earlier reading, or nothing, stands in for it.</param>
public sealed record OfficeReading(
    AgencyDirectory Directory,
    WorkingCalendar Calendar,
    IReadOnlyList<InterpretedTask> Tasks,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<SourceFile> Sources,
    bool IsWhole)
{
    /// <summary>Fewer are not worth handing to another processor.</summary>
    private const int TasksTogether = 64;

    /// <summary>
    /// A file nothing is known of may be read soon: it is locked, or being copied, or the disk does not answer, and there is no earlier reading of it.
    /// </summary>
    public bool HasAwaited { get; init; }

    /// <summary>Findings the office said are right as they are (đúng là vậy).</summary>
    public IReadOnlyList<Finding> Accepted { get; init; } = [];

    public OfficeAnswers Answered { get; init; } = OfficeAnswers.None;

    /// <summary>What the period reports say, and which are awaited.</summary>
    public ReportStanding Reports { get; init; } = ReportStanding.None;

    /// <summary>What agencies answered between two reports.</summary>
    public AgencyAnswers Answers { get; init; } = AgencyAnswers.None;

    /// <summary>Answers decided since their agency was last told.</summary>
    public IReadOnlyList<AnswerDecision> Decided { get; init; } = [];

    /// <summary>Figures asked in period reports; none when the office keeps no chi-tieu.xlsx.</summary>
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    /// <summary>How every obligation of the registers stands on a day, what the agencies reported as done included.</summary>
    public IReadOnlyList<AssessedObligation> Assess(AssessmentRules rules, DateOnly today) =>
        DeadlineAssessor.Assess(Obligations, rules, today);

    /// <summary>Every obligation of the registers, with what the agencies reported and answered of it.</summary>
    public IEnumerable<Obligation> Obligations => _asRegistered.Value.Select(Reports.Results.Apply).Select(Answers.Apply);

    private readonly Lazy<IReadOnlyList<Obligation>> _asRegistered = new(() =>
    [
        .. Tasks.Chunk(TasksTogether).AsParallel().AsOrdered().Select(tasks => tasks.SelectMany(ObligationBuilder.Build).ToArray()).AsSequential()
            .SelectMany(built => built),
    ]);
}
