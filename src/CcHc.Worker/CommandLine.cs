using System.CommandLine;
using System.Globalization;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Storage;
using CcHc.Worker.Checks;
using CcHc.Worker.Execution;
using CcHc.Worker.Hosting;
using CcHc.Worker.Screens;
using CcHc.Worker.Verbs;

namespace CcHc.Worker;

/// <summary>Parses the command line, runs the verb, and turns every way it can fail into one sentence and an exit code.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(RootCommand root, string[] args, Screen screen)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                screen.Error("cchc: " + error.Message);
            }

            screen.Error("cchc: see `cchc --help`, or `cchc VERB --help`.");
            return ExitCode.WrongUsage;
        }

        if (ClockCheck.OfLanguageData() is { } lacking)
        {
            screen.Error($"cchc: {lacking.Message} {lacking.Remedy}");
            return ExitCode.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopTimes.Program });
        }
        catch (Exception wrong) when (wrong is UsageException or SettingsException)
        {
            screen.Error("cchc: " + wrong.Message);
            return ExitCode.WrongUsage;
        }
        catch (NewerDataException newer)
        {
            screen.Error("cchc: " + newer.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            screen.Error("cchc: stopped on request; the next run goes on where this one stopped.");
            return ExitCode.Failed;
        }
        catch (Exception failure)
        {
            screen.Error($"cchc: {failure.Message} Details: {Kept(failure)}");
            return ExitCode.Failed;
        }
    }

    /// <summary>The stack trace is for the developers: it goes to a file, not to the screen.</summary>
    private static string Kept(Exception failure)
    {
        // A name nobody can guess: in a folder of everybody's, a link may wait under one that can be.
        var path =
            Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"cchc-{Environment.ProcessId}-{Path.GetRandomFileName()}.log"));
        using var details = new StreamWriter(PrivateFiles.CreateNew(path));
        details.Write(failure);
        return path;
    }
}
