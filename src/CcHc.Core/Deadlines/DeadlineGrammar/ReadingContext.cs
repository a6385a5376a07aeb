using CcHc.Core.Calendars;
using CcHc.Core.Findings;

namespace CcHc.Core.Deadlines.DeadlineGrammar;

/// <summary>The cell being read: its tokens, the plan year, and the remarks gathered so far.</summary>
internal sealed class ReadingContext(Tokens tokens, int? planYear)
{
    private const int YearsFromPlan = 6;
    private const int YearsOfAStage = 30;

    private readonly List<Remark> _remarks = [];

    public Tokens Tokens => tokens;

    public int? PlanYear => planYear;

    public IReadOnlyList<Remark> Remarks => _remarks;

    public void Note(Remark remark)
    {
        if (!_remarks.Contains(remark))
        {
            _remarks.Add(remark);
        }
    }

    /// <summary>The days a point names; null, with a remark, when it has no such day or no known year.</summary>
    public DateRange? Resolve(Point point, string words)
    {
        var year = point.Year ?? planYear + (point.YearShift ?? 0);
        if (!point.IsPossible(year) || point.LacksMonth)
        {
            Note(point.LacksMonth ? DeadlineRemarks.PartlyUnderstood(words) : DeadlineRemarks.ImpossibleDate(words));
            return null;
        }

        if (year is null)
        {
            Note(DeadlineRemarks.YearUnknown(words));
            return null;
        }

        var reach = point.Grain is Grain.Year or Grain.Span ? YearsOfAStage : YearsFromPlan;
        if (planYear is { } plan && (Math.Abs(year.Value - plan) > reach || Math.Abs((point.LastYear ?? plan) - plan) > reach))
        {
            Note(DeadlineRemarks.YearFar(point.LastYear ?? year.Value, plan));
        }

        return point.In(year.Value);
    }
}
