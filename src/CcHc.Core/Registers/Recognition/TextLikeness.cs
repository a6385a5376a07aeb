namespace CcHc.Core.Registers.Recognition;

/// <summary>
/// How alike two folded texts are: the share of neighbouring word pairs they have in common (Dice), 0 to 1. Two different tasks of one plan rarely reach
/// 0.4, for all the words that plans have in common.
/// </summary>
internal sealed class TextLikeness
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);

    /// <summary>A text as its distinct word pairs in order; of a single word that word alone.</summary>
    public long[] Pairs(string folded)
    {
        var numbers = new List<int>();
        foreach (var range in WordsOf(folded))
        {
            var word = folded[range];
            if (!_words.TryGetValue(word, out var number))
            {
                _words[word] = number = _words.Count;
            }

            numbers.Add(number);
        }

        var pairs = new HashSet<long>();
        for (var i = 0; i + 1 < numbers.Count; i++)
        {
            pairs.Add(((long)numbers[i] << 32) | (uint)numbers[i + 1]);
        }

        return numbers.Count == 1 ? [-1L - numbers[0]] : [.. pairs.Order()];
    }

    public static double Of(long[] left, long[] right)
    {
        var (common, l, r) = (0, 0, 0);
        while (l < left.Length && r < right.Length)
        {
            var order = left[l].CompareTo(right[r]);
            common += order == 0 ? 1 : 0;
            l += order <= 0 ? 1 : 0;
            r += order >= 0 ? 1 : 0;
        }

        return common == 0 ? 0 : 2.0 * common / (left.Length + right.Length);
    }

    private static IEnumerable<Range> WordsOf(string folded)
    {
        var start = -1;
        for (var i = 0; i <= folded.Length; i++)
        {
            var isInside = i < folded.Length && char.IsLetterOrDigit(folded[i]);
            if (isInside && start < 0)
            {
                start = i;
            }
            else if (!isInside && start >= 0)
            {
                yield return start..i;
                start = -1;
            }
        }
    }
}
