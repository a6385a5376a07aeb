namespace CcHc.Core.Sheets.LegacyFonts;

/// <summary>What is done with a text that may be of an old encoding (cách xử lý).</summary>
internal enum LegacyVerdict
{
    Leave,
    Convert,

    /// <summary>Only the words that speak for the old encoding.</summary>
    ConvertWords,
    Unsure,
}

/// <summary>Decides on one text by its own words and, where these could be either, by those of the whole sheet.</summary>
internal static class LegacyVerdicts
{
    /// <summary>Different words that must speak for an encoding before letters alone decide.</summary>
    private const int LeastDistinctWords = 4;

    /// <summary>How many words must speak for an encoding for each one that is no word in it.</summary>
    private const int LegacyPerOdd = 4;

    /// <param name="own">Of the runs of the text in a font of the encoding.</param>
    /// <param name="all">Of all such runs of the sheet.</param>
    public static LegacyVerdict ByFont(LegacyEvidence own, LegacyEvidence all)
    {
        if (own.Legacy > 0)
        {
            return own.Unicode == 0 ? LegacyVerdict.Convert : OfMixed(own);
        }

        // Unicode typed into a cell that kept its old font is shown by another one.
        if (own.Unicode > 0 || all.IsClearlyUnicode)
        {
            return LegacyVerdict.Leave;
        }

        return all.IsClearlyLegacy || own.Open + own.Odd == 0 ? LegacyVerdict.Convert : LegacyVerdict.Unsure;
    }

    /// <summary>Whether the letters of a sheet say enough to convert by them.</summary>
    /// <param name="candidates">Of the texts without a word that is only Unicode.</param>
    public static bool SpeakForConverting(LegacyEvidence candidates, int distinctWords) =>
        distinctWords >= LeastDistinctWords && candidates.Legacy >= LegacyPerOdd * candidates.Odd;

    /// <param name="isSheetLegacy">See <see cref="SpeakForConverting"/>.</param>
    public static LegacyVerdict ByLetters(LegacyEvidence own, LegacyEvidence all, bool isSheetLegacy)
    {
        var isMostlyLegacy = own.Legacy > own.Odd;
        if (!isSheetLegacy)
        {
            return isMostlyLegacy ? LegacyVerdict.Unsure : LegacyVerdict.Leave;
        }

        if (own.Legacy > 0)
        {
            return own.Unicode > 0 ? OfMixed(own) : isMostlyLegacy ? LegacyVerdict.Convert : LegacyVerdict.Unsure;
        }

        if (own.Unicode > 0 || own.Open + own.Odd == 0)
        {
            return LegacyVerdict.Leave;
        }

        return all.IsClearlyLegacy ? LegacyVerdict.Convert : own.Open > 0 && !all.IsClearlyUnicode ? LegacyVerdict.Unsure : LegacyVerdict.Leave;
    }

    /// <summary>A text in both encodings is taken apart only where every marked word is clear.</summary>
    private static LegacyVerdict OfMixed(LegacyEvidence own) => own.Open + own.Odd == 0 ? LegacyVerdict.ConvertWords : LegacyVerdict.Unsure;
}
