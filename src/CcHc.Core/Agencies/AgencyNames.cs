using CcHc.Core.Agencies.Expressions;

namespace CcHc.Core.Agencies;

/// <summary>Every spelling of every agency, found by words, by words without accents, or by initials; the best kind of match wins.</summary>
internal sealed class AgencyNames
{
    private readonly Dictionary<string, List<Spelling>> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Spelling>> _folded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Spelling>> _initials = new(StringComparer.Ordinal);
    private readonly HashSet<string> _firstWords = new(StringComparer.Ordinal);
    private readonly HashSet<string> _vocabulary = new(StringComparer.Ordinal);

    /// <param name="IsDerived">True when the office did not write it: "tỉnh" added, "UBND" left out.</param>
    private sealed record Spelling(Agency Agency, AgencyToken[] Words, bool IsDerived);

    /// <summary>Words in the longest spelling.</summary>
    public int LongestName { get; private set; }

    public void Add(Agency agency, AgencyToken[] words, bool isDerived)
    {
        if (words.Length == 0)
        {
            return;
        }

        // A directory in capitals: its words are no initials. Words without a vowel are ("BQL KCN").
        words = words.Length > 1 && words.All(w => w.IsInitials && w.Folded.Any(WordSpelling.IsVowel))
            ? [.. words.Select(w => w with { IsInitials = false })] : words;
        var spelling = new Spelling(agency, words, isDerived);
        Append(_exact, string.Join(' ', words.Select(w => w.Exact)), spelling);
        Append(_folded, string.Join(' ', words.Select(w => w.Folded)), spelling);
        Append(_initials, string.Concat(words.Select(InitialsOf)), spelling);
        _firstWords.Add(words[0].Folded);
        _vocabulary.UnionWith(words.Where(w => !w.IsInitials).Select(w => w.Exact));
        LongestName = Math.Max(LongestName, words.Length);
    }

    /// <summary>False when no name begins with this word, whatever follows.</summary>
    public bool MayBegin(AgencyToken word) => _firstWords.Contains(word.Folded) || IsInitials(word);

    /// <summary>The agencies these words can mean, by the best kind of match there is; several when the words do not decide.</summary>
    public IReadOnlyList<Agency> Find(ReadOnlySpan<AgencyToken> words)
    {
        if (Best(_exact.GetValueOrDefault(Join(words, w => w.Exact))) is { Count: > 0 } exact)
        {
            return exact;
        }

        var isUnaccented = IsUnaccented(words);
        if (isUnaccented && Best(_folded.GetValueOrDefault(Join(words, w => w.Folded))) is { Count: > 0 } folded)
        {
            return folded;
        }

        return FindByInitials([.. words], isUnaccented);
    }

    private List<Agency> FindByInitials(AgencyToken[] words, bool isUnaccented)
    {
        if (!words.Any(IsInitials) || (words.Length == 1 && words[0].Folded.Length < 3))
        {
            return [];
        }

        var initials = string.Concat(words.Select(w => IsInitials(w) || w.Folded == "ubnd" ? w.Folded : w.Folded[..1]));
        var fitting = _initials.GetValueOrDefault(initials)?.Where(s => Fits(words, 0, s.Words, 0, isUnaccented)).ToList();
        return Best(fitting);
    }

    private bool Fits(AgencyToken[] words, int word, AgencyToken[] name, int at, bool isUnaccented)
    {
        if (word == words.Length || at == name.Length)
        {
            return word == words.Length && at == name.Length;
        }

        var isSame = string.Equals(words[word].Exact, name[at].Exact, StringComparison.Ordinal)
            || (isUnaccented && string.Equals(words[word].Folded, name[at].Folded, StringComparison.Ordinal));
        if (isSame && Fits(words, word + 1, name, at + 1, isUnaccented))
        {
            return true;
        }

        if (!IsInitials(words[word]))
        {
            return false;
        }

        var covered = "";
        var next = at;
        while (next < name.Length && covered.Length < words[word].Folded.Length)
        {
            covered += InitialsOf(name[next++]);
        }

        return string.Equals(covered, words[word].Folded, StringComparison.Ordinal) && Fits(words, word + 1, name, next, isUnaccented);
    }

    // "SỞ" in a heading of capitals is a word of the directory, not the initials of two words.
    private bool IsInitials(AgencyToken word) => word.IsInitials && !_vocabulary.Contains(word.Exact);

    private static string InitialsOf(AgencyToken word) => word.IsInitials || word.Folded == "ubnd" ? word.Folded : word.Folded[..1];

    private static bool IsUnaccented(ReadOnlySpan<AgencyToken> words)
    {
        foreach (var word in words)
        {
            if (word.Exact.Any(c => c > 127))
            {
                return false;
            }
        }

        return true;
    }

    private static string Join(ReadOnlySpan<AgencyToken> words, Func<AgencyToken, string> form)
    {
        var parts = new string[words.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = form(words[i]);
        }

        return string.Join(' ', parts);
    }

    private static List<Agency> Best(List<Spelling>? spellings)
    {
        if (spellings is null)
        {
            return [];
        }

        var written = spellings.Where(s => !s.IsDerived).Select(s => s.Agency).Distinct().ToList();
        return written.Count > 0 ? written : [.. spellings.Select(s => s.Agency).Distinct()];
    }

    private static void Append(Dictionary<string, List<Spelling>> index, string key, Spelling spelling)
    {
        if (index.TryGetValue(key, out var list))
        {
            list.Add(spelling);
        }
        else
        {
            index[key] = [spelling];
        }
    }
}
