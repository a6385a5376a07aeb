using CcHc.Core.Deadlines.Grammar.Lexing;
using CcHc.Core.Deadlines.Grammar.Rules;

namespace CcHc.Core.Deadlines.Grammar.Composition;

/// <summary>
/// The safety net: words no rule has read that still look like time. A label may hold the name of a period ("báo cáo quý", "Kế hoạch năm 2019"); anything else
/// that speaks of days, months, quarters or years must not be dropped in silence.
/// </summary>
internal static class UnreadTimeWords
{
    private static readonly Phrases Nouns = new("ngay", "thang", "tuan", "quy", "qui", "nam", "gio", "ky", "lan");

    // Folded words that begin like a time noun and are none: thăng hạng, tuân thủ, quy định, Nam, ngay khi, ký kết.
    private static readonly Phrases NoTime = new(
        "thang hang", "thang diem", "thang bang", "thang bac", "thang loi", "thang cap", "thang tien", "thang may", "thang tram", "tuan thu", "tuan tra",
        "tuan hoan", "tuan tu", "ngay khi", "ngay sau",
        "ngay tai", "ngay tu", "ngay cang", "ngay lap", "nam gioi", "nam nu", "nam bat", "nam vung", "ky ket", "ky thuat", "ky nang", "ky luat", "ky cuong",
        "ky hop", "ky thi", "ky so", "ky duyet",
        "ky ban hanh", "ky niem", "tuan le", "lan thu", "lan toa", "ngay trong", "ngay thanh", "nam giu");

    private static readonly Phrases Modifiers = new(
        "truoc", "sau", "trong", "den", "tu", "het", "moi", "hang", "tung", "cac", "vao", "cuoi", "dau", "giua", "nua", "qua", "khoang", "cung", "ca", "vai",
        "may", "nhieu", "nhung", "suot",
        "toi", "nay", "ke", "tiep", "lien", "hoc", "ngoai", "cham", "muon", "tai khoa", "ngan sach", "han", "le", "chan", "mot lan", "lan", "thu");

    // Directly before a time they change what it means.
    private static readonly Phrases Changers = new(
        "truoc", "sau", "khong", "ngoai", "tru", "hon", "nua", "dau", "giua", "cuoi", "gan", "het", "den", "tu", "cham", "muon", "som", "ke", "tiep", "lui",
        "gia han", "cham nhat", "muon nhat", "it nhat",
        "sang", "thay vi", "thay cho", "keo dai", "chua", "thang", "quy", "nam", "tuan", "ngay");

    private static readonly Phrases ChangersAfter =
        new("tro", "nua", "dau", "giua", "cuoi nam", "thang", "quy", "tuan", "ngay", "am lich", "tai khoa", "hoc", "lan", "gio", "- ", "/", "chuyen sang",
            "chuyen thanh", "thay bang", "doi thanh", "doi sang", "dieu chinh thanh", "dieu chinh sang", "dieu chinh den", "lui den", "lui sang", "gia han",
            "hoan den", "chu khong phai");

    private static readonly Phrases Names = new("bao cao", "so ket", "tong ket", "ket qua", "so lieu", "danh gia", "ke hoach", "du toan", "chuong trinh",
        "tinh hinh", "giao ban", "doi voi", "trien khai", "cong tac");

    /// <summary>The first words of a stretch that look like unread time; null when there are none.</summary>
    /// <param name="endsAtTime">Whether a read phrase follows the stretch, <paramref name="startsAfterTime"/> whether one stands before it.</param>
    public static string? Find(Tokens tokens, int from, int to, bool startsAfterTime, bool endsAtTime)
    {
        for (var i = from; i < to; i++)
        {
            // "20/6 (6 tháng)": the report's name.
            if (startsAfterTime && tokens.Is(i, "(") && FrequencyRules.Unit(tokens, i + 1, true) is { } unit && tokens.Is(unit.End, ")"))
            {
                i = unit.End;
                continue;
            }

            if (NoTime.Skip(tokens, i) is var harmless && harmless > i)
            {
                i = harmless - 1;
                continue;
            }

            if (LooksLikeTime(tokens, i, from, to, startsAfterTime || endsAtTime))
            {
                return tokens.Written(Math.Max(from, i - 1), Math.Min(tokens.Count, i + 3));
            }
        }

        if (endsAtTime && to > from && Enumerable.Range(from, to - from).Any(i => Changers.Skip(tokens, i) == to) && !IsOtherWord(tokens, to - 1)
            && !(Nouns.StandsAt(tokens, to - 1) && IsName(tokens, to - 1, from, true)))
        {
            return tokens.Written(to - 1, Math.Min(tokens.Count, to + 3));
        }

        // "6, 12/2025": the first number belongs to the time as well.
        if (endsAtTime && !startsAfterTime && to - from == 2 && tokens[from].IsNumber && tokens.IsAny(from + 1, ",", "va", "-", "&", "+", ";"))
        {
            return tokens.Written(from, to + 1);
        }

        if (startsAfterTime && !endsAtTime && (IsBarePeriod(tokens, from, to) || IsBareNumber(tokens, from, to)))
        {
            return tokens.Written(Math.Max(0, from - 2), to);
        }

        return startsAfterTime && to > from && ChangersAfter.StandsAt(tokens, from) ? tokens.Written(Math.Max(0, from - 2), Math.Min(to, from + 2)) : null;
    }

    /// <summary>"…, quý" behind a time: a period nobody read.</summary>
    private static bool IsBarePeriod(Tokens tokens, int from, int to)
    {
        var i = from;
        while (i < to && tokens.IsAny(i, ",", "va", "/", "-"))
        {
            i++;
        }

        i = i > from && tokens[i].IsNumber ? i + 1 : i;
        return i > from && i < to && tokens.IsAny(i, "thang", "quy", "qui", "nam") && (i + 1 >= to || !tokens[i + 1].IsWord);
    }

    /// <summary>"Quý II … III": a number without a word that tells what it counts; "(1)" is a footnote.</summary>
    private static bool IsBareNumber(Tokens tokens, int from, int to) =>
        from < to && !tokens.Is(from, "(") && !tokens.Is(from + 2, "%") && !tokens.Is(from + 1, "%")
            && Enumerable.Range(from, to - from) is var places && places.Any(i => tokens[i].Number > 0 || Numerals.IsRoman(tokens, i))
            && places.All(i => !tokens[i].IsWord || Numerals.IsRoman(tokens, i));

    // "đầu tư", "Việt Nam": the accents or the word before tell.
    private static bool IsOtherWord(Tokens tokens, int at) => tokens[at].Text switch
    {
        "tu" => !tokens.MayBe(at, "từ") || tokens.Is(at - 1, "dau"),
        "den" => !tokens.MayBe(at, "đến"),
        "nam" => !tokens.MayBe(at, "năm") || tokens.IsAny(at - 1, "viet", "ha", "quang", "mien", "phia"),
        "dau" => !tokens.MayBe(at, "đầu") || tokens.IsAny(at - 1, "phan", "dau"),
        "ngay" => !tokens.MayBe(at, "ngày"),
        "sang" => !tokens.MayBe(at, "sang") || tokens.Is(at + 1, "ngay"),
        "quy" => !tokens.MayBe(at, "quý"),
        "thang" => !tokens.MayBe(at, "tháng"),
        _ => false,
    };

    private static bool LooksLikeTime(Tokens tokens, int at, int from, int to, bool hasOther)
    {
        var token = tokens[at];
        if (Numerals.IsRoman(tokens, at) && tokens.Is(at + 1, "/") && tokens[at + 2].IsYear
            || token.IsYear && tokens.IsAny(at + 1, "-", "/") && tokens[at + 2].IsYear)
        {
            return true;
        }

        if (token.IsNumber)
        {
            var isDatePart = tokens.IsAny(at + 1, "/", "-") && tokens[at + 2].IsNumber && at + 2 < to
                || (tokens.Is(at + 1, ".") && tokens[at + 2].IsNumber && !tokens[at + 2].AfterSpace && tokens[at + 2].IsYear);
            return isDatePart || (token.IsYear && !hasOther)
                || Nouns.StandsAt(tokens, at - 1) && !NoTime.StandsAt(tokens, at - 1) && !IsOrdinal(tokens, at)
                    && !(at == from && token.Text.Length <= 2 && tokens[at + 1].IsWord && tokens.Is(at - 1, "thang"))
                        || (Nouns.StandsAt(tokens, at + 1) && !NoTime.StandsAt(tokens, at + 1) && !(token.Number == 1 && hasOther && tokens.Is(at + 1, "lan"))
                            && !IsName(tokens, at, from, hasOther))
                || tokens.IsAny(at - 1, "truoc", "den", "het") && !tokens.Is(at + 1, "%");
        }

        if (token.Text is "gio" or "ky" or "lan" || !Nouns.StandsAt(tokens, at) || (token.Text is "quy" && QuarterRules.IsOtherWord(tokens, at + 1)))
        {
            return false;
        }

        if (token.Text is "ngay" && tokens.IsAny(at + 1, "mot", "hai", "ba", "bon", "tam", "chin", "muoi", "mung", "mong", "ram"))
        {
            return true;
        }

        var before = at > from && (Modifiers.StandsAt(tokens, at - 1) || tokens.IsAny(at - 1, "i", "ii", "iii", "iv"));
        var after = at + 1 < to && (Modifiers.StandsAt(tokens, at + 1) || tokens.IsAny(at + 1, "i", "ii", "iii", "iv"));
        return (before || after) && !IsName(tokens, at, from, hasOther);
    }

    // "Lần 1", "kỳ 2" number what falls due.
    private static bool IsOrdinal(Tokens tokens, int at) =>
        tokens.IsAny(at - 1, "lan", "ky") && !tokens.IsAny(at + 1, "/", "thang", "quy", "nam", "ngay", "tuan");

    /// <summary>"báo cáo 6 tháng", "sơ kết quý": a period as a name, where the part has a time of its own.</summary>
    private static bool IsName(Tokens tokens, int at, int from, bool hasOther)
    {
        if (!hasOther)
        {
            return false;
        }

        for (var i = at - 1; i >= Math.Max(from, at - 4); i--)
        {
            if (Names.StandsAt(tokens, i))
            {
                return true;
            }
        }

        return false;
    }
}
