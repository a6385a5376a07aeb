namespace CcHc.Core.Agencies.Expressions;

/// <summary>Words for many agencies at once: "các sở, ban, ngành", "UBND các huyện, thị xã, thành phố", a group of the directory by its own name.</summary>
internal sealed partial class ExpressionReader
{
    private static readonly PhraseList DepartmentWords = new("sở", "ban", "ngành");
    private static readonly PhraseList DepartmentsByLaw = new(
        "cơ quan chuyên môn thuộc UBND tỉnh", "cơ quan chuyên môn của UBND tỉnh", "cơ quan chuyên môn cấp tỉnh", "cơ quan chuyên môn của tỉnh",
        "cơ quan chuyên môn thuộc tỉnh",
        "cơ quan chuyên môn thuộc UBND thành phố", "cơ quan chuyên môn trực thuộc UBND tỉnh", "cơ quan chuyên môn tỉnh");

    /// <param name="End">After the group's words; a qualifier may follow.</param>
    private sealed record GroupMatch(IReadOnlyList<Agency> Members, int End, ListHead? Head)
    {
        /// <summary>Groups the words name beside others and the directory has no agency of.</summary>
        public IReadOnlyList<string> EmptyLevels { get; init; } = [];

        /// <summary>How many members the words say there are; null when they do not.</summary>
        public int? Count { get; init; }
    }

    private bool ReadGroup()
    {
        if (RelatedEnd(_at) is var related and > 0)
        {
            var words = Words(_at, related);
            var part = new ExpressionPart(ExpressionPartKind.Vague, _role, words, []);
            if (DepartmentsAt(_at) is not null || UnitsAt(_at) is not null)
            {
                part.Findings.Add(AgencyFindings.Related(words));
            }

            Add(part);
            _at = related;
            return true;
        }

        if ((DepartmentsAt(_at) ?? UnitsAt(_at) ?? OwnGroupAt(_at)) is not { } match)
        {
            return false;
        }

        var from = _at;
        _head = match.Head;
        _at = EndOfPlaces(match.End);
        if (IsGroupEnd(_at) && (match.Count is null || match.Count == Members(match).Count))
        {
            AddGroup(match, Words(from, _at));
        }
        else if (NameAt(_at, match.Head) is { IsFromList: true })
        {
            // "UBND các huyện, thị xã Nghĩa Hành, Đức Phổ": the head of a list without its colon.
            _head = match.Head! with { IsExplicit = true };
        }
        else
        {
            AddQualified(from);
        }

        return true;
    }

    private void AddGroup(GroupMatch match, string text)
    {
        var members = Members(match);
        var part = new ExpressionPart(ExpressionPartKind.Group, _role, text, members) { Head = match.Head };
        if (members.Count == 0)
        {
            part.Findings.Add(AgencyFindings.EmptyGroup(text));
        }

        foreach (var level in match.EmptyLevels.Where(_ => members.Count > 0))
        {
            part.Findings.Add(AgencyFindings.EmptyGroup(level));
        }

        Add(part);
    }

    private List<Agency> Members(GroupMatch match) => [.. match.Members.Where(a => _onDay is not { } day || a.ExistsOn(day))];

    private void AddQualified(int from)
    {
        _at = EndOfUnnamed(_at, from);
        var words = Words(from, _at);
        var isRelated = Enumerable.Range(from, _at - from).Any(i => AdministrativeUnits.Related.IsAt(_tokens, i));
        Add(new ExpressionPart(ExpressionPartKind.Vague, _role, words,
            []) { Findings = { isRelated ? AgencyFindings.Related(words) : AgencyFindings.Qualified(words) } });
    }

    private bool IsGroupEnd(int at) => KindAt(at) switch
    {
        AgencyTokenKind.Line when IsWrap(at) => IsGroupEnd(at + 1),
        AgencyTokenKind.Word => !AdministrativeUnits.Restrictions.IsAt(_tokens, at)
            && (IsRoleWordAt(at) || AdministrativeUnits.Tails.IsAt(_tokens, at) || AdministrativeUnits.Joins.IsAt(_tokens, at)
                || AdministrativeUnits.Exclusions.IsAt(_tokens, at)),
        _ => true,
    };

    private int EndOfPlaces(int at)
    {
        while (true)
        {
            var wrap = IsWrap(at) ? 1 : 0;
            var length = AdministrativeUnits.Places.LengthAt(_tokens, at + wrap);
            if (length == 0 && IsWordAt(at, "thanh") && IsWordAt(at + 1, "pho") && KindAt(at + 2) != AgencyTokenKind.Word)
            {
                length = 2;
            }

            if (length == 0)
            {
                return at;
            }

            at += wrap + length;
            at += ProvinceLengthAt(at);
        }
    }

    /// <summary>The end of one enumeration that "(có) liên quan" closes as a whole ("Các sở, ngành, địa phương liên quan"); 0 when it is none.</summary>
    private int RelatedEnd(int at)
    {
        var first = at;
        for (; at < _tokens.Count; at++)
        {
            var token = _tokens[at];
            if (token.Kind is AgencyTokenKind.Comma or AgencyTokenKind.And or AgencyTokenKind.Dash || (token.Kind == AgencyTokenKind.Line && IsWrap(at)))
            {
                continue;
            }

            if (AdministrativeUnits.Related.LengthAt(_tokens, at) is var related and > 0)
            {
                return at == first ? 0 : EndOfPlaces(at + related);
            }

            var isFirstPlural = AdministrativeUnits.Plurals.IsAt(_tokens, at) && (at == first || (at == first + 1 && IsWordAt(first, "ubnd")));
            var length = isFirstPlural ? 1 : EnumeratedLength(at);
            if (length == 0)
            {
                return 0;
            }

            at += length - 1;
        }

        return 0;
    }

    private int EnumeratedLength(int at) =>
        new[]
        {
            DepartmentWords.LengthAt(_tokens, at), AdministrativeUnits.Nobodies.LengthAt(_tokens, at), AdministrativeUnits.UnitAt(_tokens, at)?.Length ?? 0,
            AdministrativeUnits.Places.LengthAt(_tokens, at), IsWordAt(at, "ubnd") ? 1 : 0,
        }.Max();

    private GroupMatch? DepartmentsAt(int at)
    {
        var isPlural = AdministrativeUnits.Plurals.IsAt(_tokens, at);
        at += isPlural ? 1 : 0;
        if (DepartmentsByLaw.LengthAt(_tokens, at) is var lawful and > 0)
        {
            return new GroupMatch(_directory.InGroup(AgencyGroups.Departments), at + lawful, DepartmentHead);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var end = at;
        while (DepartmentWords.IsAt(_tokens, at) && IsBareDepartmentWord(at))
        {
            seen.Add(_tokens[at].Folded);
            end = ++at;
            while (KindAt(at) is AgencyTokenKind.Comma or AgencyTokenKind.And or AgencyTokenKind.Dash || IsWrap(at))
            {
                at++;
            }
        }

        return (seen.Count, isPlural && seen.Contains("so")) switch
        {
            ( > 1, _) => new GroupMatch(_directory.InGroup(AgencyGroups.Departments), end, DepartmentHead),
            (1, true) =>
                new GroupMatch([.. _directory.InGroup(AgencyGroups.Departments).Where(a => AgencyTokenizer.Words(a.Name)[0].Folded == "so")], end,
                    DepartmentHead),
            _ => null,
        };
    }

    private static ListHead DepartmentHead { get; } = new([AgencyTokenizer.Words("sở"), AgencyTokenizer.Words("ban")], IsExplicit: false);

    /// <summary>"ban" in "các sở, ban, ngành", not in "Ban Dân tộc".</summary>
    private bool IsBareDepartmentWord(int at) =>
        KindAt(at + 1) != AgencyTokenKind.Word || _tokens[at].Folded == "nganh" || DepartmentWords.IsAt(_tokens, at + 1)
        || AdministrativeUnits.Places.IsAt(_tokens, at + 1) || IsRoleWordAt(at + 1) || AdministrativeUnits.Exclusions.IsAt(_tokens, at + 1)
        || AdministrativeUnits.Restrictions.IsAt(_tokens, at + 1) || (AdministrativeUnits.Tails.IsAt(_tokens, at + 1) && !IsWordAt(at + 1, "quan"))
        || (IsWordAt(at + 1, "thanh") && IsWordAt(at + 2, "pho"));

    /// <summary>"Các đơn vị sự nghiệp công lập", when the directory has a group of that name.</summary>
    private GroupMatch? OwnGroupAt(int at)
    {
        at += AdministrativeUnits.Plurals.IsAt(_tokens, at) ? 1 : 0;
        var (name, length) = _directory.OwnGroups.Select(group => (group.Name, Length: group.Phrase.LengthAt(_tokens, at))).Where(group => group.Length > 0)
            .OrderByDescending(group => group.Length).FirstOrDefault();
        return length == 0 ? null : new GroupMatch(_directory.InGroup(name), at + length, null);
    }
}
