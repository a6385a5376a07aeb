using System.CommandLine;
using System.Globalization;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Worker.Json;
using CcHc.Worker.Screens;

namespace CcHc.Worker.Verbs;

/// <summary>explain: how deadline words are read.</summary>
public static class ExplainVerb
{
    public static Command Create(Screen screen)
    {
        var text = new Argument<string?>("text") { Description = "The words of one time cell.", Arity = ArgumentArity.ZeroOrOne };
        var year = new Option<int?>("--year") { Description = "The plan's year, taken for months and quarters without one." };
        var file = new Option<string?>("--file") { Description =
            "A UTF-8 file with lines `year<TAB>text`; \\n in the text is a line break, an empty year is unknown." };
        var json = CommonOptions.Json();
        var command = new Command("explain", "Show how a deadline phrase is read.") { text, year, file, json };
        command.SetAction(parsed =>
        {
            var readings = (parsed.GetValue(text), parsed.GetValue(file)) switch
            {
                ({ } words, null) => [DeadlineParser.Read(words, parsed.GetValue(year))],
                (null, { } path) => File.ReadLines(UsageException.ExistingFile(path)).Select(ReadLine),
                _ => throw new UsageException("Give either the words or --file."),
            };
            return parsed.GetValue(json) ? PrintJson(screen, readings) : Print(screen, readings);
        });
        return command;
    }

    private static DeadlineReading ReadLine(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (tab < 0)
        {
            throw new UsageException($"A line of the file has no tab: \"{line}\". Write `year<TAB>text`.");
        }

        var year = int.TryParse(line.AsSpan(0, tab), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : (int?)null;
        return DeadlineParser.Read(line[(tab + 1)..].Replace("\\n", "\n", StringComparison.Ordinal), year);
    }

    private static int PrintJson(Screen screen, IEnumerable<DeadlineReading> readings)
    {
        var all = true;
        foreach (var reading in readings)
        {
            screen.Json.Write(Shapes.Of(reading));
            all &= reading.IsUnderstood;
        }

        return all ? ExitCode.Done : ExitCode.DoneWithFindings;
    }

    private static int Print(Screen screen, IEnumerable<DeadlineReading> readings)
    {
        var all = true;
        foreach (var reading in readings)
        {
            screen.Line(reading.Text);
            foreach (var milestone in reading.Milestones)
            {
                screen.Line("  " + (milestone.Label is { } label ? label + ": " : "") + milestone.Reading);
            }

            foreach (var finding in reading.Findings)
            {
                screen.Line($"  {(finding.Severity == Severity.Info ? "-" : "!")} {finding.Message} {finding.Remedy}");
            }

            all &= reading.IsUnderstood;
        }

        return all ? ExitCode.Done : ExitCode.DoneWithFindings;
    }
}
