using CcHc.Core.Reminders;

namespace CcHc.Core.Tests.Simulation;

/// <summary>400 days of an office: what its papers say on each day, and on which days the job does not run.</summary>
/// <param name="PlanYear">The plan of this year and of the next are in the register.</param>
/// <param name="Lists">The lists of days off in force from a day on; the first from the beginning.</param>
internal sealed record VirtualYear(
    string Name, int Seed, DateOnly First, int PlanYear, ReminderPolicy Policy, HandRegime Regime,
    IReadOnlyList<(DateOnly From, IReadOnlyList<HandList> Lists)> Lists,
    IReadOnlyList<(DateOnly First, DateOnly Last)> Outages)
{
    public const int Length = 400;

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, Length).Select(First.AddDays);

    public bool IsDown(DateOnly day) => Outages.Any(outage => day >= outage.First && day <= outage.Last);

    public IReadOnlyList<HandList> ListsOn(DateOnly day) => Lists.Last(l => l.From <= day).Lists;

    public override string ToString() => Name;
}
