namespace CcHc.EndToEnd;

/// <summary>
/// RELIABILITY 34: whatever zone and language a machine keeps, the days are Vietnam's; one that cannot know them says so instead of guessing.
/// </summary>
public sealed class MachineTest
{
    private static readonly string[] Preview =
        ["preview", "--json", "--from", "2026-06-26", "--to", "2026-07-01", "--jobs", Path.Combine(Repository.Folder, "samples", "jobs.yml")];

    private static readonly Dictionary<string, string> Office = new() { ["TZ"] = "Asia/Ho_Chi_Minh", ["LC_ALL"] = "vi_VN.UTF-8" };

    private static readonly Lazy<Task<ProgramRun>> AtTheOffice = new(() => CcHcProgram.RunAsync(Office, Preview));

    [Theory]
    [InlineData("TZ", "UTC")]
    [InlineData("TZ", "America/Los_Angeles")]
    [InlineData("TZ", "Pacific/Kiritimati")]
    [InlineData("TZDIR", "/nonexistent")]
    [InlineData("LC_ALL", "tr_TR.UTF-8")]
    [InlineData("LC_ALL", "ar_SA.UTF-8")]
    [InlineData("LC_ALL", "C")]
    public async Task TheSameLettersGoOut_OnTheSameDays(string setting, string value)
    {
        var here = await AtTheOffice.Value;
        var there = await CcHcProgram.RunAsync(new Dictionary<string, string>(Office) { [setting] = value }, Preview);
        Assert.NotEmpty(here.Lines);
        Assert.Equal(here.Output, there.Output);
    }

    [Theory]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1", "globalization-invariant")]
    public async Task AMachineThatLacksTheData_IsRefused_WithTheCure(string setting, string value, string words)
    {
        var run = await CcHcProgram.RunAsync(new Dictionary<string, string> { [setting] = value }, Preview);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(words, run.Errors, StringComparison.Ordinal);
        Assert.Contains("nstall", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors + run.Output, StringComparison.Ordinal);
    }
}
