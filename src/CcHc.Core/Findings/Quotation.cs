using System.Text.RegularExpressions;

namespace CcHc.Core.Findings;

/// <summary>Keeps what a sentence quotes from a cell (lời trích) at a length that can be read.</summary>
internal static partial class Quotation
{
    private const int Short = 300;
    private const int Kept = 120;
    private const int Longest = 1_200;

    /// <summary>Of each “…” too long the beginning, and of what is endless without them; never half of a character.</summary>
    public static string Shorten(string message)
    {
        if (message.Length <= Short)
        {
            return message;
        }

        var quoted = Long().Replace(message, match => Cut(match.Value, Kept) + match.Value[^1]);
        return quoted.Length <= Longest ? quoted : Cut(quoted, Longest);
    }

    private static string Cut(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + "…";

    // A quoted cell may quote words itself.
    [GeneratedRegex("“(?:[^“”]|“[^“”]*”){200,}”")]
    private static partial Regex Long();
}
