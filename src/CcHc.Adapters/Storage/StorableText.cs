using System.Text;

namespace CcHc.Adapters.Storage;

/// <summary>Text both databases take: PostgreSQL refuses a NUL and half a surrogate pair, which a damaged cell may bring into a letter.</summary>
internal static class StorableText
{
    public static string Of(string text)
    {
        if (!text.Contains('\0', StringComparison.Ordinal) && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes already gives half a pair as the replacement character.
            result.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        }

        return result.ToString();
    }
}
