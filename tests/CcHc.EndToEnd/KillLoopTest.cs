using System.Globalization;
using System.Text.RegularExpressions;

namespace CcHc.EndToEnd;

/// <summary>A short run of scripts/kill-loop; a long one is for whoever releases.</summary>
public sealed partial class KillLoopTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-kills-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ItsBooks_NoticeEveryWrongRecord_AndNoRightOne()
    {
        var (code, said) = await RunAsync("kill_loop/self_check.py");
        Assert.Equal((0, "21 records balanced, 0 wrong\n"), (code, said));
    }

    [Fact]
    public async Task KilledInTheMiddle_TheWorkerLosesNothing_AndSendsNothingTwice()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "cchc.dll");
        var (code, said) = await RunAsync("kill_loop", program, _folder, "--kills", "5", "--seed", "5", "--tasks", "200");
        Assert.True(code == 0, said);
        var last = LastLine().Match(said);
        Assert.True(last.Success, said);
        Assert.InRange(int.Parse(last.Groups[1].Value, CultureInfo.InvariantCulture), 10, int.MaxValue);
    }

    private static async Task<(int Code, string Said)> RunAsync(string script, params string[] arguments)
    {
        using var process = Python.Start(script, arguments);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, await output + await errors);
    }

    [GeneratedRegex(@"kills 5: expected (\d+), received \d+, lost 0, doubled 0, unknown \d+ \(resent \d+, held \d+[^)]*\)\s*$")]
    private static partial Regex LastLine();
}
