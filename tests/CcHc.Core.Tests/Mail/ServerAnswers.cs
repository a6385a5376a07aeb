using System.Globalization;
using System.Reflection;
using CcHc.Core.Mail;

namespace CcHc.Core.Tests.Mail;

/// <summary>One line of server-answers.tsv.</summary>
public sealed record ServerAnswerRow(string Server, SmtpStep Step, int Code, string Text, RefusalCause Cause);

/// <summary>The table of server answers, for the tests of the rule and of the whole way through the outbox.</summary>
public static class ServerAnswers
{
    public static IReadOnlyList<ServerAnswerRow> All { get; } = [.. Read()];

    private static IEnumerable<ServerAnswerRow> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var name = assembly.GetManifestResourceNames().Single(resource => resource.EndsWith("server-answers.tsv", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
        {
            if (line is ['#', ..])
            {
                continue;
            }

            var cells = line.Split('\t');
            yield return new ServerAnswerRow(cells[0], Enum.Parse<SmtpStep>(cells[1]), int.Parse(cells[2], CultureInfo.InvariantCulture), cells[3],
                Enum.Parse<RefusalCause>(cells[4]));
        }
    }
}
