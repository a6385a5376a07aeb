using System.Globalization;
using System.Text;

namespace CcHc.Core.Agencies.Expressions;

/// <summary>One word as names compare it: accents kept, but not where the tone stands ("hoà" = "hòa") nor i or y after a consonant ("Lý" = "Lí").</summary>
internal static class WordSpelling
{
    private const string ToneMarks = "\u0300\u0301\u0303\u0309\u0323";
    private const string Vowels = "aeiouy";

    /// <param name="word">NFC letters and digits.</param>
    public static string Exact(string word)
    {
        var letters = new StringBuilder(word.Length + 1);
        var tone = '\0';
        foreach (var c in word.ToLower(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormD))
        {
            if (ToneMarks.Contains(c))
            {
                tone = c;
            }
            else
            {
                letters.Append(c);
            }
        }

        if (letters.Length > 1 && letters[^1] == 'y' && char.IsAsciiLetter(letters[^2]) && !Vowels.Contains(letters[^2]))
        {
            letters[^1] = 'i';
        }

        if (tone != '\0')
        {
            letters.Append(tone);
        }

        return letters.ToString();
    }

    public static bool IsVowel(char letter) => Vowels.Contains(letter);

    /// <summary>True for words that can only be initials: capitals alone ("KHĐT"), or no vowel ("ptnt").</summary>
    public static bool LooksLikeInitials(string word, string folded) =>
        word.Length > 1 && word.All(char.IsLetter) && (word.All(char.IsUpper) || !folded.Any(c => Vowels.Contains(c)));
}
