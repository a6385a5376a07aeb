namespace CcHc.Core.Deadlines.DeadlineGrammar;

/// <summary>Reads one part of a time cell: its label, its phrases, its milestones.</summary>
internal sealed class PartReader(ReadingContext context)
{
    private readonly Tokens _tokens = context.Tokens;
    private readonly MilestoneBuilder _builder = new(context);

    /// <summary>"Kế hoạch: Quý I, báo cáo: Quý IV" holds two parts.</summary>
    public IReadOnlyList<Stretch> Divide(Stretch part)
    {
        var divided = new List<Stretch>();
        var start = part.From;
        var colons = Colons(part);
        for (var i = 1; i < colons.Count; i++)
        {
            var between = Times(new Stretch(colons[i - 1] + 1, colons[i]));
            if (between.Count > 0 && between[^1].To < colons[i])
            {
                divided.Add(new Stretch(start, between[^1].To));
                start = between[^1].To;
            }
        }

        divided.Add(new Stretch(start, part.To));
        return divided;
    }

    public bool HasTime(Stretch part) => Body(part).Time is var time && NamesRemoved(Times(time), time).Count > 0;

    /// <summary>Notes what looks like time in a part that has none.</summary>
    public void CheckTimeless(Stretch part)
    {
        var isBareNumber = Enumerable.Range(part.From, part.To - part.From) is var places && places.Any(i => _tokens[i].IsNumber) && !places.Any(i => _tokens[i].IsWord);
        CheckLeftOvers(part, [], Times(part));
        if (isBareNumber)
        {
            context.Note(DeadlineRemarks.PartlyUnderstood(_tokens.Written(part.From, part.To)));
        }
    }

    public IReadOnlyList<Milestone> Read(Stretch part)
    {
        var (label, time) = Body(part);
        var found = NamesRemoved(Times(time), time);
        var groups = Joining.Join(_tokens, found);
        CheckLeftOvers(time, groups, Times(time).Except(found));
        var isConditional = Enumerable.Range(part.From, part.To - part.From).Any(i => _tokens.Is(i, "neu") && _tokens.IsAny(i + 1, "co", "can"));
        var named = label.IsEmpty ? null : Labels.Of(_tokens, label.From, label.To);
        var milestones = new List<Milestone>();
        for (var i = 0; i < groups.Count; i++)
        {
            var words = named ?? WordsFor(time, groups, i);
            var isTentative = _tokens.Is(groups[i].To, "(") && _tokens.Is(groups[i].To + 1, "du") && _tokens.Is(groups[i].To + 2, "kien");
            milestones.AddRange(_builder.Build(groups[i]).Select(one => one with { Label = words, IsConditional = isConditional, IsTentative = one.IsTentative || isTentative }));
        }

        return milestones;
    }

    private List<Found> Times(Stretch part) => [.. Scanner.Scan(_tokens, part.From, part.To).Where(one => one is not Reference)];

    /// <summary>Where the label ends and the time begins. A label after the time ("Quý I: ban hành kế hoạch") comes second.</summary>
    private (Stretch Label, Stretch Time) Body(Stretch part)
    {
        foreach (var colon in Colons(part).Reverse())
        {
            if (Times(part).Any(one => one.From < colon && one.To > colon))
            {
                continue;
            }

            var (left, right) = (new Stretch(part.From, colon), new Stretch(colon + 1, part.To));
            var (leftTimes, rightTimes) = (Times(left), Times(right));
            if (leftTimes is [{ } opening, ..] && opening.From == left.From && opening is not Happening && !IsOnlyTime(left, leftTimes))
            {
                return (default, part);
            }

            var isLeftTime = leftTimes.Count > 0 && !leftTimes.All(one => one is Happening) && IsOnlyTime(left, leftTimes);
            if (rightTimes.Count > 0 && !(isLeftTime && !IsOnlyTime(right, rightTimes)))
            {
                return isLeftTime ? (default, part) : (left, right);
            }

            if (isLeftTime || (leftTimes.Count > 0 && rightTimes.Count == 0))
            {
                return isLeftTime ? (right, left) : (default, part);
            }
        }

        return (default, part);
    }

    private bool IsOnlyTime(Stretch part, IReadOnlyList<Found> found) =>
        Enumerable.Range(part.From, part.To - part.From).All(i => found.Any(one => one.From <= i && i < one.To) || !_tokens[i].IsWord && !_tokens[i].IsNumber || _tokens.IsAny(i, "va", "hoac"));

    // "17:00" and "ISO 9001:2015" hold no label.
    private IReadOnlyList<int> Colons(Stretch part) =>
        [.. Enumerable.Range(part.From, part.To - part.From).Where(i => _tokens.Is(i, ":") && !(_tokens[i - 1].IsNumber && _tokens[i + 1].IsNumber && !_tokens[i + 1].AfterSpace))];

    /// <summary>Leaves out periods that only name a paper: "Kế hoạch năm 2019 trước 31/12", "báo cáo quý I trước ngày 15/3".</summary>
    private List<Found> NamesRemoved(List<Found> found, Stretch time)
    {
        var kept = new List<Found>();
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i] is Dated { Bound: Bound.In, HasPreposition: false } dated && dated.Points.Items.All(point => !point.IsVague) && IsNameOfPaper(found, i, time, dated))
            {
                continue;
            }

            kept.Add(found[i]);
        }

        return kept;
    }

    private bool IsNameOfPaper(List<Found> found, int at, Stretch time, Dated dated)
    {
        var before = at == 0 ? time.From : found[at - 1].To;
        var hasWordBefore = dated.From > before && _tokens[dated.From - 1].IsWord && !_tokens.IsAny(dated.From - 1, "va", "hoac", "thanh", "hien", "khai");
        var isYear = dated.Points.Items.All(point => point.Grain is Grain.Year || (point.Grain is Grain.Span && point.LastYear is not null));
        if (isYear)
        {
            return hasWordBefore && (IsYearOfPaper(before, dated.From) || found.Any(one => one != found[at] && one is Dated { Points.Items: [{ Grain: not Grain.Year }, ..] } or DueDay or Frequent or Dated { Bound: not Bound.In } or Counted));
        }

        return hasWordBefore && ReportWord.StandsAt(_tokens, dated.From - 2) && at + 1 < found.Count
            && found[at + 1] is DueDay or Counted or Dated { HasPreposition: true } or Dated { Points.Items: [{ Grain: Grain.Day }, ..] };
    }

    // "Xây dựng Kế hoạch cải cách hành chính năm 2019" says which plan, not when; "ban hành năm 2019" says when.
    private bool IsYearOfPaper(int from, int year) =>
        !Act.StandsAt(_tokens, year - 2) && Enumerable.Range(from, year - from).Any(i => Paper.StandsAt(_tokens, i));

    private static readonly Phrases Paper = new("ke hoach", "bao cao", "chuong trinh", "du toan", "ngan sach", "chi so", "so lieu", "nghi quyet", "ket qua");
    private static readonly Phrases Act = new("ban hanh", "thuc hien", "hoan thanh", "trien khai", "to chuc", "phe duyet", "trong do", "su dung", "hoat dong", "van hanh");
    private static readonly Phrases ReportWord = new("bao cao", "so ket", "tong ket", "ket qua", "giao ban", "ky bao cao", "danh gia", "so lieu");

    private void CheckLeftOvers(Stretch time, IReadOnlyList<Group> groups, IEnumerable<Found> names)
    {
        var read = Scanner.Scan(_tokens, time.From, time.To).OfType<Reference>().Concat(names).ToList();
        var from = time.From;
        for (var i = 0; i <= groups.Count; i++)
        {
            var to = i < groups.Count ? groups[i].From : time.To;
            foreach (var words in Without(read, from, to))
            {
                if (LeftOvers.Find(_tokens, words.From, words.To, i > 0 && words.From == from, i < groups.Count && words.To == to) is { } unread)
                {
                    context.Note(DeadlineRemarks.PartlyUnderstood(unread));
                }
            }

            from = i < groups.Count ? groups[i].To : to;
        }
    }

    private static IEnumerable<Stretch> Without(IEnumerable<Found> read, int from, int to)
    {
        foreach (var one in read.Where(one => one.From >= from && one.To <= to).OrderBy(one => one.From))
        {
            yield return new Stretch(from, one.From);
            from = one.To;
        }

        yield return new Stretch(from, to);
    }

    private string? WordsFor(Stretch time, IReadOnlyList<Group> groups, int at)
    {
        var isTimeFirst = Labels.Of(_tokens, time.From, groups[0].From) is null;
        return isTimeFirst
            ? Labels.Of(_tokens, groups[at].To, at + 1 < groups.Count ? groups[at + 1].From : time.To)
            : Labels.Of(_tokens, at == 0 ? time.From : groups[at - 1].To, groups[at].From);
    }
}
