namespace CcHc.Core.Deadlines.Grammar.Lexing;

/// <summary>Folded phrases of which the longest one standing at a place is found.</summary>
internal sealed class Phrases
{
    private readonly Dictionary<string, string[][]> _byFirstWord;

    public Phrases(params string[] phrases) => _byFirstWord = phrases
        .Select(phrase => phrase.Split(' '))
        .GroupBy(words => words[0])
        .ToDictionary(words => words.Key, words => words.OrderByDescending(one => one.Length).ToArray());

    /// <summary>The place after the phrase; <paramref name="at"/> itself when none stands there.</summary>
    public int Skip(Tokens tokens, int at)
    {
        if (_byFirstWord.TryGetValue(tokens[at].Text, out var candidates))
        {
            foreach (var words in candidates)
            {
                var i = 1;
                while (i < words.Length && tokens.Is(at + i, words[i]))
                {
                    i++;
                }

                if (i == words.Length)
                {
                    return at + i;
                }
            }
        }

        return at;
    }

    public bool StandsAt(Tokens tokens, int at) => Skip(tokens, at) > at;
}
