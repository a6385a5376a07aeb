using System.Text.RegularExpressions;

namespace CcHc.Core.Findings;

/// <summary>Keeps what a sentence quotes from a cell (lời trích) at a length that can be read.</summary>
internal static partial class Quotation
{
    private const int Short = 300;
    private const int Kept = 120;

    /// <summary>Of each «…» and “…” too long the beginning, never half of a character.</summary>
    public static string Shorten(string message) => message.Length <= Short ? message : Long().Replace(message, match => match.Value[..End(match.Value)] + "…" + match.Value[^1]);

    private static int End(string quoted) => char.IsHighSurrogate(quoted[Kept]) ? Kept : Kept + 1;

    [GeneratedRegex("«[^«»]{200,}»|“[^“”]{200,}”")]
    private static partial Regex Long();
}
