namespace CcHc.Core.Agencies.Expressions;

/// <summary>Names of the directory: the longest one that stands here and ends where a name may end.</summary>
internal sealed partial class ExpressionReader
{
    /// <param name="Words">The name's words as they stand in the text.</param>
    /// <param name="End">After the name and words like "tỉnh" that add nothing.</param>
    private sealed record NameMatch(IReadOnlyList<Agency> Agencies, AgencyToken[] Words, int End, bool IsPlural, bool IsFromList);

    private static readonly PhraseList Peers = new("sở", "UBND", "văn phòng", "VPUBND", "công an", "ban", "thanh tra tỉnh", "các");

    /// <summary>Names that stand by themselves, asked for again and again by rules that look ahead.</summary>
    private readonly Dictionary<int, NameMatch?> _namesAt = [];

    private bool ReadNamed()
    {
        if (NameAt(_at, _head) is not { } match || IsCutOffLongerName(match))
        {
            return false;
        }

        if (TellsWhere(match))
        {
            _at = match.End;
            return true;
        }

        var text = Words(_at, match.End);
        var agencies = AgencyDirectory.Current(match.Agencies, _onDay);
        if (agencies is [var agency])
        {
            AddNamed(agency, text, match.IsFromList);
        }
        else
        {
            Add(new ExpressionPart(ExpressionPartKind.Unknown, _role, text, []) { Findings = { AgencyFindings.Ambiguous(text, agencies) } });
        }

        if (!match.IsFromList)
        {
            _head = HeadOf(match);
        }

        _at = match.End;
        return true;
    }

    private void AddNamed(Agency agency, string text, bool isFromList)
    {
        var standing = _onDay is { } day ? _directory.SuccessorsOf(agency, day) : [agency];
        if (standing.Count == 0)
        {
            Add(new ExpressionPart(ExpressionPartKind.Unknown, _role, text, []) { Findings = { AgencyFindings.Gone(agency) } });
            return;
        }

        var isItself = standing is [var only] && only == agency;
        var part = new ExpressionPart(ExpressionPartKind.Named, _role, text, standing) { IsFromList = isFromList, Ended = isItself ? null : agency };
        if (!isItself)
        {
            part.Findings.Add(AgencyFindings.Succeeded(agency, standing));
        }

        Add(part);
    }

    private NameMatch? NameAt(int at, ListHead? head)
    {
        if (head is not null)
        {
            return FindName(at, head);
        }

        if (!_namesAt.TryGetValue(at, out var match))
        {
            _namesAt[at] = match = FindName(at, null);
        }

        return match;
    }

    private NameMatch? FindName(int at, ListHead? head)
    {
        var words = new List<AgencyToken>();
        var ends = new List<int>();
        var isPlural = false;
        for (var i = at; i < _tokens.Count && words.Count < _directory.Names.LongestName; i++)
        {
            if (!_tokens[i].IsWord)
            {
                if (words.Count > 0 && _tokens[i].MayStandInName)
                {
                    continue;
                }

                break;
            }

            if (AdministrativeUnits.Plurals.IsAt(_tokens, i) && (words.Count == 0 || words is [{ Folded: "ubnd" }]))
            {
                isPlural = true;
                continue;
            }

            words.Add(_tokens[i]);
            ends.Add(i + 1);
        }

        if (head is null && words.Count > 0 && !_directory.Names.MayBegin(words[0]))
        {
            return null;
        }

        for (var length = words.Count; length > 0; length--)
        {
            AgencyToken[] name = [.. words.Take(length)];
            var agencies = _directory.Names.Find(name);
            var isFromList = agencies.Count == 0 && head is not null;
            if (isFromList)
            {
                agencies = [.. head!.Prefixes.SelectMany(p => _directory.Names.Find([.. p, .. name])).Distinct()];
            }

            if (agencies.Count > 0 && EndOfName(ends[length - 1], name) is var end and >= 0)
            {
                return new NameMatch(agencies, name, end, isPlural, isFromList);
            }
        }

        return null;
    }

    /// <summary>Where the part ends whose name ends here: "tỉnh", the province's name and the like are taken with it. -1 when a longer name goes on.</summary>
    private int EndOfName(int at, AgencyToken[] name)
    {
        var place = IsWordAt(at, "thanh") && IsWordAt(at + 1, "pho") ? 2 : AdministrativeUnits.Places.LengthAt(_tokens, at);
        var afterPlace = at + place;
        if ((place > 0 && _tokens[afterPlace - 1].Folded == "tinh") || name[^1].Folded == "tinh" || (place > 0 && _directory.Province.Count > 0))
        {
            afterPlace += ProvinceLengthAt(afterPlace);
        }

        return MayEndAt(afterPlace) || (IsPeer(name) && BeginsPeer(afterPlace)) ? afterPlace : -1;
    }

    /// <summary>An agency no other of the directory belongs to: only behind such a one does a new name begin without a comma.</summary>
    private static bool IsPeer(AgencyToken[] name) =>
        name.Length > 1 && (name[0].Folded is "so" or "ubnd" or "vpubnd" || (name[0].Folded == "cong" && name[1].Folded == "an")
            || (name.Length > 2 && name[0].Folded == "van" && name[2].Folded == "ubnd"));

    /// <summary>"Sở Nội vụ Sở Tư pháp": the comma is missing.</summary>
    private bool BeginsPeer(int at) =>
        KindAt(at) == AgencyTokenKind.Word && char.IsUpper(_text[_tokens[at].Start]) && Peers.IsAt(_tokens, at)
        && (NameAt(at, null) is not null || UnitsAt(at) is not null || DepartmentsAt(at) is not null);

    private bool MayEndAt(int at) => KindAt(at) switch
    {
        AgencyTokenKind.Dash => at + 1 >= _tokens.Count || AdministrativeUnits.Tails.IsAt(_tokens, at + 1) || IsRoleWordAt(at + 1)
            || NameAt(at + 1, null) is not null,
        AgencyTokenKind.Line when IsWrap(at) => MayEndAt(at + 1),
        AgencyTokenKind.Word => IsRoleWordAt(at) || AdministrativeUnits.Tails.IsAt(_tokens, at) || AdministrativeUnits.Joins.IsAt(_tokens, at)
            || AdministrativeUnits.Exclusions.IsAt(_tokens, at) || AdministrativeUnits.Related.IsAt(_tokens, at),
        _ => true,
    };

    private int ProvinceLengthAt(int at)
    {
        var isHere = _directory.ProvinceNames.Where(n => n.Select((w, i) => at + i < _tokens.Count && w.MeansTheSame(_tokens[at + i])).All(same => same));
        return isHere.Select(n => n.Count).DefaultIfEmpty(0).Max();
    }

    /// <summary>"Sở Khoa học, Công nghệ và Môi trường" is not "Sở Khoa học và Công nghệ": what follows "và" must be a part of its own.</summary>
    private bool IsCutOffLongerName(NameMatch match)
    {
        var next = match.End + 1;
        return !match.IsPlural && !match.IsFromList && match.Words[0].Folded != "ubnd" && AdministrativeUnits.UnitAt(match.Words, 0) is null
            && KindAt(match.End) == AgencyTokenKind.And && KindAt(next) == AgencyTokenKind.Word
            && !StartsPart(next) && !IsRoleWordAt(next) && !AdministrativeUnits.Tails.IsAt(_tokens, next) && !AdministrativeUnits.Joins.IsAt(_tokens, next)
            && NameAt(next, HeadOf(match)) is null;
    }

    /// <summary>", huyện Tây Trà" after "UBND xã Trà Nham" is its address.</summary>
    private bool TellsWhere(NameMatch match) =>
        _at > 0 && KindAt(_at - 1) == AgencyTokenKind.Comma && !match.IsPlural && !match.IsFromList
        && AdministrativeUnits.UnitAt(match.Words, 0) is { IsDistrict: true }
        && _parts is [.., { Kind: ExpressionPartKind.Named, Agencies: [var before] }] && KindOf(before) is { IsDistrict: false };

    private ListHead? HeadOf(NameMatch match)
    {
        var words = match.Words;
        var unitAt = words[0].Folded == "ubnd" ? 1 : 0;
        var length = AdministrativeUnits.UnitAt(words, unitAt) is { } unit ? unitAt + unit.Length : AdministrativeUnits.Heads.LengthAt(words, 0);
        return length > 0 && length < words.Length ? new ListHead([words[..length]], match.IsPlural || _head is { IsExplicit: true }) : _head;
    }
}
