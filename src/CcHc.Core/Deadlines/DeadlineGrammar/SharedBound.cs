namespace CcHc.Core.Deadlines.DeadlineGrammar;

/// <summary>"Trước ngày 20/3 (quý I), 20/6 (6 tháng)", "chậm nhất 01/6 đối với cấp tỉnh, 01/12 đối với cấp huyện": the bound is written once for days with a name behind each.</summary>
internal static class SharedBound
{
    public static List<Found> Give(Tokens tokens, List<Found> found)
    {
        Dated? first = null;
        var shared = new List<Found>();
        foreach (var one in found)
        {
            if (one is Dated { HasPreposition: false, Points.Items: [{ Grain: Grain.Day, LacksMonth: false }] } day && first is not null && tokens.IsAny(day.From - 1, ",", ";", "va")
                && (tokens.Is(day.From - 2, ")") || (shared.Count > 0 && tokens.Is(shared[^1].To, "doi") && tokens.Is(shared[^1].To + 1, "voi"))))
            {
                shared.Add(day with { Bound = first.Bound, HasPreposition = true });
                continue;
            }

            first = one is Dated { Bound: Bound.Before or Bound.By, Points.Items: [{ Grain: Grain.Day }] } bounded ? bounded : first;
            shared.Add(one);
        }

        return shared;
    }
}
