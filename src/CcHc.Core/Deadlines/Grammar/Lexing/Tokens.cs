using System.Globalization;
using CcHc.Core.Text;

namespace CcHc.Core.Deadlines.Grammar.Lexing;

/// <summary>A word, a number or a mark of a time cell, folded.</summary>
/// <param name="Number">-1 when the token is not a number.</param>
/// <param name="AfterBreak">True for the first token of a line.</param>
internal readonly record struct Token(string Text, int Number, int Start, int End, bool AfterSpace, bool AfterBreak)
{
    public static readonly Token None = new("", -1, 0, 0, false, false);

    public bool IsNumber => Number >= 0;

    public bool IsWord => Text.Length > 0 && !IsNumber && char.IsLetter(Text[0]);

    /// <summary>A number written with four digits that can be a year of an office's plan.</summary>
    public bool IsYear => Text.Length == 4 && Number is >= 1990 and <= 2100;
}

/// <summary>The tokens of a time cell; reading past either end gives <see cref="Token.None"/>.</summary>
internal sealed class Tokens
{
    private readonly FoldedText _folded;
    private readonly List<Token> _items;
    private readonly TokenSpan _view;

    public Tokens(string text)
    {
        (_folded, _items) = (FoldedText.Of(text), []);
        Split(_folded.Value);
        _view = new TokenSpan(0, _items.Count);
    }

    private Tokens(Tokens whole, TokenSpan view) => (_folded, _items, _view) = (whole._folded, whole._items, view);

    public int Count => _items.Count;

    public Token this[int at] => at >= _view.From && at < _view.To ? _items[at] : Token.None;

    /// <summary>The same places, with nothing to read outside of the stretch.</summary>
    public Tokens Within(int from, int to) => new(this, new TokenSpan(from, to));

    public bool Is(int at, string text) => this[at].Text == text;

    public bool IsAny(int at, params ReadOnlySpan<string> texts) => texts.Contains(this[at].Text);

    /// <summary>True unless the accents make it another word: "tư" is not "từ".</summary>
    public bool MayBe(int at, string word) => Written(at, at + 1).ToLowerInvariant() is var written && (written == word || written == this[at].Text);

    /// <summary>The words as the office wrote them.</summary>
    public string Written(int from, int to) => from >= to ? "" : VietnameseText.OneLine(_folded.Slice(this[from].Start, this[to - 1].End));

    /// <summary>True for a word with a capital in a text that also has small letters.</summary>
    public bool IsCapital(int at) => char.IsUpper(_folded.Slice(this[at].Start, this[at].End)[0]) && _folded.Original.Any(char.IsLower);

    private void Split(string text)
    {
        var (space, lineBreak) = (false, true);
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                lineBreak |= text[i] == '\n';
                space = true;
                i++;
                continue;
            }

            var end = i + 1;
            if (char.IsDigit(text[i]))
            {
                while (end < text.Length && char.IsDigit(text[end]))
                {
                    end++;
                }

                _items.Add(new Token(text[i..end], NumberOf(text.AsSpan(i, end - i)), i, end, space, lineBreak));
            }
            else if (char.IsLetter(text[i]))
            {
                while (end < text.Length && char.IsLetter(text[end]))
                {
                    end++;
                }

                AddWord(text[i..end], i, space, lineBreak);
            }
            else
            {
                _items.Add(new Token(text[i..end], -1, i, end, space, lineBreak));
            }

            (space, lineBreak) = (false, false);
            i = end;
        }
    }

    /// <summary>The length of the Roman number a word is, or begins with before "năm" or "và".</summary>
    private static int Roman(string word)
    {
        var length = word.StartsWith("iv", StringComparison.Ordinal) ? 2 : word.TakeWhile(letter => letter == 'i').Count();
        return length is >= 1 and <= 3 && word[length..] is "" or "nam" or "va" ? length : 0;
    }

    // "QuýIII", "Quý IIInăm" are typed without a space as often as with one.
    private void AddWord(string word, int start, bool space, bool lineBreak)
    {
        var noun = word.StartsWith("quy", StringComparison.Ordinal) || word.StartsWith("qui", StringComparison.Ordinal) ? 3
            : word.StartsWith('q') ? 1 : 0;
        if (noun > 0 && word.Length > noun && Roman(word[noun..]) > 0)
        {
            _items.Add(new Token(word[..noun], -1, start, start + noun, space, lineBreak));
            (word, start, space, lineBreak) = (word[noun..], start + noun, false, false);
        }

        if (Roman(word) is var roman && roman > 0 && roman < word.Length && _items.Count > 0 && _items[^1].Text is "quy" or "qui" or "q")
        {
            _items.Add(new Token(word[..roman], -1, start, start + roman, space, lineBreak));
            (word, start, space, lineBreak) = (word[roman..], start + roman, false, false);
        }

        // Excel in Vietnamese shortens the months: "30-Thg6-26".
        _items.Add(new Token(word == "thg" ? "thang" : word, -1, start, start + word.Length, space, lineBreak));
    }

    private static int NumberOf(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            // Longer than any day, month or year: the exact value says nothing more.
            number = Math.Min(number * 10 + CharUnicodeInfo.GetDecimalDigitValue(digit), 99_999_999);
        }

        return number;
    }
}
