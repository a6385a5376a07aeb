using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace CcHc.EndToEnd;

/// <summary>The built program, started as a process of its own.</summary>
internal static class CcHcProgram
{
    private static readonly string Assembly = Path.Combine(AppContext.BaseDirectory, "cchc.dll");

    public static Task<ProgramRun> RunAsync(params string[] arguments) => RunAsync(new Dictionary<string, string>(), arguments);

    /// <param name="environment">Beside what this process has.</param>
    public static async Task<ProgramRun> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        await EndOfAsync(Start(environment, arguments));

    /// <summary>No file the program writes may grow beyond so many kilobytes: what it meets is what a full disk is.</summary>
    public static async Task<ProgramRun> RunWithoutRoomAsync(int kilobytes, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash",
            ["-c", "trap '' XFSZ; ulimit -f $0; exec dotnet \"$@\"", kilobytes.ToString(CultureInfo.InvariantCulture), Assembly, .. arguments]);
        // The runtime's own memory would count as a file.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return await EndOfAsync(Start(start));
    }

    /// <summary>For what does not end by itself: the caller ends it.</summary>
    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. arguments]);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Start(start);
    }

    /// <param name="folder">Where it is started from.</param>
    public static Process StartIn(string folder, params string[] arguments) =>
        Start(new ProcessStartInfo("dotnet", [Assembly, .. arguments]) { WorkingDirectory = folder });

    private static Process Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        start.WorkingDirectory = start.WorkingDirectory.Length > 0 ? start.WorkingDirectory : Path.GetTempPath();
        return Process.Start(start)!;
    }

    private static async Task<ProgramRun> EndOfAsync(Process started)
    {
        using var process = started;
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
