using BenchmarkDotNet.Running;
using CcHc.Bench;
using CcHc.Bench.Results;
using CcHc.Tests;

// bench [--filter '*Read*'] [--out FILE]     runs the benchmarks and writes the page
// bench peak NAME SIZE FILE                does one thing once and says what the process took; started by the above
if (args is ["peak", var name, var size, var file])
{
    Console.WriteLine(PeakMemory.Measure(name, int.Parse(size, System.Globalization.CultureInfo.InvariantCulture), file));
    return 0;
}

var options = BenchOptions.Of(args);
var config = BenchConfig.Of(Path.Combine(Repository.Folder, "artifacts", "bench"));
var summaries = BenchmarkSwitcher.FromAssembly(typeof(BenchConfig).Assembly).Run(["--filter", options.Filter], config);
var peaks = PeakMemory.All(options.Filter);
var page = BenchmarksPage.Of(ResultTable.Of(summaries), peaks);
File.WriteAllText(options.Page, page.Text);
Console.WriteLine(page.Text);
return page.IsEveryTargetMet ? 0 : 1;
