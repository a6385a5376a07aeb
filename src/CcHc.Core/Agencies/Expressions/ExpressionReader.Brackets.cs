namespace CcHc.Core.Agencies.Expressions;

/// <summary>Brackets and exceptions: they explain, exclude, list or restrict the part before.</summary>
internal sealed partial class ExpressionReader
{
    private static readonly PhraseList ListWords = new("gồm", "bao gồm", "cụ thể", "cụ thể là", "gồm có", "là");

    private bool ReadBracket()
    {
        if (KindAt(_at) != AgencyTokenKind.Open)
        {
            return false;
        }

        var close = ClosingOf(_at);
        if (_parts.Count == 0)
        {
            _at++;
            return true;
        }

        var from = _at + 1;
        _at = Math.Min(close + 1, _tokens.Count);
        if (from >= close)
        {
            return true;
        }

        var last = _parts[^1];
        if (AdministrativeUnits.Exclusions.LengthAt(_tokens, from) is var length and > 0)
        {
            Except(from + length, close);
        }
        else if (RoleWordsAt(from + LabelNounAt(from)) is ({ } role, var end) && end == close && (role != AgencyRole.Collecting || LabelNounAt(from) > 0))
        {
            // After "X (chủ trì)", the role in a later bracket speaks of every agency in between: "Y, Z (phối hợp)".
            _parts.Skip(_bracketRoleEnd > 0 ? _bracketRoleEnd : _parts.Count - 1).ToList().ForEach(p => p.Role = role);
            _bracketRoleEnd = _parts.Count;
        }
        else if (CoordinatingWords.IsAt(_tokens, from))
        {
            // "X (phối hợp với Y)" names Y as well.
            Inner(from, close, null).Read().Where(part => part.Role == AgencyRole.Coordinating).ToList().ForEach(Add);
        }
        else if (!OnlyExplains(from))
        {
            ReadList(last, from + ListWords.LengthAt(_tokens, from), close);
        }

        return true;
    }

    private bool OnlyExplains(int at) =>
        IsRoleWordAt(at) || (AdministrativeUnits.Tails.IsAt(_tokens, at) && !AdministrativeUnits.Restrictions.IsAt(_tokens, at))
            || KindAt(at) != AgencyTokenKind.Word;

    /// <summary>A bracket of names: the members meant of a group, or a further agency. Names the directory does not have only explain.</summary>
    private void ReadList(ExpressionPart last, int from, int to)
    {
        var inner = Inner(from, to, last.Head is { } head ? head with { IsExplicit = true } : null);
        var listed = inner.Read();
        var agencies = listed.SelectMany(p => p.Agencies).Distinct().ToList();
        var isList = agencies.Count > 0 && !inner._hasTail && listed.All(p => p.Kind == ExpressionPartKind.Named);
        if (last.Kind != ExpressionPartKind.Group)
        {
            // "Ban Thi đua (Sở Nội vụ)", "UBND xã Trà Nham (huyện Tây Trà)" tell where it belongs.
            var tellsWhere = last.Kind == ExpressionPartKind.Unknown || AdministrativeUnits.UnitAt(_tokens, from) is not null;
            if (isList && !tellsWhere)
            {
                foreach (var part in listed)
                {
                    part.Role = part.Role == AgencyRole.Coordinating ? part.Role : last.Role;
                    Add(part);
                }
            }

            return;
        }

        if (isList && agencies.All(last.Agencies.Contains) && (agencies.Count > 1 || listed[0].IsFromList))
        {
            last.Agencies = agencies;
        }
        else if (!ExplainsGroup(from, to))
        {
            last.LeaveUndecided(AgencyFindings.Qualified(last.Text + " " + Words(from - 1, Math.Min(to + 1, _tokens.Count))));
        }
    }

    /// <summary>"(thị xã)", "(Phòng Nội vụ)": kinds of the same level, or the one office that does the work in each.</summary>
    private bool ExplainsGroup(int from, int to)
    {
        var isOneOffice = AdministrativeUnits.Heads.IsAt(_tokens, from) && !AdministrativeUnits.Plurals.IsAt(_tokens, from);
        return isOneOffice || AdministrativeUnits.UnitAt(_tokens, from) is { } unit && (from + unit.Length == to || UnitsAt(from)?.End == to);
    }

    private bool ReadException()
    {
        var length = AdministrativeUnits.Exclusions.LengthAt(_tokens, _at);
        if (length == 0)
        {
            return false;
        }

        var from = _at + length;
        var to = EndOfClause(from);
        _at = to;
        Except(from, to);
        return true;
    }

    private void Except(int from, int to)
    {
        if (_parts.Count == 0 || _parts[^1].Kind != ExpressionPartKind.Group || from >= to)
        {
            return;
        }

        var group = _parts[^1];
        var excepted = Inner(from, to, group.Head is { } head ? head with { IsExplicit = true } : null).Read();
        var removed = excepted.SelectMany(p => p.Agencies).ToHashSet();
        var unclear = excepted.FirstOrDefault(p => p.Kind == ExpressionPartKind.Vague || (p.Kind == ExpressionPartKind.Unknown && MayBeMember(p.Text, group)));
        if (unclear is not null || excepted.Count == 0)
        {
            group.LeaveUndecided(AgencyFindings.ExceptUnknown(group.Text, unclear?.Text ?? Words(from, to)));
        }
        else
        {
            group.Agencies = [.. group.Agencies.Where(a => !removed.Contains(a))];
        }
    }

    // A name that is not in the group cannot be taken out of it; a misspelt one might be.
    private bool MayBeMember(string name, ExpressionPart group) => _directory.Nearest(name).Any(group.Agencies.Contains);

    private ExpressionReader Inner(int from, int to, ListHead? head)
    {
        AgencyToken[] tokens = [.. _tokens.Skip(from).Take(to - from)];
        return new ExpressionReader(_text, tokens, _directory, _role, _onDay) { _head = head };
    }

    private int ClosingOf(int open)
    {
        var depth = 0;
        for (var i = open; i < _tokens.Count; i++)
        {
            depth += _tokens[i].Kind switch { AgencyTokenKind.Open => 1, AgencyTokenKind.Close => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return _tokens.Count;
    }
}
