using System.Globalization;

namespace CcHc.Core.Agencies.Expressions;

/// <summary>People's committees below the province by kind: "UBND cấp huyện, cấp xã", "các huyện, thị xã, thành phố", "UBND xã, phường, đặc khu".</summary>
internal sealed partial class ExpressionReader
{
    /// <summary>A head before its colon: "Các sở:", "UBND các huyện, thị xã:", "Trung tâm:".</summary>
    private bool ReadListHead()
    {
        var at = _at;
        while (KindAt(at) is AgencyTokenKind.Word or AgencyTokenKind.Comma or AgencyTokenKind.And)
        {
            at++;
        }

        // "UBND cấp xã: tổ chức thực hiện" heads no list.
        if (KindAt(at) != AgencyTokenKind.Colon || at == _at || RoleWordAt(at + 1) is not null)
        {
            return false;
        }

        var group = DepartmentsAt(_at) ?? UnitsAt(_at);
        var head = group is not null && EndOfPlaces(group.End) == at ? group.Head : SimpleHead(_at, at);
        if (head is null)
        {
            return false;
        }

        _head = head with { IsExplicit = true };
        _at = at + 1;
        return true;
    }

    private ListHead? SimpleHead(int from, int to)
    {
        from += AdministrativeUnits.Plurals.IsAt(_tokens, from) ? 1 : 0;
        var unitAt = from + (IsWordAt(from, "ubnd") ? 1 : 0);
        var length = AdministrativeUnits.UnitAt(_tokens, unitAt) is { } unit ? unitAt - from + unit.Length : AdministrativeUnits.Heads.LengthAt(_tokens, from);
        return length > 0 && from + length == to ? new ListHead([[.. Enumerable.Range(from, length).Select(i => _tokens[i])]], true) : null;
    }

    private GroupMatch? UnitsAt(int at)
    {
        var isCommittee = IsWordAt(at, "ubnd");
        at += isCommittee ? 1 : 0;
        var counted = CountAt(at);
        var isPlural = AdministrativeUnits.Plurals.IsAt(_tokens, at) || counted.Length > 0;
        at += counted.Length > 0 ? counted.Length : isPlural ? 1 : 0;
        if (isCommittee && isPlural && IsWordAt(at, "cap"))
        {
            return Levels([AgencyGroups.Districts, AgencyGroups.Communes], at + 1);
        }

        var kinds = new List<UnitKind>();
        var levels = new HashSet<bool>();
        var end = at;
        var isAmongOthers = false;
        while (true)
        {
            var isLevel = IsWordAt(at, "cap");
            var unitAt = at + (isLevel ? 1 : 0);
            if (AdministrativeUnits.UnitAt(_tokens, unitAt) is not { } kind || (!isLevel && NameAt(at, null) is not null))
            {
                isAmongOthers = kinds.Count > 0 && NameAt(at, null) is not null;
                break;
            }

            if (!isPlural && !isLevel && levels.Count == 0 && IsNameOfOneUnit(unitAt + kind.Length))
            {
                break;
            }

            kinds.Add(kind);
            if (isLevel)
            {
                levels.Add(kind.IsDistrict);
            }

            end = at = unitAt + kind.Length;
            while (KindAt(at) is AgencyTokenKind.Comma or AgencyTokenKind.And or AgencyTokenKind.Open or AgencyTokenKind.Close || IsWrap(at))
            {
                at++;
            }

            end = KindAt(end) == AgencyTokenKind.Close ? end + 1 : end;
        }

        var isGroup = levels.Count > 0 ? isCommittee || _head is { IsPeoplesCommittee: true } || HasGroup : isPlural || kinds.Count > 1;
        return kinds.Count > 0 && isGroup
            ? new GroupMatch(UnitsOf(kinds, levels, isAmongOthers), end, UnitHead(kinds)) { EmptyLevels = EmptyOf(kinds.Select(GroupOf).Distinct()),
                Count = counted.Count }
            : null;
    }

    /// <summary>"14 huyện, thành phố", "12/12 xã": how many are meant.</summary>
    private (int? Count, int Length) CountAt(int at)
    {
        if (NumberAt(at) is not { } first)
        {
            return (null, 0);
        }

        var length = KindAt(at + 1) == AgencyTokenKind.Comma && NumberAt(at + 2) == first ? 3 : 1;
        return AdministrativeUnits.UnitAt(_tokens, at + length) is null ? (null, 0) : (first, length);
    }

    private int? NumberAt(int at) =>
        KindAt(at) == AgencyTokenKind.Word && int.TryParse(_tokens[at].Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private GroupMatch Levels(IReadOnlyList<string> groups, int end) =>
        new([.. groups.SelectMany(g => _directory.InGroup(g))], end, UnitHead([])) { EmptyLevels = EmptyOf(groups) };

    private IReadOnlyList<string> EmptyOf(IEnumerable<string> groups) => [.. groups.Where(g => _directory.InGroup(g, _onDay).Count == 0)];

    private static string GroupOf(UnitKind kind) => kind.IsDistrict ? AgencyGroups.Districts : AgencyGroups.Communes;

    private bool HasGroup => _parts.Any(p => p.Kind == ExpressionPartKind.Group);

    private bool IsNameOfOneUnit(int at) => KindAt(at) == AgencyTokenKind.Word && AdministrativeUnits.UnitAt(_tokens, at) is null
        && !IsGroupEnd(EndOfPlaces(at));

    /// <param name="levels">Levels named as such: true for "cấp huyện", false for "cấp xã".</param>
    /// <param name="isAmongOthers">True when units of a level are named one by one after the kinds: "các huyện và thành phố Quảng Ngãi".</param>
    private IReadOnlyList<Agency> UnitsOf(List<UnitKind> kinds, HashSet<bool> levels, bool isAmongOthers)
    {
        var members = new List<Agency>();
        foreach (var level in kinds.GroupBy(k => k.IsDistrict))
        {
            var all = _directory.InGroup(level.Key ? AgencyGroups.Districts : AgencyGroups.Communes);

            // "UBND các huyện", "các xã, phường" is how plans say all units of that level; "các thị xã, thành phố", "các xã" are only those kinds.
            var isWholeLevel = levels.Contains(level.Key) || level.Any(k => k.Words == "huyện") || (level.Count() > 1 && level.Any(k => k.Words == "xã"));
            members.AddRange(isWholeLevel && !isAmongOthers ? all : all.Where(a => level.Contains(KindOf(a))));
        }

        return members;
    }

    private static UnitKind? KindOf(Agency agency)
    {
        var words = AgencyTokenizer.Words(agency.Name);
        return AdministrativeUnits.UnitAt(words, words is [{ Folded: "ubnd" }, ..] ? 1 : 0);
    }

    private static ListHead UnitHead(IReadOnlyList<UnitKind> kinds) =>
        new([.. kinds.Select(k => AgencyTokenizer.Words("UBND " + k.Words)).DefaultIfEmpty(AgencyTokenizer.Words("UBND"))], IsExplicit: false);
}
