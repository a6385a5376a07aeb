using System.ComponentModel;
using System.Diagnostics;
using CcHc.Worker.Screens;

namespace CcHc.Worker.Hosting.ServiceManagers;

/// <summary>A program of the system, run once.</summary>
internal sealed record SystemTool(string Name, params IReadOnlyList<string> Arguments)
{
    public override string ToString() => string.Join(' ', Arguments.Prepend(Name).Select(Quoted));

    /// <returns>How it ended and what it said.</returns>
    /// <exception cref="UsageException">The system has no such program.</exception>
    public async Task<(int Code, string Said)> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Name, Arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, string.Join('\n', said).Trim());
        }
        catch (Win32Exception)
        {
            throw new UsageException($"This system has no {Name}. Run `cchc serve` under whatever starts programs here (docs/service).");
        }
    }

    /// <exception cref="UsageException">It failed.</exception>
    public async Task MustAsync(CancellationToken cancellationToken)
    {
        var (code, said) = await RunAsync(cancellationToken);
        if (code != 0)
        {
            throw new UsageException(FormattableString.Invariant($"`{this}` failed ({code}): {said}"));
        }
    }

    private static string Quoted(string text) => text.Length > 0 && text.All(IsPlain) ? text : $"\"{text}\"";

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or '=' or ':' or '\\' or '@';
}
