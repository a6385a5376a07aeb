using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Agencies;
using CcHc.Core.Agencies.Expressions;
using CcHc.Core.Calendars;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;

namespace CcHc.Office;

/// <summary>Everything a reading of the office is made of (căn cứ), beside its settings.</summary>
/// <param name="Found">What was found about files that are not among the registers.</param>
internal sealed record ReadingBasis(DateOnly Today, OfficeAnswers Answered, OfficeLists Lists, IReadOnlyList<UsedRegister> Registers,
    IReadOnlyList<Finding> Found)
{
    /// <summary>True when a reading made of the other is one of this, too.</summary>
    public bool IsSameAs(ReadingBasis other) =>
        Today == other.Today && Answered.IsSameAs(other.Answered) && Lists.IsSameAs(other.Lists) && Found.SequenceEqual(other.Found)
        && Registers.Count == other.Registers.Count && Registers.Zip(other.Registers).All(pair => IsSame(pair.First, pair.Second));

    private static bool IsSame(UsedRegister one, UsedRegister other) =>
        ReferenceEquals(one.Register, other.Register) && ReferenceEquals(one.Steady.Findings, other.Steady.Findings)
            && one.Steady.IsEarlier == other.Steady.IsEarlier;
}

/// <summary>
/// Makes of what the office's files say what it means: tasks with their deadlines and agencies, and everything there is to tell. Touches nothing.
/// </summary>
internal static class OfficeModelBuilder
{
    /// <summary>Of a register's findings of one kind; an office answers each by itself, so only what nobody could go through is put together.</summary>
    private const int MostOfOneCode = 500;

    public static OfficeReading Of(ReadingBasis basis, JobsFile office, SharedFolder folder)
    {
        var (today, answered, lists) = (basis.Today, basis.Answered, basis.Lists);
        var directory = new AgencyDirectory(lists.Directory.Content?.Agencies ?? [], office.ProvinceName);
        var (expressions, deadlines) = (new AgencyExpressions(directory, today), new DeadlineReadings());
        var findings = new List<Finding>([.. lists.Findings, .. basis.Found]);
        var tasks = new List<InterpretedTask>();
        var understood = basis.Registers.AsParallel().AsOrdered().Select(one => Understand(one.Register));
        foreach (var (one, (own, doubts)) in basis.Registers.Zip(understood))
        {
            findings.AddRange(one.Steady.Findings);
            findings.AddRange(one.Register.Findings);
            tasks.AddRange(own);
            findings.AddRange(doubts);
        }

        if (CoordinatingAgencyCheck.Of(directory, office.StandingBodyCode, office.Reminders, office.Reports.Chase) is { } unheard)
        {
            findings.Add(unheard.At(folder.NameOf(folder.DirectoryFile), null, null));
        }

        if (RegimeCheck.Of(office.Regime, tasks) is { } dayless)
        {
            findings.Add(dayless.At(folder.NameOf(office.Path), null, null));
        }

        var coded = FindingCodes.Assign(findings, tasks.Select(task => task.Task));
        var told = coded.Concat(FindingCodes.Assign(answered.Troubles(coded), [])).ToLookup(answered.IsAccepted);
        return new OfficeReading(directory, new WorkingCalendar(lists.Days.Content?.Days ?? []), Settled(tasks, told[true]), [.. told[false]], [], true)
        {
            Accepted = [.. told[true]],
            Indicators = lists.Indicators?.Content?.Indicators ?? [],
        };

        static IReadOnlyList<InterpretedTask> Settled(List<InterpretedTask> tasks, IEnumerable<Finding> accepted)
        {
            var right = accepted.Select(Place).ToHashSet();
            return right.Count == 0
                ? tasks
                : [.. tasks.Select(task => task.Questions().Select(Place).ToList() is { Count: > 0 } asked && asked.TrueForAll(right.Contains)
                    ? task with { IsSettled = true } : task)];
        }

        static (string Code, string File, string? Sheet, string? Cell) Place(Finding finding) => (finding.Code, finding.File, finding.Sheet, finding.Cell);

        (IReadOnlyList<InterpretedTask> Tasks, IReadOnlyList<Finding> Doubts) Understand(RegisterReading register)
        {
            var own = register.Tasks.Select(task => answered.Apply(InterpretedTask.Of(task, expressions, deadlines))).ToList();
            return RegisterWeight.TooMuch(own) is { } tooMuch
                ? ([], [tooMuch.At(register.File, null, null)])
                : (own, FindingAggregator.Collapse([.. own.SelectMany(task => task.Findings(today))], MostOfOneCode));
        }
    }
}
