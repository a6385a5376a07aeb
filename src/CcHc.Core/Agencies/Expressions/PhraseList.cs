namespace CcHc.Core.Agencies.Expressions;

/// <summary>
/// A list of phrases to be met in an expression. A word written with accents must have the phrase's accents ("trường" is not "trưởng"); one without fits any.
/// </summary>
internal sealed class PhraseList
{
    // Longer phrases first.
    private readonly Dictionary<string, List<AgencyToken[]>> _byFirstWord = new(StringComparer.Ordinal);

    public PhraseList(params IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var words = AgencyTokenizer.Words(phrase);
            if (_byFirstWord.TryGetValue(words[0].Folded, out var list))
            {
                list.Insert(list.FindIndex(p => p.Length <= words.Length) is var place and >= 0 ? place : list.Count, words);
            }
            else
            {
                _byFirstWord[words[0].Folded] = [words];
            }
        }
    }

    /// <summary>Words of the longest phrase that stands at <paramref name="at"/>, no mark between; 0 for none, and before the first word.</summary>
    public int LengthAt(IReadOnlyList<AgencyToken> tokens, int at)
    {
        if (at < 0 || at >= tokens.Count || !tokens[at].IsWord || !_byFirstWord.TryGetValue(tokens[at].Folded, out var phrases))
        {
            return 0;
        }

        foreach (var phrase in phrases)
        {
            if (StandsAt(phrase, tokens, at))
            {
                return phrase.Length;
            }
        }

        return 0;
    }

    public bool IsAt(IReadOnlyList<AgencyToken> tokens, int at) => LengthAt(tokens, at) > 0;

    private static bool StandsAt(AgencyToken[] phrase, IReadOnlyList<AgencyToken> tokens, int at)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (at + i >= tokens.Count || !phrase[i].MeansTheSame(tokens[at + i]))
            {
                return false;
            }
        }

        return true;
    }
}
