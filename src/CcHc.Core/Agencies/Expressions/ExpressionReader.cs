using CcHc.Core.Text;

namespace CcHc.Core.Agencies.Expressions;

/// <summary>Walks over an agency expression once, part by part; each rule takes its words or leaves them to the next.</summary>
internal sealed partial class ExpressionReader
{
    private readonly string _text;
    private readonly IReadOnlyList<AgencyToken> _tokens;
    private readonly AgencyDirectory _directory;
    private readonly DateOnly? _onDay;
    private readonly List<ExpressionPart> _parts = [];
    private int _at;

    /// <summary>The role of the column or of the last label; <see cref="_role"/> may differ within a sentence ("phối hợp với …").</summary>
    private AgencyRole _labelRole;
    private AgencyRole _role;

    /// <summary>The first part a word like "chủ trì" after it speaks of.</summary>
    private int _clauseStart;
    private int _bracketRoleEnd;
    private ListHead? _head;
    private bool _hasTail;

    public ExpressionReader(string text, IReadOnlyList<AgencyToken> tokens, AgencyDirectory directory, AgencyRole role, DateOnly? onDay)
    {
        _text = text;
        _tokens = tokens;
        _directory = directory;
        _onDay = onDay;
        _labelRole = _role = role;
    }

    public IReadOnlyList<ExpressionPart> Read()
    {
        while (_at < _tokens.Count)
        {
            _ = ReadMark() || ReadDitto() || ReadLabel() || ReadRoleWords() || ReadBracket() || ReadException() || SkipChief()
                || ReadNamed() || ReadListHead() || ReadGroup() || SkipTail() || ReadVague() || SkipJoin() || ReadUnknown();
        }

        return _parts;
    }

    private bool ReadMark()
    {
        var token = _tokens[_at];
        if (token.IsWord || token.Kind == AgencyTokenKind.Open)
        {
            return false;
        }

        if (token.Kind == AgencyTokenKind.Colon && TellsShareOfWork(_at + 1))
        {
            _at = EndOfClause(_at);
            return true;
        }

        if (token.EndsClause)
        {
            _clauseStart = _parts.Count;
            _bracketRoleEnd = 0;
            _role = token.Kind == AgencyTokenKind.Semicolon ? _role : _labelRole;
        }

        _at++;
        return true;
    }

    /// <summary>"Sở Nội vụ: tuyển dụng": after an agency and a colon stands what it does.</summary>
    private bool TellsShareOfWork(int at) =>
        _parts.Count > _clauseStart && _parts[^1].Kind is ExpressionPartKind.Named or ExpressionPartKind.Group
        && KindAt(at) == AgencyTokenKind.Word && !IsRoleWordAt(at) && RoleWordAt(at) is null && !StartsPart(at);

    private int EndOfClause(int at)
    {
        while (at < _tokens.Count && !(_tokens[at].EndsClause && !IsWrap(at)))
        {
            at++;
        }

        return at;
    }

    /// <summary>"Như trên", "nt": whom the cell above names, this expression cannot tell.</summary>
    private bool ReadDitto()
    {
        var length = AdministrativeUnits.Dittos.LengthAt(_tokens, _at);
        if (length == 0 || KindAt(_at + length) == AgencyTokenKind.Word)
        {
            return false;
        }

        var words = Words(_at, _at + length);
        Add(new ExpressionPart(ExpressionPartKind.Vague, _role, words, []) { Findings = { AgencyFindings.Ditto(words) } });
        _at += length;
        return true;
    }

    private bool SkipChief()
    {
        var length = AdministrativeUnits.Chiefs.LengthAt(_tokens, _at);
        var isBeforeOffice = KindAt(_at + length) == AgencyTokenKind.Word || AdministrativeUnits.Chiefs.IsAt(_tokens, _at + length + 1);
        if (length == 0 || !isBeforeOffice)
        {
            return false;
        }

        _at += length;

        // "Trưởng ban Ban Dân tộc": the first "ban" belongs to the title.
        if (_at + 1 < _tokens.Count && _tokens[_at].IsWord && string.Equals(_tokens[_at].Folded, _tokens[_at + 1].Folded, StringComparison.Ordinal))
        {
            _at++;
        }

        return true;
    }

    private bool SkipJoin()
    {
        var length = AdministrativeUnits.Joins.LengthAt(_tokens, _at);
        _at += length;
        return length > 0;
    }

    private void Add(ExpressionPart part) => _parts.Add(part);

    private string Words(int from, int to) => VietnameseText.OneLine(_text[_tokens[from].Start.._tokens[to - 1].End]);

    private AgencyTokenKind? KindAt(int at) => at >= 0 && at < _tokens.Count ? _tokens[at].Kind : null;

    private bool IsWordAt(int at, string folded) => at >= 0 && at < _tokens.Count && string.Equals(_tokens[at].Folded, folded, StringComparison.Ordinal);

    /// <summary>A line break in the middle of a sentence, as printed documents have them.</summary>
    private bool IsWrap(int at) =>
        KindAt(at) == AgencyTokenKind.Line && KindAt(at + 1) == AgencyTokenKind.Word && char.IsLower(_text[_tokens[at + 1].Start]) && !StartsPart(at + 1);

    /// <summary>True when a new agency, group or unnamed body begins here, not the rest of the part before.</summary>
    private bool StartsPart(int at)
    {
        if (KindAt(at) != AgencyTokenKind.Word)
        {
            return false;
        }

        var head = AdministrativeUnits.Heads.LengthAt(_tokens, at);
        return AdministrativeUnits.Plurals.IsAt(_tokens, at)
            || AdministrativeUnits.Chiefs.IsAt(_tokens, at)
            || AdministrativeUnits.Nobodies.IsAt(_tokens, at)
            || AdministrativeUnits.UnitAt(_tokens, at) is not null
            || (head > 0 && AdministrativeUnits.Tails.LengthAt(_tokens, at) <= head)
            || NameAt(at, _head is { IsExplicit: true } ? _head : null) is not null;
    }
}
