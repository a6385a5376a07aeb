namespace CcHc.Core.Agencies.Expressions;

/// <summary>What names nobody of the directory: tails that tell what is done, unnamed bodies, unknown names.</summary>
internal sealed partial class ExpressionReader
{
    private static readonly PhraseList Circumstances = new(
        "theo", "đối với", "trong", "khi", "nếu", "tùy", "căn cứ", "để", "nhằm", "được giao", "có trách nhiệm", "chịu trách nhiệm", "thực hiện",
        "tổ chức thực hiện");

    private static readonly PhraseList Owned = new("thuộc", "của", "trực thuộc");
    private static readonly PhraseList Conditions = new("đối với", "theo chức năng", "theo quy định", "theo nhiệm vụ");

    /// <summary>
    /// "theo chức năng, nhiệm vụ được giao" ends before the next agency; after a verb with an object ("hướng dẫn các sở, UBND cấp huyện") the agencies are what
    /// it is done to, up to the end of the clause.
    /// </summary>
    private bool SkipTail()
    {
        var length = Math.Max(AdministrativeUnits.Tails.LengthAt(_tokens, _at),
            Math.Max(AdministrativeUnits.Places.LengthAt(_tokens, _at), AdministrativeUnits.Related.LengthAt(_tokens, _at)));
        if (length == 0 || AdministrativeUnits.Heads.LengthAt(_tokens, _at) > length)
        {
            return false;
        }

        var mayHaveObject = !Circumstances.IsAt(_tokens, _at);
        var hasObject = false;
        _hasTail = true;
        for (_at += length; _at < _tokens.Count; _at++)
        {
            var kind = _tokens[_at].Kind;
            if (kind is AgencyTokenKind.Semicolon or AgencyTokenKind.Stop || (kind == AgencyTokenKind.Line && !IsWrap(_at)) || IsRoleWordAt(_at))
            {
                break;
            }

            if (kind == AgencyTokenKind.Open)
            {
                _at = Math.Min(ClosingOf(_at), _tokens.Count - 1);
            }
            else if (kind is AgencyTokenKind.Comma or AgencyTokenKind.And)
            {
                if (!hasObject && StartsPart(_at + 1))
                {
                    break;
                }
            }
            else if (kind == AgencyTokenKind.Word && (DepartmentsAt(_at) ?? UnitsAt(_at)) is { } group)
            {
                hasObject |= mayHaveObject;
                _at = group.End - 1;
            }
            else
            {
                hasObject |= mayHaveObject && kind == AgencyTokenKind.Word
                    && (AdministrativeUnits.Heads.IsAt(_tokens, _at) || AdministrativeUnits.Plurals.IsAt(_tokens, _at));
            }
        }

        return true;
    }

    private bool ReadVague()
    {
        var isUnit = IsWordAt(_at, "ubnd") && AdministrativeUnits.UnitAt(_tokens, _at + 1) is { } unit && KindAt(_at + 1 + unit.Length) != AgencyTokenKind.Word;
        isUnit |= AdministrativeUnits.UnitAt(_tokens, _at) is { } bare && KindAt(_at + bare.Length) != AgencyTokenKind.Word;
        if (!isUnit && !AdministrativeUnits.Plurals.IsAt(_tokens, _at) && !AdministrativeUnits.Nobodies.IsAt(_tokens, _at) && !IsUnnamedHead(_at))
        {
            return false;
        }

        var from = _at;
        _at = isUnit ? _at + (IsWordAt(_at, "ubnd") ? 1 : 0) + AdministrativeUnits.UnitAt(_tokens, _at + (IsWordAt(_at, "ubnd") ? 1 : 0))!.Length
            : EndOfUnnamed(_at + 1, from);
        if (KindAt(_at) == AgencyTokenKind.Colon)
        {
            return true;
        }

        var words = Words(from, _at);
        var part = new ExpressionPart(ExpressionPartKind.Vague, _role, words, []);
        if (isUnit)
        {
            part.Findings.Add(AgencyFindings.WhichUnit(words));
        }

        Add(part);
        return true;
    }

    /// <summary>A head word with nothing after it: "Hội", "đoàn".</summary>
    private bool IsUnnamedHead(int at) =>
        AdministrativeUnits.Heads.LengthAt(_tokens, at) is var length and > 0 && char.IsLower(_text[_tokens[at].Start])
            && KindAt(at + length) != AgencyTokenKind.Word;

    private bool ReadUnknown()
    {
        var from = _at;
        var isSentence = char.IsLower(_text[_tokens[from].Start]) && !StartsPart(from) && _parts.Count > _clauseStart && _head is not { IsExplicit: true };
        _at = EndOfUnnamed(_at + 1, from);
        if (isSentence)
        {
            _hasTail = true;
            return true;
        }

        // "Phòng Nội vụ đối với cấp huyện": the condition is not part of the name.
        _at = Enumerable.Range(from + 1, _at - from - 1).Where(i => Conditions.IsAt(_tokens, i)).Append(_at).First();
        var words = Words(from, _at);
        Add(new ExpressionPart(ExpressionPartKind.Unknown, _role, words,
            []) { Findings = { AgencyFindings.Unknown(words, _directory.Nearest(NameToSuggestFor(from, words))) } });
        _head = _head is { IsExplicit: true } ? _head : null;
        return true;
    }

    private string NameToSuggestFor(int from, string words) =>
        _head is { IsExplicit: true } head && !AdministrativeUnits.Heads.IsAt(_tokens, from) && AdministrativeUnits.UnitAt(_tokens, from) is null
            ? string.Join(' ', head.Prefixes[0].Select(w => w.Folded)) + " " + words
            : words;

    /// <summary>The end of a part that is not in the directory: up to a mark after which another part begins.</summary>
    private int EndOfUnnamed(int at, int from)
    {
        for (; at < _tokens.Count; at++)
        {
            switch (_tokens[at].Kind)
            {
                case AgencyTokenKind.Semicolon or AgencyTokenKind.Stop or AgencyTokenKind.Open or AgencyTokenKind.Close or AgencyTokenKind.Colon:
                case AgencyTokenKind.Line when !IsWrap(at):
                case AgencyTokenKind.Word when IsRoleWordAt(at) || AdministrativeUnits.Exclusions.IsAt(_tokens, at):
                case AgencyTokenKind.Comma or AgencyTokenKind.And when EndsBefore(at, from):
                    return at;
            }
        }

        return at;
    }

    private bool EndsBefore(int mark, int from)
    {
        var next = mark + 1;
        if (KindAt(next) != AgencyTokenKind.Word || IsRoleWordAt(next))
        {
            return true;
        }

        if (!StartsPart(next))
        {
            // A bare name in a list is one name; otherwise the words still belong to this part.
            return _head is { IsExplicit: true } && !AdministrativeUnits.Plurals.IsAt(_tokens, from) && !AdministrativeUnits.Nobodies.IsAt(_tokens, from);
        }

        return !ContinuesPlaces(mark) && !ContinuesUnnamed(next, from) && !ContinuesOffice(mark, from) && !ContinuesOwners(next, from);
    }

    /// <summary>"Văn phòng HĐND và UBND", "Văn phòng Đoàn ĐBQH và HĐND tỉnh": one office.</summary>
    private bool ContinuesOffice(int mark, int from) =>
        AdministrativeUnits.Heads.IsAt(_tokens, from) && !IsWordAt(from, "hdnd")
        && ((IsWordAt(mark - 1, "hdnd") && IsWordAt(mark + 1, "ubnd")) || (IsWordAt(mark - 1, "dbqh") && IsWordAt(mark + 1, "hdnd")));

    /// <summary>"Các đơn vị thuộc Sở Nội vụ, Sở Tài chính": the second owner is not an agency that is named.</summary>
    private bool ContinuesOwners(int next, int from) =>
        AdministrativeUnits.Plurals.IsAt(_tokens, from) && AdministrativeUnits.Heads.IsAt(_tokens, next)
        && Enumerable.Range(from, next - from - 1).Any(i => Owned.IsAt(_tokens, i) && IsWordAt(i + 1, _tokens[next].Folded));

    /// <summary>"Phòng Nội vụ các huyện, thị xã", "Ban Chỉ đạo của tỉnh và các huyện": the places belong to the part before.</summary>
    private bool ContinuesPlaces(int mark)
    {
        var next = mark + 1;
        next += AdministrativeUnits.Plurals.IsAt(_tokens, next) ? 1 : 0;
        next += IsWordAt(next, "cap") ? 1 : 0;
        var endsWithPlace = IsWordAt(mark - 1, "tinh") || AdministrativeUnits.UnitAt(_tokens, mark - 1) is not null
            || AdministrativeUnits.UnitAt(_tokens, mark - 2) is { Length: 2 };
        return endsWithPlace && AdministrativeUnits.UnitAt(_tokens, next) is { } unit && NameAt(next, null) is null
            && KindAt(next + unit.Length) != AgencyTokenKind.Word;
    }

    /// <summary>"ban" in "các phòng, ban thuộc …": a head word that begins no name.</summary>
    private bool IsCommonHead(int at) =>
        AdministrativeUnits.Heads.LengthAt(_tokens, at) is var length and > 0 && char.IsLower(_text[_tokens[at].Start])
        && !(KindAt(at + length) == AgencyTokenKind.Word && char.IsUpper(_text[_tokens[at + length].Start])) && NameAt(at, null) is null
        && DepartmentsAt(at) is null && UnitsAt(at) is null;

    /// <summary>"Các cơ quan, đơn vị được kiểm tra": one part.</summary>
    private bool ContinuesUnnamed(int next, int from) =>
        !AdministrativeUnits.Plurals.IsAt(_tokens, next) && (AdministrativeUnits.Nobodies.IsAt(_tokens, next) || IsCommonHead(next))
        && (AdministrativeUnits.Plurals.IsAt(_tokens, from) || AdministrativeUnits.Nobodies.IsAt(_tokens, from));
}
