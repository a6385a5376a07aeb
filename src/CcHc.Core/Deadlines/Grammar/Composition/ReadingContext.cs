using CcHc.Core.Calendars;
using CcHc.Core.Deadlines.Grammar.Building;
using CcHc.Core.Deadlines.Grammar.Lexing;
using CcHc.Core.Findings;

namespace CcHc.Core.Deadlines.Grammar.Composition;

/// <summary>The cell being read: its tokens, the plan year, and the remarks gathered so far.</summary>
internal sealed class ReadingContext(Tokens tokens, int? planYear)
{
    private const int YearsFromPlan = 6;
    private const int YearsOfAStage = 30;

    private readonly List<FindingTemplate> _findings = [];

    private readonly List<TokenSpan> _setAside = [];
    private readonly bool[] _isNamed = new bool[tokens.Count];
    private readonly bool[] _isUsed = new bool[tokens.Count];

    /// <summary>True after <see cref="Doubt"/>.</summary>
    public bool HasDoubt { get; private set; }

    /// <summary>Something was said that leaves no day to go by; a year far from the plan's is only worth a look.</summary>
    public bool HasGap { get; private set; }

    public Tokens Tokens => tokens;

    public int? PlanYear => planYear;

    public IReadOnlyList<FindingTemplate> Findings => _findings;

    public void Note(FindingTemplate finding)
    {
        HasGap |= finding.Severity != Severity.Info && finding.Code != "deadline-year-far";
        Add(finding);
    }

    /// <summary>Notes what leaves the days read doubtful, but not unknown: the reading is partly understood.</summary>
    public void Doubt(FindingTemplate finding)
    {
        HasDoubt = true;
        Add(finding);
    }

    /// <summary>A rule has read these signs: nothing more need be said of them.</summary>
    public void Use(int from, int to) => _isUsed.AsSpan(from, Math.Max(0, Math.Min(to, _isUsed.Length) - from)).Fill(true);

    /// <summary>These signs are a day that is no deadline.</summary>
    public void SetAside(int from, int to)
    {
        _setAside.Add(new TokenSpan(from, to));
        Use(from, to);
    }

    public IReadOnlyList<TokenSpan> AsideDays => _setAside;

    /// <summary>These signs stand in a label or a trigger, which the explanation shows.</summary>
    public string Name(TokenSpan label)
    {
        _isNamed.AsSpan(label.From, label.To - label.From).Fill(true);
        return tokens.Written(label.From, label.To);
    }

    public bool IsNamed(int at) => _isNamed[at];

    public bool IsUsed(int at) => at >= 0 && at < _isUsed.Length && _isUsed[at];

    private void Add(FindingTemplate finding)
    {
        if (!_findings.Contains(finding))
        {
            _findings.Add(finding);
        }
    }

    /// <summary>The days a point names; null, with a remark, when it has no such day or no known year.</summary>
    public DateRange? Resolve(Point point, string words)
    {
        var year = point.Year ?? planYear + (point.YearShift ?? 0);
        if (!point.IsPossible(year) || point.LacksMonth)
        {
            Note(point.LacksMonth ? DeadlineFindings.PartlyUnderstood(words) : DeadlineFindings.ImpossibleDate(words));
            return null;
        }

        if (year is null)
        {
            Note(DeadlineFindings.YearUnknown(words));
            return null;
        }

        var reach = point.Grain is Granularity.Year or Granularity.Span ? YearsOfAStage : YearsFromPlan;
        if (planYear is { } plan && (Math.Abs(year.Value - plan) > reach || Math.Abs((point.LastYear ?? plan) - plan) > reach))
        {
            Note(DeadlineFindings.YearFar(point.LastYear ?? year.Value, plan));
        }

        if (point.IsShortYear && planYear is { } near && Math.Abs(year.Value - near) > 1)
        {
            Doubt(DeadlineFindings.Unexplained(words));
        }

        var days = point.In(year.Value);
        if (point.IsLunar && days is { } solar)
        {
            Note(DeadlineFindings.Lunar(words, solar.First));
        }

        if (point.Weekday is { } weekday && days is { } range && range.First.DayOfWeek != weekday)
        {
            Doubt(DeadlineFindings.WeekdayContradicts(words, range.First));
        }

        return days;
    }
}
