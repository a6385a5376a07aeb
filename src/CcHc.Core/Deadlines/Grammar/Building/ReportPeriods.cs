using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Building;

/// <summary>"Báo cáo tháng: trước ngày 20": the report's name says how often its bare day comes back.</summary>
internal static class ReportPeriods
{
    private static readonly Phrases Report = new("bao cao", "giao ban", "so ket", "so lieu", "hop", "ky", "dinh ky");

    public static IReadOnlyList<TimePhrase> Add(Tokens tokens, List<TimePhrase> found)
    {
        if (found is not [Dated { Points.Items: [{ LacksMonth: true }, ..] } day] || day.Points.Items.Any(point => !point.LacksMonth))
        {
            return found;
        }

        var unit = day.From - 1;
        while (tokens.IsAny(unit, ":", "(", ",", "-"))
        {
            unit--;
        }

        return tokens.IsAny(unit, "thang", "quy", "qui") && (Report.StandsAt(tokens, unit - 1) || Report.StandsAt(tokens, unit - 2))
            ? [new Frequent(day.From, day.From, [tokens.Is(unit, "thang") ? Recurrence.Monthly : Recurrence.Quarterly]), day]
            : found;
    }
}
