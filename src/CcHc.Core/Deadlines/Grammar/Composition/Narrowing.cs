using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Composition;

/// <summary>"Tháng 12/2018 (trước ngày 20)", "Năm 2018, quý II": the second time lies in the first and says it more exactly.</summary>
internal static class Narrowing
{
    public static Dated? Of(Dated wide, Dated narrow)
    {
        if (wide.Bound != Bound.In || wide.IsOpenEnded || wide.Points.Joint != Connector.Single || narrow.IsOpenEnded)
        {
            return null;
        }

        var outer = wide.Points.Items[0];
        var items = new List<Point>();
        foreach (var point in narrow.Points.Items)
        {
            var inner = point.LacksMonth && outer.Grain == Granularity.Month
                ? point with { FirstMonth = outer.FirstMonth, LastMonth = outer.LastMonth } : point;
            var isInside = inner.Grain < outer.Grain && inner.FirstMonth >= outer.FirstMonth && inner.LastMonth <= outer.LastMonth && !inner.LacksMonth
                && outer.LastYear is null;
            if (!isInside || (inner.HasYear && (outer.Year is not null || outer.YearShift is not (null or 0))
                && (inner.Year, inner.YearShift) != (outer.Year, outer.YearShift)))
            {
                return null;
            }

            items.Add(inner.HasYear ? inner : inner with { Year = outer.Year, YearShift = outer.YearShift });
        }

        return narrow with { From = wide.From, Points = narrow.Points with { Items = items } };
    }
}
