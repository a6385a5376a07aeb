using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>Which hour stands before a day.</summary>
internal enum ClockTime { None, InTheDay, Midnight }

/// <summary>Hours before a day: "17 giờ ngày", "16h30 ngày", "17:00, ngày", "0 giờ ngày".</summary>
internal static class Clocks
{
    public const ClockTime None = ClockTime.None;

    /// <summary>The place behind the clock; <paramref name="at"/> itself when none stands there.</summary>
    public static int Skip(Tokens tokens, int at)
    {
        if (!tokens[at].IsNumber || tokens[at].Number > 24)
        {
            return at;
        }

        var i = at + 1;
        if (tokens.Is(i, ":") && tokens[i + 1].IsNumber)
        {
            i += tokens.Is(i + 2, ":") && tokens[i + 3].IsNumber ? 4 : 2;
        }
        else if (tokens.IsAny(i, "gio", "h", "g"))
        {
            i = tokens[i + 1].IsNumber && (tokens.IsAny(i + 2, "phut", "p") || !tokens[i + 1].AfterSpace)
                ? tokens.IsAny(i + 2, "phut", "p") ? i + 3 : i + 2 : i + 1;
        }
        else
        {
            return at;
        }

        i = tokens.Is(i, ",") || tokens.Is(i, "cua") ? i + 1 : i;
        return tokens.IsAny(i, "ngay", "thu") || tokens[i].IsNumber ? i : at;
    }

    public static ClockTime Of(Tokens tokens, int at) => IsMidnight(tokens, at) ? ClockTime.Midnight : ClockTime.InTheDay;

    // "0 giờ 30" is in the day.
    private static bool IsMidnight(Tokens tokens, int at) =>
        tokens[at].Number == 0 && !(tokens[at + 2].IsNumber && tokens[at + 2].Number > 0 && !tokens.IsAny(at + 3, "/", "-", "."));
}
