namespace CcHc.Core.Tests.Simulation;

/// <summary>The tasks of the register, and what the officers do to them from day to day: deterministic for a seed.</summary>
internal sealed class OfficePapers
{
    private static readonly string[] Acts = ["Rà soát", "Ban hành", "Kiểm tra", "Tập huấn", "Công khai", "Khảo sát"];
    private static readonly string[] Things =
        ["thủ tục một cửa", "quy chế làm việc", "hồ sơ điện tử", "vị trí việc làm", "chỉ số hài lòng", "bộ phận tiếp nhận"];

    private readonly VirtualYear _year;
    private readonly Random _random;
    private readonly List<HandTask> _waiting = [];
    private readonly List<HandTask> _tasks = [];

    public OfficePapers(VirtualYear year)
    {
        (_year, _random) = (year, new Random(year.Seed));
        foreach (var (planYear, every) in new[] { (year.PlanYear, 1), (year.PlanYear + 1, 2) })
        {
            var phrases = TimePhrases.Of(planYear).Where((_, i) => i % every == 0).Concat(Enumerable.Range(0, 15).Select(i => RandomDay(planYear, i % 3)));
            var tasks = phrases.Select((phrase, i) => NewTask(planYear, i + 1, phrase)).ToList();
            _waiting.AddRange(tasks.Where(t => t.Number % 8 == 0));
            _tasks.AddRange(tasks.Where(t => t.Number % 8 != 0));
        }
    }

    /// <summary>In the order they stand in the sheets.</summary>
    public IReadOnlyList<HandTask> Tasks => _tasks;

    /// <summary>What happens before the run of a day. True when the register changed.</summary>
    public bool LiveThrough(DateOnly day)
    {
        if (_random.Next(4) != 0)
        {
            return false;
        }

        switch (_random.Next(12))
        {
            case 0 when _waiting.Count > 0:
                _tasks.Insert(_random.Next(_tasks.Count), _waiting[^1]);
                _waiting.RemoveAt(_waiting.Count - 1);
                break;
            case 1:
                _tasks.Sort((a, b) => string.CompareOrdinal(a.Text, b.Text));
                break;
            case 2:
                _tasks.Reverse();
                break;
            default:
                var place = _random.Next(_tasks.Count);
                _tasks[place] = Change(_tasks[place], day);
                break;
        }

        return true;
    }

    private HandTask Change(HandTask task, DateOnly day) => _random.Next(12) switch
    {
        0 => task with { Status = HandStatus.Done, CompletedOn = day.AddDays(-_random.Next(20)) },
        1 => task with { Status = HandStatus.Done, CompletedOn = NearLastDay(task) is { } near && near < day ? near : day },
        2 => task with { Status = HandStatus.Done },
        3 => task with { CompletedOn = day },
        4 => task with { Status = HandStatus.Dropped },
        5 => task with { Status = HandStatus.Open, CompletedOn = null },
        6 => task with { ExtendedTo = day.AddDays(_random.Next(-30, 60)) },
        7 => task with { ExtendedTo = null },
        8 => task with { Due = day.AddDays(_random.Next(-40, 60)) },
        9 => task with { Due = null },
        10 => task with { Time = RandomDay(day.Year, _random.Next(3)) },
        _ => task with { Text = $"{task.Text} (sửa)", Status = HandStatus.InProgress },
    };

    /// <summary>On the last day itself or a day or two beside it, where in time and late part.</summary>
    private DateOnly? NearLastDay(HandTask task) => (task.ExtendedTo ?? task.Due ?? task.Time.Milestones[0].Last)?.AddDays(_random.Next(-1, 4));

    private HandTask NewTask(int planYear, int number, TimePhrase time)
    {
        var words = $"{Acts[_random.Next(Acts.Length)]} {Things[_random.Next(Things.Length)]} đợt {number}";
        return new HandTask(planYear, number, words, HandAgencies.Leads[_random.Next(HandAgencies.Leads.Count)], time);
    }

    private TimePhrase RandomDay(int year, int form) => TimePhrases.Day(new DateOnly(year, 1, 1).AddDays(_random.Next(364)), form);
}
