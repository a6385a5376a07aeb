using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Reading.Formats;

/// <summary>What a section of a number format makes of a stored number.</summary>
internal enum FormatMeaning
{
    Plain,
    Percent,
    /// <summary>A whole day, with or without the time.</summary>
    Day,
    /// <summary>Month and year.</summary>
    Month,
    /// <summary>Day and month; the year is hidden.</summary>
    DayOfYear,
    /// <summary>A part of a date, or a date with words of its own: what is shown counts, not the day behind it.</summary>
    ShownDate,
    /// <summary>A number with words of its own: "Quý 2".</summary>
    ShownNumber,
    /// <summary>Nothing is shown.</summary>
    Hidden,
}

/// <summary>One section (phần) of a number format.</summary>
internal sealed class FormatSection
{
    public static FormatSection General { get; } = new([new FormatToken(FormatTokenKind.General, "")]);

    /// <summary>Words that only say which part of a date follows; any other word changes what the day means.</summary>
    private static readonly HashSet<string> DateWords =
        ["ngay", "thang", "nam", "thu", "th", "thg", "t", "gio", "phut", "giay", "luc", "h", "g", "p", "ph", "s", "d", "m", "y", "cn"];

    private FormatSection(IReadOnlyList<FormatToken> tokens)
    {
        Tokens = [.. tokens.Where(token => token.Kind != FormatTokenKind.Condition)];
        Condition = tokens.Where(token => token.Kind == FormatTokenKind.Condition).Select(token => FormatCondition.Read(token.Text)).FirstOrDefault();
        Meaning = MeaningOf();
        Decimals = Meaning == FormatMeaning.Plain
            ? Tokens.SkipWhile(token => token.Kind != FormatTokenKind.Point).Count(token => token is { Kind: FormatTokenKind.Digit, Text: "0" }) : 0;
    }

    public IReadOnlyList<FormatToken> Tokens { get; }

    public FormatCondition? Condition { get; }

    public FormatMeaning Meaning { get; }

    /// <summary>Decimals that are always shown; 1.1 with two of them is "1.10".</summary>
    public int Decimals { get; }

    /// <summary>Holds an @.</summary>
    public bool IsOfText => Has(FormatTokenKind.Text);

    public bool ShowsTextAlone => IsOfText && !Tokens.Any(token => token.Kind == FormatTokenKind.Literal && !string.IsNullOrWhiteSpace(token.Text));

    public bool HidesYear => !Has(FormatTokenKind.Year) && (Has(FormatTokenKind.Quarter) || Has(FormatTokenKind.Month) || Has(FormatTokenKind.Day));

    public static FormatSection Of(IReadOnlyList<FormatToken> tokens) => new(tokens);

    public bool Has(FormatTokenKind kind)
    {
        foreach (var token in Tokens)
        {
            if (token.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    private FormatMeaning MeaningOf()
    {
        if (Tokens.All(token => token.Kind == FormatTokenKind.Literal && string.IsNullOrWhiteSpace(token.Text)))
        {
            return FormatMeaning.Hidden;
        }

        var isOfTime = Has(FormatTokenKind.Hour) || Has(FormatTokenKind.Minute) || Has(FormatTokenKind.Second);
        var (hasYear, hasMonth, hasDay) = (Has(FormatTokenKind.Year), Has(FormatTokenKind.Month), Tokens.Any(IsDayNumber));
        if (Has(FormatTokenKind.Elapsed) || Has(FormatTokenKind.General) || Has(FormatTokenKind.Exponent))
        {
            return FormatMeaning.Plain;
        }

        if (hasYear || hasMonth || hasDay || isOfTime || Has(FormatTokenKind.Day) || Has(FormatTokenKind.Quarter))
        {
            return !HasOnlyDateWords() || Has(FormatTokenKind.Quarter) ? FormatMeaning.ShownDate : (hasYear, hasMonth, hasDay) switch
            {
                (true, true, true) => FormatMeaning.Day,
                (true, true, false) when !isOfTime => FormatMeaning.Month,
                (false, true, true) => FormatMeaning.DayOfYear,
                _ => FormatMeaning.ShownDate,
            };
        }

        if (Has(FormatTokenKind.Percent))
        {
            return FormatMeaning.Percent;
        }

        return Tokens.Any(IsWord) || DividesDigits() ? FormatMeaning.ShownNumber : FormatMeaning.Plain;
    }

    private bool HasOnlyDateWords() => Words(string.Concat(Tokens.Select(token => token.Kind == FormatTokenKind.Literal ? token.Text : " ")))
        .All(DateWords.Contains);

    private static string[] Words(string text) =>
        new string([.. VietnameseText.Fold(text).Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>"dddd" names the day of the week, which says no day of the month.</summary>
    private static bool IsDayNumber(FormatToken token) => token is { Kind: FormatTokenKind.Day, Text.Length: <= 2 };

    private static bool IsWord(FormatToken token) => token.Kind == FormatTokenKind.Literal && VietnameseText.HasWords(token.Text);

    /// <summary>00\/0000 makes "06/2026" of 62026; a fraction's own stroke is no literal.</summary>
    private bool DividesDigits()
    {
        for (var i = 1; i + 1 < Tokens.Count; i++)
        {
            if (Tokens[i] is { Kind: FormatTokenKind.Literal, Text: "/" } && Tokens[i - 1].Kind == FormatTokenKind.Digit
                && Tokens[i + 1].Kind == FormatTokenKind.Digit)
            {
                return true;
            }
        }

        return false;
    }
}
