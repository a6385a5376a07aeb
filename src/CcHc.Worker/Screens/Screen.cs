using System.Text;
using CcHc.Worker.Jobs;
using CcHc.Worker.Json;
using Spectre.Console;

namespace CcHc.Worker.Screens;

/// <summary>What the program prints: tables and a progress bar on a terminal, plain lines elsewhere, JSON alone when asked for.</summary>
/// <param name="terminal">Made when something is asked or drawn: looking what kind of terminal it is takes as long as reading the command line.</param>
public sealed class Screen(TextWriter output, TextWriter errors, Func<IAnsiConsole> terminal)
{
    private readonly Lazy<IAnsiConsole> _console = new(terminal);

    public JsonLines Json { get; } = new(output);

    public IAnsiConsole Console => _console.Value;

    public void Line(string text = "") => output.Write(Shown(text) + "\n");

    public void Error(string text) => errors.Write(Shown(text) + "\n");

    /// <summary>A terminal takes some signs for commands: those in a file's name, a cell or a server's answer are shown as signs.</summary>
    private static string Shown(string text) => text.Any(IsCommand) ? string.Concat(text.Select(c => IsCommand(c) ? '\uFFFD' : c)) : text;

    private static bool IsCommand(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');

    /// <returns>Null where nobody can be asked.</returns>
    public string? AskSecret(string question) =>
        Console.Profile.Capabilities.Interactive ? Console.Prompt(new TextPrompt<string>(Markup.Escape(question)).Secret()) : null;

    /// <summary>Whether somebody sits before it.</summary>
    public bool CanAsk => Console.Profile.Capabilities.Interactive && !System.Console.IsInputRedirected && !System.Console.IsErrorRedirected;

    /// <param name="usual">Taken when nothing is typed.</param>
    /// <returns>Null where nobody can be asked.</returns>
    public string? Ask(string question, string usual = "") =>
        !CanAsk
            ? null : Console.Prompt(new TextPrompt<string>(Markup.Escape(question)).AllowEmpty().DefaultValue(usual).ShowDefaultValue(usual.Length > 0)).Trim();

    /// <returns>False where nobody can be asked.</returns>
    public bool Agrees(string question) => CanAsk && Console.Confirm(Markup.Escape(question), defaultValue: false);

    /// <summary>Runs work over counted steps; on a terminal a bar shows how far it is, on standard error so that output stays clean.</summary>
    public async Task<T> WithProgressAsync<T>(string title, Func<IProgress<(int Done, int Of)>, Task<T>> work)
    {
        if (!Console.Profile.Capabilities.Interactive)
        {
            return await work(NoProgress.Instance);
        }

        return await Console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask(title);
            return await work(new Bar(bar));
        });
    }

    /// <summary>The screen of this process.</summary>
    public static Screen OfProcess()
    {
        if (OperatingSystem.IsWindows())
        {
            // Its own encoding is one of a few hundred letters, and programs read our JSON as UTF-8.
            System.Console.OutputEncoding = System.Console.InputEncoding = new UTF8Encoding(false);
        }

        return new Screen(System.Console.Out, System.Console.Error,
            () => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) }));
    }

    private sealed class Bar(ProgressTask task) : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value)
        {
            task.MaxValue = Math.Max(1, value.Of);
            task.Value = value.Done;
        }
    }
}
