using CcHc.Core.Deadlines.Grammar.Lexing;
using CcHc.Core.Deadlines.Grammar.Rules;

namespace CcHc.Core.Deadlines.Grammar.Composition;

/// <summary>"hằng quý (trước ngày 10 tháng cuối quý), năm (trước ngày 10/12)": "hằng" is written once and holds for the second period, too.</summary>
internal static class CarriedFrequency
{
    private static readonly Phrases DayFollows = new("(", ":", "truoc", "cham nhat", "ngay", "vao", "muon nhat");

    public static Frequent? Read(Tokens tokens, int at)
    {
        if (!tokens.IsAny(at - 1, ",", ";", "va", ")", ":") || FrequencyRules.Unit(tokens, at, true) is not { } unit)
        {
            return null;
        }

        return DayFollows.StandsAt(tokens, unit.End) || (tokens.Is(at - 1, ";") && FrequencyRules.IsEnd(tokens, unit.End))
            ? new Frequent(at, unit.End, [unit.Recurrence]) : null;
    }

    /// <summary>Whether "hằng quý", "định kỳ 6 tháng" stands before a place in its line, ahead of its day: "ngày 20 hằng tháng" leads nothing.</summary>
    public static bool IsLed(Tokens tokens, int at)
    {
        for (var i = at - 1; i >= 0 && !tokens[i + 1].AfterBreak; i--)
        {
            if (!tokens[i - 1].IsNumber && Lead(tokens, i) is var lead && lead > i && FrequencyRules.Unit(tokens, lead, true) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static int Lead(Tokens tokens, int at) => tokens.IsAny(at, "hang", "moi") ? at + 1
        : FrequencyRules.Periodic.Skip(tokens, at) is var end && end > at && tokens.Is(end, ":") ? end + 1
        : end;
}
