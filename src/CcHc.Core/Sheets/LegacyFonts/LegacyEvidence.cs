namespace CcHc.Core.Sheets.LegacyFonts;

/// <summary>How the marked words of a text divide when they are tried in an old encoding (bằng chứng): counted are words with letters beyond ASCII.</summary>
/// <param name="Legacy">Only the reading in the old encoding is Vietnamese, and it has letters Unicode Vietnamese never has.</param>
/// <param name="Unicode">Only the text as it stands is Vietnamese.</param>
/// <param name="Open">Either reading could be meant: "cã" is itself, or "có" in TCVN3.</param>
/// <param name="Odd">Neither reading is a Vietnamese word: abbreviations, names, other languages.</param>
internal readonly record struct LegacyEvidence(int Legacy, int Unicode, int Open, int Odd)
{
    /// <summary>How many times one side must outweigh the other before words that could be either follow it.</summary>
    private const int Outweighs = 20;

    public bool IsClearlyLegacy => Unicode == 0 || Legacy >= Outweighs * Unicode;

    public bool IsClearlyUnicode => Unicode > 0 && Unicode >= Outweighs * Legacy;

    public static LegacyEvidence operator +(LegacyEvidence a, LegacyEvidence b) =>
        new(a.Legacy + b.Legacy, a.Unicode + b.Unicode, a.Open + b.Open, a.Odd + b.Odd);
}
