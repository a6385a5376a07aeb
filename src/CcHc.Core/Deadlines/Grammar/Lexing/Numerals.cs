namespace CcHc.Core.Deadlines.Grammar.Lexing;

/// <summary>Numbers of months, quarters and counts: digits, Roman numerals, Vietnamese words.</summary>
internal static class Numerals
{
    private static readonly Dictionary<string, int> Roman = new()
    {
        ["i"] = 1, ["ii"] = 2, ["iii"] = 3, ["iv"] = 4, ["v"] = 5, ["vi"] = 6, ["vii"] = 7, ["viii"] = 8, ["ix"] = 9, ["x"] = 10, ["xi"] = 11, ["xii"] = 12,
        ["ⅰ"] = 1, ["ⅱ"] = 2, ["ⅲ"] = 3, ["ⅳ"] = 4,
    };

    // A small L in the place of a capital I cannot be seen in most fonts.
    private static readonly Dictionary<string, int> Mistyped = new() { ["l"] = 1, ["ll"] = 2, ["lll"] = 3, ["il"] = 2, ["li"] = 2, ["lv"] = 4 };

    private static readonly Dictionary<string, int> Words = new()
    {
        ["mot"] = 1, ["hai"] = 2, ["ba"] = 3, ["bon"] = 4, ["tu"] = 4, ["bay"] = 7, ["tam"] = 8, ["chin"] = 9, ["muoi"] = 10,
    };

    public static bool IsRoman(Tokens tokens, int at) => Roman.ContainsKey(tokens[at].Text);

    /// <summary>The number of a quarter after the word "quý"; a number above 4 is returned as it stands.</summary>
    public static (int Number, int End)? Quarter(Tokens tokens, int at)
    {
        var word = tokens[at];
        if (word.IsNumber)
        {
            // "quý 1V" is a mistyped IV.
            return word.Number == 1 && tokens.Is(at + 1, "v") && !tokens[at + 1].AfterSpace
                ? (4, at + 2) : word.Text.Length <= 2 ? (word.Number, at + 1) : null;
        }

        if (Roman.TryGetValue(word.Text, out var number) || Mistyped.TryGetValue(word.Text, out number))
        {
            return (number, at + 1);
        }

        if (word.Text is "dau" or "cuoi")
        {
            var end = tokens.Is(at + 1, "tien") || tokens.Is(at + 1, "cung") ? at + 2 : at + 1;
            return (word.Text == "dau" ? 1 : 4, end);
        }

        return word.Text is "mot" or "hai" or "ba" or "bon" or "tu" ? (Words[word.Text], at + 1) : null;
    }

    /// <summary>The number of a month after the word "tháng"; a number above 12 is returned as it stands.</summary>
    public static (int Number, int End)? Month(Tokens tokens, int at)
    {
        var word = tokens[at];
        if (word.IsNumber)
        {
            return word.Text.Length <= 2 ? (word.Number, at + 1) : null;
        }

        switch (word.Text)
        {
            case "gieng":
                return (1, at + 1);
            case "chap":
                return (12, at + 1);
            case "muoi":
                return tokens.Is(at + 1, "mot") ? (11, at + 2) : tokens.Is(at + 1, "hai") ? (12, at + 2) : (10, at + 1);
            case "nam":
                return tokens[at + 1].IsNumber ? null : (5, at + 1);
            case "sau":
                return IsSix(tokens, at) ? (6, at + 1) : null;
            case "tu" when tokens.IsAny(at + 1, "ngay", "thang", "quy", "khi") || tokens[at + 1].IsNumber:
                return null;
        }

        return Roman.TryGetValue(word.Text, out var number) || Words.TryGetValue(word.Text, out number) ? (number, at + 1) : null;
    }

    /// <summary>A day in words after "ngày": "mười lăm", "hai mươi mốt", "ba mươi".</summary>
    public static (int Number, int End)? Day(Tokens tokens, int at)
    {
        var (tens, end) = tokens.Is(at, "muoi") ? (10, at + 1)
            : tokens.IsAny(at, "hai", "ba") && tokens.Is(at + 1, "muoi") ? (Words[tokens[at].Text] * 10, at + 2)
            : (0, at);
        var unit = tokens[end].Text switch
        {
            "mot" => 1, "hai" => 2, "ba" => 3, "bon" or "tu" => 4, "nam" or "lam" or "nham" => 5, "sau" => 6, "bay" => 7, "tam" => 8, "chin" => 9, _ => 0,
        };
        return tens + unit == 0 ? null : (tens + unit, unit == 0 ? end : end + 1);
    }

    /// <summary>A count before a unit: "02 lần", "ba tháng". Words that are also other words (năm, sáu, tư) are only read before "tháng".</summary>
    public static (int Number, int End)? Count(Tokens tokens, int at)
    {
        if (tokens[at].IsNumber)
        {
            return (tokens[at].Number, at + 1);
        }

        if (tokens.Is(at, "sau") && tokens.Is(at + 1, "thang") && !tokens[at + 2].IsNumber)
        {
            return (6, at + 1);
        }

        return tokens[at].Text is not ("tu" or "") && Words.TryGetValue(tokens[at].Text, out var number) ? (number, at + 1) : null;
    }

    /// <summary>"tháng sáu" (June) or "tháng sau" (next month): the accents tell; without any, only a year after it does.</summary>
    private static bool IsSix(Tokens tokens, int at) =>
        IsWrittenSix(tokens, at) || tokens[at + 1].Text is "nam" or "/";

    public static bool IsWrittenSix(Tokens tokens, int at) => tokens.Is(at, "sau") && tokens.Written(at, at + 1).ToLowerInvariant() == "sáu";
}
