using CcHc.Core.Deadlines.Grammar.Building;
using CcHc.Core.Deadlines.Grammar.Lexing;
using CcHc.Core.Deadlines.Grammar.Rules;

namespace CcHc.Core.Deadlines.Grammar.Composition;

/// <summary>Reads one part of a time cell: its label, its phrases, its milestones.</summary>
internal sealed class PartReader(ReadingContext context)
{
    private static readonly Phrases LeadsToMonth =
        new("hoan thanh", "thuc hien", "ket thuc", "ban hanh", "trien khai", "to chuc", "du kien", "thoi han", "thoi gian", "tien do", "bat dau");
    private static readonly Phrases OneWordLeads = new("xong", "han", "tu", "den", "va", "hoac", "th");
    private static readonly Phrases Numbered = new(
        "lan", "dot", "ky", "hop", "mau", "bieu", "to", "so", "vb", "cv", "hk", "dieu", "khoan", "phan", "chuong", "tuan", "khoa", "phien", "doan", "luc",
        "muc", "qd", "kh", "thu", "nhom", "loai", "cap");

    private readonly Tokens _tokens = context.Tokens;
    private readonly Dictionary<TokenSpan, List<TimePhrase>> _times = [];
    private readonly MilestoneBuilder _builder = new(context);

    /// <summary>"Kế hoạch: Quý I, báo cáo: Quý IV" holds two parts.</summary>
    public IReadOnlyList<TokenSpan> Divide(TokenSpan part)
    {
        var divided = new List<TokenSpan>();
        var start = part.From;
        var colons = Colons(part);
        for (var i = 1; i < colons.Count; i++)
        {
            var between = Times(new TokenSpan(colons[i - 1] + 1, colons[i]));
            if (between.Count > 0 && between[^1].To < colons[i])
            {
                divided.Add(new TokenSpan(start, between[^1].To));
                start = between[^1].To;
            }
        }

        divided.Add(new TokenSpan(start, part.To));
        return divided;
    }

    public bool HasTime(TokenSpan part) => Body(part).Time is var time && DocumentNames.Without(_tokens, Live(time), time).Count > 0;

    /// <summary>A part whose only times are no deadlines says nothing more.</summary>
    public bool IsSetAside(TokenSpan part) =>
        context.AsideDays.Count > 0 && Times(part) is { Count: > 0 } times && times.All(one => one is Dated && IsAside(one));

    public IReadOnlyList<TimePhrase> Times(TokenSpan part)
    {
        if (!_times.TryGetValue(part, out var times))
        {
            _times[part] = times = [.. Scanner.Scan(_tokens, part.From, part.To).Where(one => one is not DocumentReference)];
        }

        return times;
    }

    /// <summary>Notes what looks like time in a part that has none.</summary>
    public void CheckTimeless(TokenSpan part)
    {
        var isBareNumber = Enumerable.Range(part.From, part.To - part.From) is var places && places.Any(i => _tokens[i].IsNumber)
            && !places.Any(i => _tokens[i].IsWord);
        CheckLeftOvers(part, [], Times(part));
        if (isBareNumber)
        {
            context.Note(DeadlineFindings.PartlyUnderstood(_tokens.Written(part.From, part.To)));
        }
    }

    public IReadOnlyList<Milestone> Read(TokenSpan part)
    {
        var (label, time) = Body(part);
        var found = ReportPeriods.Add(_tokens, SharedBound.Give(_tokens, DocumentNames.Without(_tokens, Live(time), time)));
        var groups = Joining.Join(_tokens, found);
        CheckLeftOvers(time, found, Times(time).Except(found));
        UseAll(found.Concat(Times(time).Except(found)).Where(one => one is not EventPhrase));
        UseTriggers(found, groups);
        CheckBareNumbers(found, part.From);
        CheckBareDays(groups);
        CheckLostCounts(found, groups);
        var isConditional = Enumerable.Range(part.From, part.To - part.From).Any(i => _tokens.Is(i, "neu") && _tokens.IsAny(i + 1, "co", "can"));
        var named = label.IsEmpty ? null : Label(label.From, label.To);
        var milestones = new List<Milestone>();
        for (var i = 0; i < groups.Count; i++)
        {
            var words = named ?? WordsFor(time, groups, i);
            var isTentative = _tokens.Is(groups[i].To, "(") && _tokens.Is(groups[i].To + 1, "du") && _tokens.Is(groups[i].To + 2, "kien");
            milestones.AddRange(_builder.Build(groups[i])
                .Select(one => one with { Label = words, IsConditional = isConditional, IsTentative = one.IsTentative || isTentative }));
        }

        return milestones;
    }

    private List<TimePhrase> Live(TokenSpan part) => [.. Times(part).Where(one => !IsAside(one))];

    private bool IsAside(TimePhrase one) => context.AsideDays.Any(aside => aside.From < one.To && one.From < aside.To);

    /// <summary>Where the label ends and the time begins. A label after the time ("Quý I: ban hành kế hoạch") comes second.</summary>
    private (TokenSpan Label, TokenSpan Time) Body(TokenSpan part)
    {
        foreach (var colon in Colons(part).Reverse())
        {
            if (Times(part).Any(one => one.From < colon && one.To > colon))
            {
                continue;
            }

            var (left, right) = (new TokenSpan(part.From, colon), new TokenSpan(colon + 1, part.To));
            var (leftTimes, rightTimes) = (Times(left), Times(right));
            if (leftTimes is [{ } opening, ..] and not [DueDay { Anchors: ["P"], IsVague: true }] && opening.From == left.From && opening is not EventPhrase
                && !IsOnlyTime(left, leftTimes))
            {
                return (default, part);
            }

            // "Giữa kỳ: Quý IV/2023; cuối kỳ: Quý IV/2025": names of two reviews.
            var isName = leftTimes is [DueDay { Anchors: ["P"], IsVague: true }] && rightTimes is [Dated, ..];
            var isLeftTime = !isName && leftTimes.Count > 0 && !leftTimes.All(one => one is EventPhrase) && IsOnlyTime(left, leftTimes);
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

    private bool IsOnlyTime(TokenSpan part, IReadOnlyList<TimePhrase> found) =>
        Enumerable.Range(part.From, part.To - part.From)
            .All(i => found.Any(one => one.From <= i && i < one.To) || !_tokens[i].IsWord && !_tokens[i].IsNumber || _tokens.IsAny(i, "va", "hoac"));

    // "17:00" and "ISO 9001:2015" hold no label.
    private IReadOnlyList<int> Colons(TokenSpan part) =>
        [.. Enumerable.Range(part.From, part.To - part.From)
            .Where(i => _tokens.Is(i, ":") && !(_tokens[i - 1].IsNumber && _tokens[i + 1].IsNumber && !_tokens[i + 1].AfterSpace))];

    private void CheckLeftOvers(TokenSpan time, IReadOnlyList<TimePhrase> times, IEnumerable<TimePhrase> names)
    {
        var references = Scanner.Scan(_tokens, time.From, time.To).OfType<DocumentReference>().ToList();
        UseAll(references);
        var read = references.Concat(names).Concat(context.AsideDays.Select(aside => new DocumentReference(aside.From, aside.To))).ToList();
        var from = time.From;
        for (var i = 0; i <= times.Count; i++)
        {
            var to = i < times.Count ? times[i].From : time.To;
            foreach (var words in Without(read, from, to))
            {
                if (!context.AsideDays.Any(aside => aside.From >= time.From && aside.To <= time.To) && !IsEither(times, i, words)
                    && UnreadTimeWords.Find(_tokens, words.From, words.To, i > 0 && words.From == from, i < times.Count && words.To == to) is { } unread)
                {
                    context.Note(DeadlineFindings.PartlyUnderstood(unread));
                }
            }

            from = i < times.Count ? times[i].To : to;
        }
    }

    // "Hằng năm/theo yêu cầu", "Thường xuyên/Khi phát sinh": only between two days is a stroke doubtful.
    private bool IsEither(IReadOnlyList<TimePhrase> times, int at, TokenSpan words) =>
        at > 0 && at < times.Count && words.To == words.From + 1 && _tokens.Is(words.From, "/")
            && !(times[at - 1] is Dated or DueDay && times[at] is Dated or DueDay);

    private static IEnumerable<TokenSpan> Without(IEnumerable<TimePhrase> read, int from, int to)
    {
        foreach (var one in read.Where(one => one.From >= from && one.To <= to).OrderBy(one => one.From))
        {
            yield return new TokenSpan(from, one.From);
            from = one.To;
        }

        yield return new TokenSpan(from, to);
    }

    private string? WordsFor(TokenSpan time, IReadOnlyList<PhraseGroup> groups, int at)
    {
        var isTimeFirst = Labels.Of(_tokens, time.From, groups[0].From) is null;
        return isTimeFirst
            ? Label(groups[at].To, at + 1 < groups.Count ? groups[at + 1].From : time.To)
            : Label(at == 0 ? time.From : groups[at - 1].To, groups[at].From);
    }

    /// <summary>The label in a stretch; a day set aside and the words about it are none.</summary>
    private string? Label(int from, int to)
    {
        foreach (var aside in context.AsideDays.Where(aside => aside.From >= from && aside.To <= to))
        {
            from = aside.To;
        }

        while (from < to && context.IsUsed(from))
        {
            from++;
        }

        return !RoleWords.SaysOnlyRole(_tokens, from, to) && Labels.Stretch(_tokens, from, to) is { } label ? context.Name(label) : null;
    }

    /// <summary>A trigger is shown whole; of one that only accompanies a day, papers and years are plain, other numbers are not.</summary>
    private void UseTriggers(IReadOnlyList<TimePhrase> found, IReadOnlyList<PhraseGroup> groups)
    {
        foreach (var wait in found.OfType<EventPhrase>())
        {
            var isShown =
                groups.Any(group => group.Event is { } kept && (group.IsRecurring || group is { Date: null, Steady: null, Counted: null })
                    && kept.From <= wait.From && kept.To >= wait.To);
            for (var i = wait.From; i < wait.To; i++)
            {
                var reference = isShown ? null : ReferenceRules.Read(_tokens, i);
                if (reference is not null)
                {
                    context.Use(i, reference.To);
                    i = reference.To - 1;
                }
                else if (!isShown && _tokens.Is(i, "ngay") && RoleWords.IsPaper(_tokens, i - 1) && DayRules.Read(_tokens, i) is { } day)
                {
                    context.Use(i, day.End);
                    i = day.End - 1;
                }
                else if (isShown || _tokens[i].IsYear && _tokens[i - 1].IsWord || RoleWords.IsPaper(_tokens, i - 1))
                {
                    context.Use(i, i + 1);
                }
            }
        }
    }

    private void UseAll(IEnumerable<TimePhrase> read)
    {
        foreach (var one in read)
        {
            context.Use(one.From, one.To);
        }
    }

    /// <summary>"Đợt 1/2026", "Phiên họp 3/2026": behind a word nobody knows the number need not be a month.</summary>
    private void CheckBareNumbers(IReadOnlyList<TimePhrase> found, int from)
    {
        foreach (var one in found)
        {
            if (one is Dated { Points.Items: [{ Grain: Granularity.Month } or { Grain: Granularity.Day, HasYear: false }, ..] dated } && one.From > from
                && _tokens[one.From].IsNumber && !_tokens[one.From].AfterBreak
                && _tokens[one.From - 1].IsWord && !(dated[0].Grain == Granularity.Month ? LeadsToMonth.StandsAt(_tokens, one.From - 2)
                    || OneWordLeads.StandsAt(_tokens, one.From - 1) : !Numbered.StandsAt(_tokens, one.From - 1) || _tokens.Is(one.From - 2, "doi")))
            {
                context.Doubt(DeadlineFindings.Unexplained(_tokens.Written(Math.Max(from, one.From - 2), one.To)));
            }
        }
    }

    /// <summary>"Trước ngày 30/6/2026 5 ngày làm việc": a count that no milestone carries.</summary>
    private void CheckLostCounts(IReadOnlyList<TimePhrase> found, IReadOnlyList<PhraseGroup> groups)
    {
        foreach (var count in found.OfType<EventPhrase>())
        {
            if ((count.Offset is not null || count.HoldsTime)
                && !groups.Any(group => group is { Event: { } kept, Date: null, Steady: null } && kept.From <= count.From && kept.To >= count.To))
            {
                context.Doubt(DeadlineFindings.Unexplained(_tokens.Written(count.From, count.To)));
            }
        }
    }

    /// <summary>"(30/6/2026) 30/9/2026": two days without a word between them are not both the deadline.</summary>
    private void CheckBareDays(IReadOnlyList<PhraseGroup> groups)
    {
        for (var i = 1; i < groups.Count; i++)
        {
            if (groups[i - 1] is { Date: not null, IsRecurring: false } before && groups[i] is { Date: not null, IsRecurring: false } one
                && Enumerable.Range(before.To, one.From - before.To).All(place => _tokens.IsAny(place, "(", ")", "[", "]", "-", "*")))
            {
                context.Doubt(DeadlineFindings.RoleUnclear(_tokens.Written(before.From, one.To)));
            }
        }
    }
}
