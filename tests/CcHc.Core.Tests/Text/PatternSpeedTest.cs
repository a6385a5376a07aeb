using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Tests.Text;

/// <summary>Whatever stands in a cell, no pattern may search it for ever: the words come from people we do not know.</summary>
public sealed partial class PatternSpeedTest
{
    private const int Longest = 400;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly string[] Marks =
        [" ", "a ", "1 ", "1.", "1,", "1/1/20 ", " ()", "()", "(", "( a)", "-", "- ", ": ", ", ", "; ", "[]", "x", "i", "a/", "2020 ", "% "];

    public static TheoryData<string> OfCore => new(Patterns().Select(pattern => pattern.ToString()).Distinct());

    [Theory]
    [MemberData(nameof(OfCore))]
    public void Pattern_GivesUp_OnWordsRepeatedEndlessly(string pattern)
    {
        var timed = new Regex(pattern, RegexOptions.CultureInvariant, Patience);

        var endless = Cells(pattern).FirstOrDefault(cell => IsEndless(timed, cell));

        Assert.True(endless is null, $"{pattern} did not come to an end in {Patience} on \"{endless}\".");
    }

    private static bool IsEndless(Regex pattern, string cell)
    {
        try
        {
            _ = pattern.IsMatch(cell);
            return false;
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    /// <summary>The pattern's own words and common marks, over and over, behind each of its words, and an end that fits nothing.</summary>
    private static IEnumerable<string> Cells(string pattern)
    {
        var words = Word().Matches(pattern).Select(match => match.Value).Distinct().ToList();
        string[] units = [.. Marks, .. words.Select(word => word + " "), .. words.Select(word => " " + word)];
        return from start in words.Take(12).Prepend("") from unit in units select start + string.Concat(Enumerable.Repeat(unit, Longest / unit.Length)) + "!";
    }

    private static IEnumerable<Regex> Patterns()
    {
        const BindingFlags Everything = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        foreach (var type in typeof(VietnameseText).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters && !type.IsEnum && type.Namespace?.StartsWith("CcHc", StringComparison.Ordinal) == true))
        {
            var made = type.GetMethods(Everything).Where(method => method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0)
                .Select(method => method.Invoke(null, null));
            var kept = type.GetFields(Everything).Where(field => !field.IsLiteral).SelectMany(field => Within(field.GetValue(null)));
            foreach (var words in made.Concat(kept).OfType<Regex>())
            {
                yield return words;
            }
        }
    }

    /// <summary>A pattern, or the patterns in a list of rules.</summary>
    private static IEnumerable<object?> Within(object? value) => value switch
    {
        Regex => [value],
        ITuple rule => Enumerable.Range(0, rule.Length).Select(place => rule[place]),
        Array list => list.Cast<object?>().SelectMany(Within),
        _ => [],
    };

    [GeneratedRegex(@"[\p{L}\d]+(?: [\p{L}\d]+)*")]
    private static partial Regex Word();
}
