using System.Reflection;
using BenchmarkDotNet.Reports;

namespace CcHc.Bench.Results;

/// <summary>What one benchmark came to (kết quả đo).</summary>
/// <param name="Size">How many items; 0 for a class without sizes.</param>
/// <param name="Seconds">Median of one run.</param>
/// <param name="Target">In words; empty for what is only told.</param>
internal sealed record ResultRow(
    RowAttribute Row, string Method, string Parameters, int Size, double Seconds, double? Ratio, string RatioOf, string Target, bool IsMet,
    long AllocatedBytes);

/// <summary>Reads the promises of the benchmarks against what was measured.</summary>
internal static class ResultTable
{
    public static IReadOnlyList<ResultRow> Of(IEnumerable<Summary> summaries)
    {
        var reports = summaries.SelectMany(summary => summary.Reports).DistinctBy(report => report.BenchmarkCase.DisplayInfo).ToList();
        return [.. reports.Select(report => Of(report, reports))];
    }

    private static ResultRow Of(BenchmarkReport report, IReadOnlyList<BenchmarkReport> all)
    {
        var (descriptor, parameters) = (report.BenchmarkCase.Descriptor, report.BenchmarkCase.Parameters);
        var size = parameters["Size"] as int? ?? 0;
        var seconds = SecondsOf(report);
        var row = descriptor.Type.GetCustomAttribute<RowAttribute>()!;
        var result = new ResultRow(
            row, descriptor.WorkloadMethod.Name, string.Join(", ", parameters.Items.Select(item => item.Value)), size, seconds, null, "", "", true,
            report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
        var beside = all.Where(one => one.BenchmarkCase.Descriptor.Type == descriptor.Type && one.BenchmarkCase.Parameters.ValueInfo == parameters.ValueInfo);
        if (!descriptor.Baseline && beside.FirstOrDefault(one => one.BenchmarkCase.Descriptor.Baseline) is { } floor)
        {
            result = result with { Ratio = seconds / SecondsOf(floor) };
        }

        if (descriptor.WorkloadMethod.GetCustomAttribute<AtMostAttribute>() is { } most)
        {
            var other = beside.FirstOrDefault(one => one.BenchmarkCase.Descriptor.WorkloadMethod.Name == most.Of);
            var ratio = seconds / (other is null ? double.NaN : SecondsOf(other));
            var isPromised = most.At == 0 || most.At == size;
            result = result with { Ratio = ratio, RatioOf = most.Of, Target = isPromised
                ? FormattableString.Invariant($"≤ {most.Times} ×") : "", IsMet = !isPromised || ratio <= most.Times };
        }

        return descriptor.WorkloadMethod.GetCustomAttribute<WithinAttribute>() is { } within && within.At == size
            ? result with { Target = FormattableString.Invariant($"≤ {within.Seconds} s"), IsMet = seconds <= within.Seconds }
            : result;
    }

    /// <summary>Of a benchmark that failed, no time at all: nothing compared with it is met.</summary>
    private static double SecondsOf(BenchmarkReport report) => report.ResultStatistics is { } statistics ? statistics.Median / 1e9 : double.NaN;
}
