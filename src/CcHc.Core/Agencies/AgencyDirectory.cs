using CcHc.Core.Agencies.Expressions;

namespace CcHc.Core.Agencies;

/// <summary>The province's agencies (danh bạ cơ quan), found by code, group or any spelling of the name.</summary>
public sealed class AgencyDirectory
{
    private static readonly PhraseList ProvinceKinds = new("tỉnh", "thành phố", "UBND tỉnh", "UBND thành phố");

    private readonly Dictionary<string, Agency> _byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, Agency> _byGroup;
    private readonly Lazy<IReadOnlyList<(string Folded, Agency Agency)>> _foldedNames;

    /// <param name="agencies">Of two with the same code the first counts.</param>
    /// <param name="province">"Thanh Hóa", "tỉnh Thanh Hóa" or "Thành phố Huế"; when null it is taken from names such as "… tỉnh Thanh Hóa", where there are
    /// any.</param>
    public AgencyDirectory(IEnumerable<Agency> agencies, string? province = null)
    {
        foreach (var agency in agencies)
        {
            _byCode.TryAdd(agency.Code, agency);
        }

        Agencies = [.. _byCode.Values];
        _byGroup = Agencies.ToLookup(a => AgencyGroups.KeyOf(a.Group), StringComparer.Ordinal);
        OwnGroups = [.. _byGroup.Where(g => g.Key.Length > 0 && !g.Key.EndsWith(" khac", StringComparison.Ordinal))
            .Select(g => (g.First().Group, new PhraseList(g.First().Group)))];
        Province = province is null ? ProvinceOf(Agencies) : WithoutKind(AgencyTokenizer.Words(province));
        ProvinceNames = Province.Count > 0 ? [Province] : [.. Agencies.Select(a => CityIn(AgencyTokenizer.Words(a.Name))).Where(c => c.Count > 0)];
        foreach (var agency in Agencies)
        {
            AddNames(agency);
        }

        _foldedNames = new(() => [.. Agencies.SelectMany(a => a.OtherNames.Prepend(a.Name).SelectMany(SuggestedBy).Select(n => (n, a)))]);
    }

    public IReadOnlyList<Agency> Agencies { get; }

    internal AgencyNames Names { get; } = new();

    /// <summary>Groups with a name of the office's own. "Đơn vị khác" is none: as words of a plan it means whoever else.</summary>
    internal IReadOnlyList<(string Name, PhraseList Phrase)> OwnGroups { get; }

    /// <summary>Words of the province's name; empty when unknown.</summary>
    internal IReadOnlyList<AgencyToken> Province { get; }

    /// <summary>What may follow "tỉnh" and still be this province: its name, or while that is unknown the name of its city, which often is the same.</summary>
    internal IReadOnlyList<IReadOnlyList<AgencyToken>> ProvinceNames { get; }

    /// <summary>The agency with this code, in any case; null when there is none.</summary>
    public Agency? ByCode(string code) => _byCode.GetValueOrDefault(code);

    /// <param name="group">In any spelling: "Sở, ban, ngành" = "sở ban ngành".</param>
    /// <param name="onDay">Only agencies that exist on this day; null = all.</param>
    public IReadOnlyList<Agency> InGroup(string group, DateOnly? onDay = null) =>
        [.. _byGroup[AgencyGroups.KeyOf(group)].Where(a => onDay is not { } day || a.ExistsOn(day))];

    /// <summary>
    /// The one agency a name means, by any spelling: case, tone placement, Ủy ban nhân dân or UBND, initials ("Sở TT&amp;TT", "VPUBND tỉnh"); a name written
    /// without accents only when one agency fits. Null when none or several do.
    /// </summary>
    public Agency? Find(string name, DateOnly? onDay = null) =>
        Current(Names.Find(AgencyTokenizer.Words(name)), onDay) is [var only] ? only : null;

    /// <summary>Agencies with a similar name, nearest first, for a suggestion to a person; never an address to write to.</summary>
    public IReadOnlyList<Agency> Nearest(string name, int count = 3)
    {
        var folded = SuggestedBy(name).First();
        return [.. _foldedNames.Value
            .Select(n => (n.Agency, Distance: NearestNames.Distance(folded, n.Folded)))
            .Where(n => n.Distance is not null)
            .OrderBy(n => n.Distance).ThenBy(n => n.Agency.Code, StringComparer.Ordinal)
            .Select(n => n.Agency).Distinct().Take(count)];
    }

    /// <summary>The agencies that stand in for this one on a day: itself, or those that took over, followed as far as needed; empty when nobody did.</summary>
    public IReadOnlyList<Agency> SuccessorsOf(Agency agency, DateOnly day)
    {
        var found = new List<Agency>();
        var seen = new HashSet<Agency>();
        var open = new Queue<Agency>([agency]);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next))
            {
                continue;
            }

            if (next.ExistsOn(day))
            {
                found.Add(next);
            }
            else if (next.ValidTo is { } last && day > last)
            {
                next.Successors.Select(ByCode).OfType<Agency>().ToList().ForEach(open.Enqueue);
            }
        }

        return found;
    }

    /// <summary>Of several agencies with one name, those that exist on the day (without a day: that still exist); all of them when none does.</summary>
    internal static IReadOnlyList<Agency> Current(IReadOnlyList<Agency> found, DateOnly? onDay)
    {
        if (found.Count < 2)
        {
            return found;
        }

        var current = found.Where(a => onDay is { } day ? a.ExistsOn(day) : a.ValidTo is null).ToList();
        return current.Count > 0 ? current : found;
    }

    /// <summary>A name as misspelt ones are compared with it; a people's committee also by its place alone, "huyen ly son".</summary>
    private static IEnumerable<string> SuggestedBy(string name)
    {
        var words = AgencyTokenizer.Words(name).Select(w => w.Folded).ToList();
        return words is ["ubnd", _, _, ..] ? [string.Join(' ', words), string.Join(' ', words.Skip(1))] : [string.Join(' ', words)];
    }

    private void AddNames(Agency agency)
    {
        Names.Add(agency, AgencyTokenizer.Words(agency.Code), isDerived: true);
        foreach (var name in agency.OtherNames.Prepend(agency.Name))
        {
            var words = AgencyTokenizer.Words(name);
            Names.Add(agency, words, isDerived: false);
            if (words.Length > 0)
            {
                foreach (var spelling in DerivedSpellings.Of(words, [.. Province]))
                {
                    Names.Add(agency, spelling, isDerived: true);
                }
            }
        }
    }

    private static IReadOnlyList<AgencyToken> CityIn(AgencyToken[] name) =>
        name is [{ Folded: "ubnd" }, { Folded: "thanh" }, { Folded: "pho" }, .. var city] ? city : [];

    private static AgencyToken[] WithoutKind(AgencyToken[] province) =>
        ProvinceKinds.LengthAt(province, 0) is var kind && kind < province.Length ? province[kind..] : province;

    private static AgencyToken[] ProvinceOf(IEnumerable<Agency> agencies) =>
        agencies.SelectMany(a => a.OtherNames.Prepend(a.Name))
            .Select(n => DerivedSpellings.ProvinceIn(AgencyTokenizer.Words(n)))
            .Where(p => p.Length > 0)
            .GroupBy(p => string.Join(' ', p.Select(w => w.Exact)), StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.First() ?? [];
}
