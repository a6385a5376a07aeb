using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CcHc.Bench.Given;
using CcHc.Bench.Results;
using Perfolizer.Horology;

namespace CcHc.Bench;

/// <summary>
/// A short job: the whole takes minutes, not hours. Everything runs in this one process, floor and measured code alike; what a process of its own takes up is
/// measured apart (<see cref="Results.PeakMemory"/>).
/// </summary>
internal static class BenchConfig
{
    public static IConfig Of(string artifacts) => ManualConfig.CreateEmpty()
        .AddJob(Job.Default
            .WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(10), logOutput: false))
            .WithStrategy(RunStrategy.Throughput)
            .WithMinIterationTime(TimeInterval.FromMilliseconds(200))
            .WithIterationTime(TimeInterval.FromMilliseconds(400))
            .WithWarmupCount(3)
            .WithIterationCount(7)
            .WithMaxRelativeError(0.05))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddFilter(new SimpleFilter(one => one.Descriptor.WorkloadMethod.Name != nameof(ReadLargeRegister.OpenPyXl) || PythonPeer.IsPresent))
        .AddLogger(ConsoleLogger.Default)
        .WithArtifactsPath(artifacts)
        .WithOptions(ConfigOptions.DisableOptimizationsValidator | ConfigOptions.JoinSummary);
}
