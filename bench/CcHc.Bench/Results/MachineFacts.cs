using System.Runtime.InteropServices;
using BenchmarkDotNet.Environments;

namespace CcHc.Bench.Results;

/// <summary>What the figures were measured on (máy đo).</summary>
internal static class MachineFacts
{
    public static string InWords { get; } = FormattableString.Invariant(
        $"{Environment.ProcessorCount} cores ({Processor()}), {Megabytes()} MB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}");

    private static string Processor() => HostEnvironmentInfo.GetCurrent().Cpu.Value?.ProcessorName is { Length: > 0 } name ? name.Trim() : "unknown processor";

    private static long Megabytes() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20;
}
