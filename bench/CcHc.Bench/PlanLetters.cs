using BenchmarkDotNet.Attributes;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Wording;
using CcHc.Bench.Given;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;

namespace CcHc.Bench;

/// <summary>A day's plan and its letters, nothing sent before: the most there can be to say.</summary>
[Row("planning letters", "obligations")]
public class PlanLetters
{
    private static readonly RemindingRules Rules = new(
        "tỉnh Mẫu", SampleProvince.Directories.ByCode("SNV")!, ReminderPolicy.Default, ReminderPolicy.Default,
        MadeUpObligations.Rules.Calendar, MadeUpObligations.Rules.Regime, WordingFolder.Read(MachineSettings.ShippedWording));

    private IReadOnlyList<Obligation> _obligations = [];

    [Params(1_000, 10_000, 100_000)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Make() => _obligations = MadeUpObligations.Of(Size);

    [Benchmark, Within(1, At = 100_000)]
    public int Plan() => DayPlan.Of(_obligations, [], Rules, new HashSet<ReminderKey>(), SampleProvince.Today).Letters.Count;
}
