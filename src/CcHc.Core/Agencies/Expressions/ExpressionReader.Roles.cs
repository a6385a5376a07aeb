namespace CcHc.Core.Agencies.Expressions;

/// <summary>Roles inside a cell: labels ("Cơ quan phối hợp: …") and sentences ("X chủ trì, phối hợp với Y").</summary>
internal sealed partial class ExpressionReader
{
    private static readonly PhraseList LabelNouns = new(
        "cơ quan", "đơn vị", "cơ quan đơn vị", "các cơ quan", "các đơn vị", "các cơ quan đơn vị", "CQ", "ĐV", "bộ phận", "nơi", "cấp",
        "trách nhiệm", "phân công");
    private static readonly PhraseList LeadWords = new(
        "chủ trì", "thực hiện", "tổ chức thực hiện", "chủ trì thực hiện", "chịu trách nhiệm", "tham mưu", "chủ trì tham mưu", "triển khai",
        "đầu mối", "chủ quản");
    private static readonly PhraseList CoordinatingWords = new("phối hợp", "phối hợp thực hiện", "phối hợp triển khai");
    private static readonly PhraseList CollectingWords =
        new("tổng hợp", "kiểm tra", "thẩm định", "thẩm tra", "theo dõi", "đôn đốc", "giám sát", "tiếp nhận báo cáo");
    private static readonly PhraseList LeadInitials = new("CT", "CQCT", "ĐVCT");
    private static readonly PhraseList CoordinatingInitials = new("PH", "CQPH", "ĐVPH");
    private static readonly PhraseList Lead = new("chủ trì");
    private static readonly PhraseList With = new("với", "cùng", "cùng với");
    private static readonly PhraseList LeadTasks = new("thực hiện", "tham mưu", "triển khai", "tổ chức thực hiện", "chính");

    private bool ReadLabel()
    {
        var noun = LabelNounAt(_at);
        var (role, rolesEnd) = RoleWordsAt(_at + noun);
        var isPlainLabel = noun > 0 && role is not null && KindAt(rolesEnd) == AgencyTokenKind.Colon;
        if (_at > 0 && !_tokens[_at - 1].EndsClause && !isPlainLabel)
        {
            return false;
        }

        var end = _at;
        while (end < _tokens.Count && KindAt(end) is AgencyTokenKind.Word or AgencyTokenKind.Comma or AgencyTokenKind.And or AgencyTokenKind.Dash)
        {
            end++;
        }

        if (KindAt(end) == AgencyTokenKind.Colon)
        {
            // A label: its role words decide, whatever stands around them; other words before a colon tell what is done.
            if (noun > 0 || role is not null)
            {
                return TakeLabel(role ?? FirstRoleBetween(_at + noun, end), end + 1);
            }

            return !StartsPart(_at) && TakeLabel(null, end + 1);
        }

        if (role is null)
        {
            return false;
        }

        if (KindAt(rolesEnd) is AgencyTokenKind.Dash or AgencyTokenKind.Line)
        {
            return TakeLabel(role, rolesEnd + 1);
        }

        return noun > 0 && KindAt(rolesEnd) == AgencyTokenKind.Word && StartsPart(rolesEnd) && TakeLabel(role, rolesEnd);
    }

    private bool TakeLabel(AgencyRole? role, int next)
    {
        _labelRole = _role = role ?? _labelRole;
        _clauseStart = _parts.Count;
        _head = null;
        _at = next;
        return true;
    }

    /// <summary>Tokens of "Cơ quan", "Các cơ quan, đơn vị" at the beginning of a label.</summary>
    private int LabelNounAt(int at)
    {
        var length = LabelNouns.LengthAt(_tokens, at);
        if (length > 0 && KindAt(at + length) is AgencyTokenKind.Comma or AgencyTokenKind.And
            && LabelNouns.LengthAt(_tokens, at + length + 1) is var more and > 0)
        {
            length += 1 + more;
        }

        return length;
    }

    /// <summary>The strongest role of a list of role words ("phối hợp, theo dõi"), and where the list ends.</summary>
    private (AgencyRole? Role, int End) RoleWordsAt(int at)
    {
        AgencyRole? strongest = null;
        var end = at;
        while (RoleWordAt(at) is var (role, length))
        {
            strongest = strongest is { } known && known < role ? known : role;
            end = at + length;
            at = KindAt(end) is AgencyTokenKind.Comma or AgencyTokenKind.And or AgencyTokenKind.Dash ? end + 1 : end;
        }

        return (strongest, end);
    }

    private (AgencyRole Role, int Length)? RoleWordAt(int at)
    {
        (AgencyRole Role, int Length)[] found =
        [
            (AgencyRole.Lead, LeadWords.LengthAt(_tokens, at)),
            (AgencyRole.Coordinating, CoordinatingWords.LengthAt(_tokens, at)),
            (AgencyRole.Collecting, CollectingWords.LengthAt(_tokens, at)),
            (AgencyRole.Lead, InitialsLengthAt(LeadInitials, at)),
            (AgencyRole.Coordinating, InitialsLengthAt(CoordinatingInitials, at)),
        ];
        var best = found.MaxBy(f => f.Length);
        return best.Length > 0 ? best : null;
    }

    /// <summary>"CT:" and "(PH)" are roles; "Sở CT" is a name.</summary>
    private int InitialsLengthAt(PhraseList initials, int at) =>
        KindAt(at + 1) is AgencyTokenKind.Colon or AgencyTokenKind.Close ? initials.LengthAt(_tokens, at) : 0;

    private AgencyRole? FirstRoleBetween(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (RoleWordAt(at) is var (role, _))
            {
                return role;
            }
        }

        return null;
    }

    private bool IsRoleWordAt(int at) => Lead.IsAt(_tokens, at) || CoordinatingWords.IsAt(_tokens, at);

    private bool ReadRoleWords()
    {
        if (Lead.IsAt(_tokens, _at))
        {
            var speaksOfWhatFollows = _parts.Count == _clauseStart;
            _at += 2;
            _at += speaksOfWhatFollows ? LeadTasks.LengthAt(_tokens, _at) : 0;
            return TakeRole(AgencyRole.Lead, speaksOfWhatFollows);
        }

        var length = CoordinatingWords.LengthAt(_tokens, _at);
        if (length == 0)
        {
            return false;
        }

        _at += length;
        var with = With.LengthAt(_tokens, _at);
        _at += with;
        return TakeRole(AgencyRole.Coordinating, with > 0 || StartsPart(_at) || _parts.Count == _clauseStart);
    }

    private bool TakeRole(AgencyRole role, bool speaksOfWhatFollows)
    {
        if (KindAt(_at) == AgencyTokenKind.Colon)
        {
            return TakeLabel(role, _at + 1);
        }

        if (speaksOfWhatFollows)
        {
            _role = role;
        }
        else
        {
            _parts.Skip(_clauseStart).ToList().ForEach(p => p.Role = role);
            _role = _labelRole;
        }

        _clauseStart = _parts.Count;
        return true;
    }
}
