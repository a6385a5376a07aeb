using System.Collections.Frozen;
using System.Text;

namespace CcHc.Core.Text;

/// <summary>
/// The shape of a Vietnamese syllable (âm tiết): onset, rhyme, at most one tone; before a final c, ch, p or t only sắc and nặng. Tells what could be a word,
/// not what is one.
/// </summary>
public static class VietnameseSyllable
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";
    private const string TonesOfStops = "\u0301\u0323";

    private const char NoTone = '\0';
    private const char SeveralTones = '?';

    private static readonly string[] Onsets =
        ["ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""];

    private static readonly FrozenSet<string> Rhymes = string.Join(' ',
        "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây",
        "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu",
        "o oc oi om on ong op ot oa oac oach oai oan oang oanh oao oat oay oăc oăn oăng oăt oe oen oeo oet ooc oong",
        "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt",
        "uy uya uych uynh uyt uyn uyp uyên uyêt uyu ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Rhymes after qu, whose u is the glide: qua, quốc, quyết.</summary>
    private static readonly FrozenSet<string> RhymesAfterQu =
        "a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ê êch ên êt i it in ơ ơi ơn ơt y yt ynh ych yên yêt ôc"
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="word">One word of any case, without punctuation.</param>
    public static bool Is(string word)
    {
        var (plain, tone) = SplitTone(word.ToLowerInvariant());
        return plain.Length > 0 && tone != SeveralTones && Onsets.Any(onset =>
            plain.StartsWith(onset, StringComparison.Ordinal) && IsRhyme(onset, plain[onset.Length..], tone));
    }

    private static (string Plain, char Tone) SplitTone(string word)
    {
        var plain = new StringBuilder(word.Length);
        var tone = NoTone;
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (Tones.Contains(c, StringComparison.Ordinal))
            {
                tone = tone == NoTone ? c : SeveralTones;
            }
            else
            {
                plain.Append(c);
            }
        }

        return (plain.ToString().Normalize(NormalizationForm.FormC), tone);
    }

    private static bool IsRhyme(string onset, string rhyme, char tone)
    {
        if (rhyme.Length == 0)
        {
            // "gì": the vowel of the onset is the rhyme.
            return onset == "gi";
        }

        var isBeforeFrontVowel = rhyme[0] is 'e' or 'ê' or 'i' || (rhyme[0] == 'y' && onset == "k");
        var isSpelled = onset switch
        {
            "gh" or "ngh" or "k" => isBeforeFrontVowel,
            "c" or "ng" => !isBeforeFrontVowel,
            "g" => rhyme[0] is not ('e' or 'ê'),
            _ => true,
        };
        return isSpelled && (onset == "qu" ? RhymesAfterQu : Rhymes).Contains(rhyme)
            && (!IsStopped(rhyme) || TonesOfStops.Contains(tone, StringComparison.Ordinal));
    }

    private static bool IsStopped(string rhyme) => rhyme[^1] is 'c' or 'p' or 't' || rhyme.EndsWith("ch", StringComparison.Ordinal);
}
