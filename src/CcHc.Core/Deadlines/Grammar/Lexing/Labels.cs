namespace CcHc.Core.Deadlines.Grammar.Lexing;

/// <summary>The words that name what falls due, without the words that only lead to the time.</summary>
internal static class Labels
{
    private static readonly Phrases Openers = new(
        "hoan thanh viec", "hoan thanh", "tham muu", "thoi gian", "thoi gian hoan thanh", "thoi gian thuc hien", "thoi han", "thoi han hoan thanh",
        "thoi han thuc hien", "tien do", "thuc hien",
        "xong", "va", "thoi gian trinh", "han", "phan dau", "du kien", "duoc", "thoi han bao cao", "dong thoi", "ke tu", "ca");

    private static readonly Phrases Closers = new("hoan thanh", "xong", "vao", "va", "trong", "la", "duoc", "du kien", "hoan thanh viec");

    private static readonly Phrases Receivers = new("ve ubnd", "ve uy ban", "ve so", "ve bo", "ve van phong");

    private static readonly Phrases Agencies = new(
        "ubnd", "uy ban nhan dan", "so", "cac so", "phong", "van phong", "ban", "bo", "cac phong", "cac ubnd", "cac co quan", "cac don vi", "hdnd", "thanh tra",
        "cong an", "trung tam", "chi cuc", "cuc",
        "cac huyen", "cac xa", "cac ban", "cac nganh");

    private static readonly Phrases Acts = new("ban hanh", "bo sung", "bo tri", "so ket", "so hoa", "so tuyen", "phong chong", "phong ngua");

    public static string? Of(Tokens tokens, int from, int to) => Stretch(tokens, from, to) is { } label ? tokens.Written(label.From, label.To) : null;

    /// <summary>Where the label stands in a stretch.</summary>
    public static TokenSpan? Stretch(Tokens tokens, int from, int to)
    {
        (from, to) = Trim(tokens, from, to);
        if (IsConditionOnly(tokens, from, to))
        {
            return null;
        }

        while (Openers.Skip(tokens, from) is var opened && opened > from && opened <= to)
        {
            (from, to) = Trim(tokens, opened, to);
        }

        for (var i = from; i < to; i++)
        {
            if (i > from && (Receivers.StandsAt(tokens, i) || (tokens.Is(i, "(") && tokens.Is(i + 1, "qua"))))
            {
                to = i;
            }
        }

        (from, to) = Trim(tokens, from, to);
        for (var i = from + 1; i < to; i++)
        {
            if (Closers.Skip(tokens, i) == to)
            {
                (from, to) = Trim(tokens, from, i);
            }
        }

        return from < to && Enumerable.Range(from, to - from).Any(i => tokens[i].IsWord) ? new TokenSpan(from, to) : null;
    }

    /// <summary>"UBND cấp huyện (qua Phòng Tư pháp)": a list of agencies goes on; no duty of its own.</summary>
    public static bool IsAgencyList(Tokens tokens, int from) => Agencies.StandsAt(tokens, from) && !Acts.StandsAt(tokens, from);

    // "(nếu có)", "(dự kiến)" are said of the time; they name nothing.
    private static bool IsConditionOnly(Tokens tokens, int from, int to) =>
        to - from == 2 && ((tokens.Is(from, "neu") && tokens.IsAny(from + 1, "co", "can")) || (tokens.Is(from, "du") && tokens.Is(from + 1, "kien")));

    private static (int, int) Trim(Tokens tokens, int from, int to)
    {
        while (from < to && IsTrimmed(tokens, from) && !(tokens.Is(from, "(") && !tokens.Is(to - 1, ")")))
        {
            to = tokens.Is(from, "(") ? to - 1 : to;
            from++;
        }

        while (from < to && IsTrimmed(tokens, to - 1) && !(tokens.Is(to - 1, ")") && Enumerable.Range(from, to - from).Any(i => tokens.Is(i, "("))))
        {
            to--;
        }

        return (from, to);
    }

    private static bool IsTrimmed(Tokens tokens, int at) => !tokens[at].IsWord && !tokens[at].IsNumber && !tokens.IsAny(at, "\"", "“", "«");
}
