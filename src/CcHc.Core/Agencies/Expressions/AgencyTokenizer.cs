using CcHc.Core.Text;

namespace CcHc.Core.Agencies.Expressions;

/// <summary>Cuts an agency expression into words and marks; bullets, quotes and the dots of abbreviations fall away.</summary>
internal sealed class AgencyTokenizer
{
    private static readonly Dictionary<string, string[]> WrittenOut = new(StringComparer.Ordinal)
    {
        ["tp"] = ["thành", "phố"], ["tx"] = ["thị", "xã"], ["h."] = ["huyện"], ["q."] = ["quận"], ["x."] = ["xã"],
    };

    private readonly string _text;
    private readonly List<AgencyToken> _tokens = [];
    private int _at;

    private AgencyTokenizer(string text) => _text = text;

    /// <param name="text">After <see cref="VietnameseText.Normalize"/>.</param>
    public static IReadOnlyList<AgencyToken> Read(string text) => new AgencyTokenizer(text).ReadAll();

    /// <summary>The words of a name, without the marks and "và" between them.</summary>
    public static AgencyToken[] Words(string? name) => [.. Read(VietnameseText.OneLine(name)).Where(t => t.IsWord)];

    private List<AgencyToken> ReadAll()
    {
        while (_at < _text.Length)
        {
            if (char.IsLetterOrDigit(_text[_at]))
            {
                ReadWord();
            }
            else
            {
                ReadMark();
                _at++;
            }
        }

        return _tokens;
    }

    private void ReadWord()
    {
        var start = _at;
        while (_at < _text.Length && char.IsLetterOrDigit(_text[_at]))
        {
            _at++;
        }

        var word = _text[start.._at];
        if (IsAtLineStart && _at < _text.Length && IsNumbering(word, _text[_at]))
        {
            _at++;
            return;
        }

        var hasDot = _at < _text.Length && _text[_at] == '.' && word.Length <= 2 && FollowedByWord(_at + 1) && char.IsUpper(word[0]);
        if (hasDot)
        {
            _at++;
        }

        var folded = VietnameseText.Fold(word);
        if (_tokens is [.., var last, { Kind: AgencyTokenKind.Line }] && GoesOn(last, word))
        {
            _tokens.RemoveAt(_tokens.Count - 1);
        }

        if (folded == "va")
        {
            _tokens.Add(new AgencyToken(AgencyTokenKind.And, "", "", false, start, _at));
        }
        else if (Expand(folded, hasDot) is { } words)
        {
            foreach (var one in words)
            {
                _tokens.Add(new AgencyToken(AgencyTokenKind.Word, VietnameseText.Fold(one), WordSpelling.Exact(one), false, start, _at));
            }
        }
        else
        {
            _tokens.Add(new AgencyToken(AgencyTokenKind.Word, folded, WordSpelling.Exact(word), WordSpelling.LooksLikeInitials(word, folded), start, _at));
            JoinPeoplesCommittee();
        }
    }

    private string[]? Expand(string folded, bool hasDot)
    {
        var before = _tokens.Count > 0 ? _tokens[^1].Folded : "";
        return (folded, hasDot) switch
        {
            ("tp", _) when before is "so" or "phong" or "nganh" || IsInListOfDepartments => null,
            ("thi", false) when before is "huyen" || IsInListOfUnits => FollowedByWord(_at) ? null : ["thị", "xã"],
            ("tt", true) when before is "ubnd" => ["thị", "trấn"],
            ("p", true) => before is "ubnd" or "cac" ? ["phường"] : ["phòng"],
            ("h" or "q" or "x", true) => WrittenOut[folded + "."],
            _ => WrittenOut.GetValueOrDefault(folded),
        };
    }

    /// <summary>"Các sở: NV, TC, TP": the last is Tư pháp, no city.</summary>
    private bool IsInListOfDepartments =>
        !FollowedByWord(_at) && Clause().FirstOrDefault(t => t.Folded is "so" or "ubnd" or "huyen" or "xa" or "phuong").Folded == "so"
        && !Clause().Any(t => t.Folded is "huyen" or "xa" or "phuong");

    /// <summary>"Các huyện, thị, thành phố": a town without its second word.</summary>
    private bool IsInListOfUnits => _tokens is [.., { Folded: "huyen" }, { Kind: AgencyTokenKind.Comma or AgencyTokenKind.And }];

    private IEnumerable<AgencyToken> Clause() => _tokens.Skip(_tokens.FindLastIndex(t => t.EndsClause) + 1);

    private void JoinPeoplesCommittee()
    {
        ReadOnlySpan<string> full = ["uy", "ban", "nhan", "dan"];
        foreach (var length in (ReadOnlySpan<int>)[4, 3])
        {
            var first = _tokens.Count - length;
            var words = length == 4 ? full : (ReadOnlySpan<string>)["ub", "nhan", "dan"];
            if (first >= 0 && EndWith(words, first))
            {
                var joined = new AgencyToken(AgencyTokenKind.Word, "ubnd", "ubnd", false, _tokens[first].Start, _at);
                _tokens.RemoveRange(first, length);
                _tokens.Add(joined);
                return;
            }
        }

        if (_tokens[^1].Folded == "ubnd")
        {
            _tokens[^1] = _tokens[^1] with { IsInitials = false };
        }
    }

    private bool EndWith(ReadOnlySpan<string> words, int first)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!string.Equals(_tokens[first + i].Folded, words[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private void ReadMark()
    {
        var kind = FoldedLetters.Of(_text[_at]) switch
        {
            ',' or '/' => AgencyTokenKind.Comma,
            ';' => AgencyTokenKind.Semicolon,
            ':' => AgencyTokenKind.Colon,
            '(' or '[' => AgencyTokenKind.Open,
            ')' or ']' => AgencyTokenKind.Close,
            '\n' => AgencyTokenKind.Line,
            '.' when !FollowedByWord(_at + 1) || _text[_at + 1] is ' ' or '\n' => AgencyTokenKind.Stop,
            '+' when !IsAtLineStart => AgencyTokenKind.Comma,
            '-' or '&' when !IsAtLineStart && _tokens[^1].IsWord => AgencyTokenKind.Dash,
            _ => (AgencyTokenKind?)null,
        };
        if (kind is { } mark)
        {
            _tokens.Add(new AgencyToken(mark, "", "", false, _at, _at + 1));
        }
    }

    /// <summary>True for a line break inside a phrase: after a comma or "và", or between words that belong together ("UBND⏎cấp huyện").</summary>
    private static bool GoesOn(AgencyToken last, string next) =>
        last.Kind is AgencyTokenKind.Comma or AgencyTokenKind.And
        || (char.IsLower(next[0]) && (last.Folded is "cap" or "cac" or "ubnd" or "thanh" or "thi" or "dac" or "uy" or "ban" or "nhan"));

    private bool IsAtLineStart => _tokens.Count == 0 || _tokens[^1].EndsClause;

    private static bool IsNumbering(string word, char mark) =>
        (mark == ')' && word.Length <= 2) || (mark == '.' && word.Length <= 2 && word.All(char.IsAsciiDigit));

    private bool FollowedByWord(int at)
    {
        while (at < _text.Length && _text[at] == ' ')
        {
            at++;
        }

        return at < _text.Length && char.IsLetterOrDigit(_text[at]);
    }
}
