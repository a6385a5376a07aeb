using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Registers;

namespace CcHc.Core.StatusReport;

/// <summary>The state of the registers on a day (tình trạng sổ theo dõi) as values: what is open, what was answered, what became of the rest.</summary>
/// <param name="Open">Findings nobody has answered, in any order; each has its code.</param>
/// <param name="Accepted">Findings the office said are right as they are.</param>
/// <param name="Readings">How the time words of every task were read.</param>
public sealed record RegisterHealth(
    IReadOnlyList<Finding> Open,
    IReadOnlyList<Finding> Accepted,
    FindingAnswers Answers,
    FindingHistory History,
    IReadOnlyList<(RegisterTask Task, DeadlineReading Reading)> Readings,
    IReadOnlyList<SourceFile> Sources,
    DateOnly AsOf);
