using System.Diagnostics;
using System.Text;

namespace CcHc.EndToEnd;

/// <summary>The built program, started as a process of its own.</summary>
internal static class CcHcProgram
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "cchc.dll");

    public static async Task<ProgramRun> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Assembly);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(patience.Token);
        return new ProgramRun(process.ExitCode, await output, await errors);
    }
}

/// <summary>What a run of the program left on the screen.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    public IEnumerable<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
