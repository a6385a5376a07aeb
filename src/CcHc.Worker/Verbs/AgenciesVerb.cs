using System.CommandLine;
using CcHc.Core.Agencies;
using CcHc.Core.Agencies.Expressions;
using CcHc.Worker.Json;
using CcHc.Worker.Screens;

namespace CcHc.Worker.Verbs;

/// <summary>agencies: how an agency expression is resolved against a directory.</summary>
public static class AgenciesVerb
{
    public static Command Create(Screen screen)
    {
        var text = new Argument<string?>("text") { Description = "The words of one agency cell.", Arity = ArgumentArity.ZeroOrOne };
        var directory =
            new Option<string?>("--directory") { Description = "The directory workbook; default: danh-ba-co-quan.xlsx of the shared folder in jobs.yml." };
        var file = new Option<string?>("--file") { Description = "A UTF-8 file with one expression a line; \\n is a line break." };
        var list = new Option<bool>("--list") { Description = "List the directory instead." };
        var day = CommonOptions.AsOf("The day on which an agency must exist; default: any day.");
        var json = CommonOptions.Json();
        var jobs = CommonOptions.Jobs();
        var command = new Command("agencies", "Show how an agency expression is resolved.") { text, directory, file, list, day, json, jobs };
        command.SetAction(parsed =>
        {
            var known = DirectoryFile.Read(parsed.GetValue(directory) ?? DirectoryFile.DefaultPath(parsed.GetValue(jobs)));
            if (parsed.GetValue(list))
            {
                return List(screen, known, parsed.GetValue(json));
            }

            var expressions = (parsed.GetValue(text), parsed.GetValue(file)) switch
            {
                ({ } words, null) => [words],
                (null, { } path) => File.ReadLines(UsageException.ExistingFile(path)).Select(line => line.Replace("\\n", "\n", StringComparison.Ordinal)),
                _ => throw new UsageException("Give either an expression, --file or --list."),
            };
            return Resolve(screen, expressions, new AgencyDirectory(known), parsed.GetValue(day), parsed.GetValue(json));
        });
        return command;
    }

    private static int List(Screen screen, IReadOnlyList<Agency> known, bool asJson)
    {
        foreach (var agency in known)
        {
            if (asJson)
            {
                screen.Json.Write(new { agency.Code, agency.Name, agency.Group });
            }
            else
            {
                screen.Line($"{agency.Code}\t{agency.Name}\t{agency.Group}");
            }
        }

        return ExitCode.Done;
    }

    private static int Resolve(Screen screen, IEnumerable<string> expressions, AgencyDirectory directory, DateOnly? day, bool asJson)
    {
        var clean = true;
        foreach (var expression in expressions)
        {
            foreach (var mention in AgencyExpression.Read(expression, AgencyRole.Lead, directory, day))
            {
                clean &= mention.Findings.Count == 0;
                if (asJson)
                {
                    screen.Json.Write(Shapes.Of(mention, expression));
                    continue;
                }

                screen.Line($"{mention.Role}: {string.Join(", ", mention.Resolved.Select(agency => $"{agency.Name} ({agency.Code})"))}");
                foreach (var vague in mention.Vague)
                {
                    screen.Line($"  - \"{vague}\": không chỉ rõ cơ quan nào, không gửi thư.");
                }

                foreach (var finding in mention.Findings)
                {
                    screen.Line($"  ! {finding.Message} {finding.Remedy}");
                }
            }
        }

        return clean ? ExitCode.Done : ExitCode.DoneWithFindings;
    }
}
