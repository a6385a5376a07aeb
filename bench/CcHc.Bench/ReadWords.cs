using BenchmarkDotNet.Attributes;
using CcHc.Bench.Given;
using CcHc.Core.Agencies;
using CcHc.Core.Agencies.Expressions;
using CcHc.Core.Deadlines;

namespace CcHc.Bench;

/// <summary>The words of the sample registers, each read afresh. A run reads each distinct text once.</summary>
[Row("reading words")]
public class ReadWords
{
    public const int Texts = 1_000;

    private static readonly string[] Times = [.. Endless(SampleProvince.Tasks.Select(task => task.TimeText))];
    private static readonly string[] Leads = [.. Endless(SampleProvince.Tasks.Select(task => task.LeadText))];

    [Benchmark(OperationsPerInvoke = Texts)]
    public int Deadline() => Times.Sum(text => DeadlineParser.Read(text, 2026).Milestones.Count);

    [Benchmark(OperationsPerInvoke = Texts)]
    public int Agency() => Leads.Sum(text => AgencyExpression.Read(text, AgencyRole.Lead, SampleProvince.Directories, SampleProvince.Today).Count);

    private static IEnumerable<string> Endless(IEnumerable<string> texts)
    {
        var distinct = texts.Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return Enumerable.Range(0, Texts).Select(i => distinct[i % distinct.Count]);
    }
}
