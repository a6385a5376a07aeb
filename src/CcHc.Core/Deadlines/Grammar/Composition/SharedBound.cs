using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Composition;

/// <summary>
/// "Trước ngày 20/3 (quý I), 20/6 (6 tháng)", "chậm nhất 01/6 đối với cấp tỉnh, 01/12 đối với cấp huyện": the bound is written once for days with a name behind
/// each.
/// </summary>
internal static class SharedBound
{
    public static List<TimePhrase> Give(Tokens tokens, List<TimePhrase> found)
    {
        Dated? first = null;
        var shared = new List<TimePhrase>();
        foreach (var one in found)
        {
            if (one is Dated { HasPreposition: false, Points.Items: [{ Grain: Granularity.Day, LacksMonth: false }] } day && first is not null
                && tokens.IsAny(day.From - 1, ",", ";", "va")
                && (tokens.Is(day.From - 2, ")") || (shared.Count > 0 && tokens.Is(shared[^1].To, "doi") && tokens.Is(shared[^1].To + 1, "voi"))))
            {
                shared.Add(day with { Bound = first.Bound, HasPreposition = true });
                continue;
            }

            first = one is Dated { Bound: Bound.Before or Bound.By, Points.Items: [{ Grain: Granularity.Day }] } bounded ? bounded : first;
            shared.Add(one);
        }

        return shared;
    }
}
