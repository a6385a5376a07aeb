using System.Text;
using CcHc.Worker.Jobs;
using CcHc.Worker.Json;
using Spectre.Console;

namespace CcHc.Worker.Screens;

/// <summary>What the program prints: tables and a progress bar on a terminal, plain lines elsewhere, JSON alone when asked for.</summary>
public sealed class Screen(TextWriter output, TextWriter errors, IAnsiConsole console)
{
    public JsonLines Json { get; } = new(output);

    public IAnsiConsole Console => console;

    public void Line(string text = "") => output.Write(Shown(text) + "\n");

    public void Error(string text) => errors.Write(Shown(text) + "\n");

    /// <summary>A terminal takes some signs for commands: those in a file's name, a cell or a server's answer are shown as signs.</summary>
    private static string Shown(string text) => text.Any(IsCommand) ? string.Concat(text.Select(c => IsCommand(c) ? '\uFFFD' : c)) : text;

    private static bool IsCommand(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');

    /// <returns>Null where nobody can be asked.</returns>
    public string? AskSecret(string question) =>
        console.Profile.Capabilities.Interactive ? console.Prompt(new TextPrompt<string>(Markup.Escape(question)).Secret()) : null;

    /// <summary>Whether somebody sits before it.</summary>
    public bool CanAsk => console.Profile.Capabilities.Interactive && !System.Console.IsInputRedirected && !System.Console.IsErrorRedirected;

    /// <param name="usual">Taken when nothing is typed.</param>
    /// <returns>Null where nobody can be asked.</returns>
    public string? Ask(string question, string usual = "") =>
        !CanAsk
            ? null : console.Prompt(new TextPrompt<string>(Markup.Escape(question)).AllowEmpty().DefaultValue(usual).ShowDefaultValue(usual.Length > 0)).Trim();

    /// <returns>False where nobody can be asked.</returns>
    public bool Agrees(string question) => CanAsk && console.Confirm(Markup.Escape(question), defaultValue: false);

    /// <summary>Runs work over counted steps; on a terminal a bar shows how far it is, on standard error so that output stays clean.</summary>
    public async Task<T> WithProgressAsync<T>(string title, Func<IProgress<(int Done, int Of)>, Task<T>> work)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            return await work(NoProgress.Instance);
        }

        return await console.Progress().AutoClear(true).StartAsync(async context =>
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

        var errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
        return new Screen(System.Console.Out, System.Console.Error, errors);
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
