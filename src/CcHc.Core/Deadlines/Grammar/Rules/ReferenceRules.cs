using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>
/// Numbers and days of papers, which are never deadlines: "Kế hoạch số 76/KH-UBND ngày 05/4/2018", "Nghị quyết 18-NQ/TW", "Nghị định 09/2019/NĐ-CP".
/// </summary>
internal static class ReferenceRules
{
    private static readonly Phrases Paper = new(
        "quyet dinh", "ke hoach", "cong van", "thong tu", "nghi dinh", "nghi quyet", "chi thi", "thong bao", "to trinh", "chuong trinh", "van ban", "luat",
        "bo luat", "phap lenh", "de an", "huong dan",
        "ket luan", "quy che", "cong dien", "giay moi", "thong tu lien tich", "bao cao", "quy dinh");

    // Short forms count as papers only with a number; a plan may also be "KH tháng 3".
    private static readonly Phrases ShortPaper = new("qd", "nd", "tt", "nq", "cv", "ct", "kh", "ttr", "ttlt", "kl");
    private static readonly Phrases Law =
        new("nghi dinh", "nd", "thong tu", "tt", "nghi quyet", "nq", "quyet dinh", "qd", "chi thi", "ct", "luat", "phap lenh");

    public static DocumentReference? Read(Tokens tokens, int at)
    {
        var i = Paper.Skip(tokens, at);
        var law = Law.Skip(tokens, at);
        if (law > at && tokens.Is(law, "so"))
        {
            law++;
        }

        if (law > at && tokens[law].IsNumber && tokens[law].Text.Length <= 4 && tokens.Is(law + 1, "/") && tokens[law + 2].IsYear && !tokens[law].AfterBreak
            && !tokens.IsAny(law + 3, "/", "-"))
        {
            return new DocumentReference(at, PaperDay(tokens, law + 3));
        }

        i = i > at ? i : ShortPaper.Skip(tokens, at);
        var hasPaper = i > at;
        var hasNumberWord = tokens.Is(i, "so");
        i = hasNumberWord ? i + 1 : i;
        i = hasNumberWord && tokens.Is(i, ":") ? i + 1 : i;
        if (Code(tokens, i) is var code && code > i)
        {
            return new DocumentReference(at, PaperDay(tokens, code));
        }

        // "Chỉ thị 26", "Kết luận số 50" without letters; "Kế hoạch 2018" keeps its year out of the deadline, too.
        if (hasPaper && tokens[i].IsNumber && !tokens[i].IsYear && !tokens.IsAny(i + 1, "/", "-", "thang", "ngay", "nam", "quy", "lan", "tuan")
            && tokens[i].Number > 4 || (hasPaper && hasNumberWord && tokens[i].IsNumber))
        {
            return new DocumentReference(at, PaperDay(tokens, i + 1));
        }

        return tokens.IsAny(at, "iso", "tcvn") ? new DocumentReference(at, Standard(tokens, at)) : null;
    }

    /// <summary>"76/KH-UBND", "09/2019/NĐ-CP", "18-NQ/TW", "63/2025/QH15".</summary>
    private static int Code(Tokens tokens, int at)
    {
        if (!tokens[at].IsNumber || !tokens.IsAny(at + 1, "/", "-"))
        {
            return at;
        }

        var i = at + 2;
        if (tokens[i].IsYear && tokens.IsAny(i + 1, "/", "-"))
        {
            i += 2;
        }

        if (!tokens[i].IsWord || EnglishRules.IsMonthName(tokens, i) || tokens.Is(i, "may") || tokens[i].AfterSpace && tokens.Is(i - 1, "-")
            || tokens.IsAny(i, "lan", "nam", "thang", "quy", "qui", "ngay", "tuan", "ky", "i", "ii", "iii", "iv", "t", "q"))
        {
            return at;
        }

        while (tokens[i].IsWord && tokens.IsAny(i + 1, "-", "/", ".") && tokens[i + 2].IsWord && !tokens[i + 2].AfterSpace)
        {
            i += 2;
        }

        i = tokens[i + 1].IsNumber && !tokens[i + 1].AfterSpace ? i + 2 : i + 1;
        return i;
    }

    private static int PaperDay(Tokens tokens, int at)
    {
        var i = tokens.IsAny(at, ",", "(") ? at + 1 : at;
        if (tokens.Is(i, "ngay") && DayRules.Read(tokens, i) is { Point.LacksMonth: false } day)
        {
            return tokens.Is(i - 1, "(") && tokens.Is(day.End, ")") ? day.End + 1 : day.End;
        }

        return tokens.Is(at, "nam") && tokens[at + 1].IsYear ? at + 2 : at;
    }

    private static int Standard(Tokens tokens, int at)
    {
        var i = at + 1;
        while (tokens[i].IsNumber || tokens.IsAny(i, "iso", "tcvn", ":"))
        {
            i++;
        }

        return i;
    }
}
