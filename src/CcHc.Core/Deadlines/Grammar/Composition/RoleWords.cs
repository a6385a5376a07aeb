using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Composition;

/// <summary>The words that give a day its <see cref="DayRole"/>.</summary>
internal static class RoleWords
{
    private static readonly Phrases Replaced =
        new("han cu", "moc cu", "ngay cu", "thoi gian cu", "tien do cu", "cu", "ban dau", "truoc day", "truoc kia", "han truoc");

    private static readonly Phrases InForce = new(
        "han moi", "thoi gian moi", "moc moi", "ngay moi", "gia han", "dieu chinh", "dieu chinh lai", "lui", "lui lai", "lui han", "hoan", "hoan lai",
        "chuyen sang", "chuyen thanh", "chuyen den", "doi sang",
        "doi thanh", "doi lai", "sua thanh", "sua lai", "thay bang", "nay la", "nay sua", "nay", "keo dai", "xin lui", "cap nhat thanh", "cap nhat lai");

    private static readonly Phrases Negated = new(
        "khong phai", "khong phai la", "bo", "huy", "huy bo", "thay vi", "thay cho", "khong con", "khong lay", "khong tinh", "khong ap dung", "chu khong",
        "chua phai", "khong");

    private static readonly Phrases NegatedBehind =
        new("khong con", "khong ap dung", "khong thuc hien", "huy", "huy bo", "da huy", "bai bo", "tam dung", "tam hoan");

    private static readonly Phrases Start = new(
        "khoi cong", "khoi dong", "khoi su", "khai mac", "khai truong", "bat dau", "bat tay", "ngay giao", "giao ngay", "giao viec", "nhan ngay", "ngay nhan",
        "ngay ky", "ky ngay", "ngay lap", "lap ngay", "ngay cap nhat",
        "cap nhat ngay", "khoi hanh", "ngay ban hanh", "ngay gui", "gui ngay", "start", "started");

    private static readonly Phrases Exception = new("tru", "ngoai tru", "khong ke", "loai tru", "khong bao gom", "khong gom");

    private static readonly Phrases PaperLead =
        new("theo", "kem theo", "tai", "can cu", "thuc hien", "cua", "ve", "duoc giao tai", "tren co so", "giao tai", "dinh kem", "kem", "so", "nhan duoc");

    // Letters that come in: their day is never the deadline. The others may be what falls due.
    private static readonly Phrases Letter =
        new("cong van", "cong dien", "giay moi", "thu moi", "bien ban", "phieu giao viec", "quyet dinh", "thong bao", "van ban", "qd", "cv", "tb", "bb", "vb",
            "ttr", "kl");

    private static readonly Phrases Paper = new(
        "ke hoach", "thong tu", "nghi dinh", "nghi quyet", "chi thi", "to trinh", "chuong trinh", "huong dan", "ket luan", "nd", "nq", "ct", "kh", "hd",
        "y kien", "hop dong", "bao cao", "phieu", "quyet dinh", "cong van",
        "thong bao", "van ban", "qd", "cv", "tb", "vb", "ttr", "kl", "cong dien", "giay moi", "thu moi", "bien ban", "cuoc hop", "hop", "hoi nghi", "phien hop",
        "buoi lam viec", "ky hop", "buoi hop");

    private static readonly Phrases Completion =
        new("hoan thanh", "xong", "ket thuc", "han", "han cuoi", "han chot", "thoi han", "phai", "va", "phai hoan thanh", "han hoan thanh",
            "thoi han hoan thanh");

    // Between such a word and its day nothing else may stand.
    private static readonly Phrases Between =
        new(":", "lan", "den", "sang", "thanh", "het", "ngay", "la", "toi", "thoi", "han", "moi", "vao", "tu", "moc", "qua", "trong", "thu", "(", "gian",
            "hoan thanh", "xuong");

    public static DayRole? Before(Tokens tokens, TokenSpan words, Dated day)
    {
        for (var i = words.To - 1; i >= words.From; i--)
        {
            if (IsPaperDay(tokens, words, i, day))
            {
                return DayRole.Document;
            }

            if (Exception.StandsAt(tokens, i) && IsExcept(tokens, i))
            {
                return DayRole.Exception;
            }

            if (tokens.Is(i, "rieng") && Reaches(tokens, tokens.Is(i + 1, "ky") ? i + 2 : i + 1, words.To))
            {
                return DayRole.Particular;
            }

            var (replaced, inForce, negated, start) = (Replaced.Skip(tokens, i), InForce.Skip(tokens, i), Negated.Skip(tokens, i), Start.Skip(tokens, i));
            var role = replaced > i && IsOld(tokens, i) && Reaches(tokens, replaced, words.To) ? DayRole.Replaced
                : inForce > i && IsMoved(tokens, i) && Reaches(tokens, inForce, words.To) ? DayRole.InForce
                : negated > i && !day.HasPreposition && IsNot(tokens, i) && Reaches(tokens, negated, words.To) ? DayRole.Negated
                : start > i && (words.To - i <= 4 || tokens.Is(i, "khoi")) ? DayRole.Start
                : IsPast(tokens, i) && words.To - i <= 4 ? DayRole.Past
                : (DayRole?)null;
            if (role is not null)
            {
                return role;
            }
        }

        return null;
    }

    public static DayRole? Behind(Tokens tokens, TokenSpan words)
    {
        var first = tokens.IsAny(words.From, "(", "-", ":") ? words.From + 1 : words.From;
        if (words.IsEmpty || first >= words.To)
        {
            return null;
        }

        return NegatedBehind.StandsAt(tokens, first) && !tokens.MayBe(first, "huy") ? DayRole.Negated
            : Replaced.StandsAt(tokens, first) && IsOld(tokens, first) ? DayRole.Replaced
            : Exception.StandsAt(tokens, first) && IsExcept(tokens, first) ? DayRole.Exception
            : Start.StandsAt(tokens, first) ? DayRole.Start
            : Enumerable.Range(first, Math.Min(4, words.To - first)).Any(i => IsPast(tokens, i)) ? DayRole.Past
            : null;
    }

    /// <summary>The number behind "lần"; 0 without one.</summary>
    public static int Round(Tokens tokens, TokenSpan words)
    {
        for (var i = words.From; i + 1 < words.To; i++)
        {
            if (tokens.IsAny(i, "lan") && Numerals.Count(tokens, i + 1) is { Number: < 20 } round)
            {
                return round.Number;
            }
        }

        return 0;
    }

    /// <summary>The last word of a paper's name, short or long.</summary>
    public static bool IsPaper(Tokens tokens, int at) => Paper.Skip(tokens, at) == at + 1 || Paper.Skip(tokens, at - 1) == at + 1;

    /// <summary>"Công văn ngày 3/3/2026": the day belongs to the paper before it.</summary>
    public static bool IsDayOfPaper(Tokens tokens, TimePhrase time) =>
        time is Dated { Bound: Bound.In, HasPreposition: false, Points: { Joint: Connector.Single, Items: [{ Grain: Granularity.Day }] } }
            && tokens.Is(time.From, "ngay") && IsPaper(tokens, time.From - 1);

    /// <summary>Only words of completion stand there: "hoàn thành", "xong", "thời hạn:".</summary>
    /// <param name="to">Where the day begins, the words that lead to it included.</param>
    public static bool IsCompletion(Tokens tokens, int from, int to)
    {
        if (from == to)
        {
            return Completion.StandsAt(tokens, from);
        }

        var i = from;
        while (i < to && (Completion.Skip(tokens, i) is var next && next > i || tokens.Is(i, ":") && (next = i + 1) > 0))
        {
            i = next;
        }

        return i > from && i >= to;
    }

    /// <summary>Only words of old and new stand there: they name nothing that falls due.</summary>
    public static bool SaysOnlyRole(Tokens tokens, int from, int to)
    {
        var i = from;
        var hasRole = false;
        while (i < to)
        {
            var role = Math.Max(InForce.Skip(tokens, i), Replaced.Skip(tokens, i));
            var other = tokens[i].IsWord ? Between.Skip(tokens, i) : i + 1;
            hasRole |= role > i || tokens.Is(i, "moi");
            if (Math.Max(role, other) is var next && next <= i)
            {
                return false;
            }

            i = next;
        }

        return hasRole;
    }

    private static bool Reaches(Tokens tokens, int from, int to)
    {
        while (from < to && (Between.Skip(tokens, from) is var next && next > from || tokens[from].IsNumber && (next = from + 1) > 0))
        {
            from = next;
        }

        return from >= to;
    }

    // "trụ sở cũ", "cụ thể"
    private static bool IsOld(Tokens tokens, int at) => !tokens.Is(at, "cu") || tokens.MayBe(at, "cũ")
        && (!tokens[at - 1].IsWord || tokens.IsAny(at - 1, "han", "moc", "ngay", "gian", "do", "hoach", "lich", "thoi")) && !tokens.Is(at + 1, "the");

    private static bool IsMoved(Tokens tokens, int at) => tokens[at].Text switch
    {
        "hoan" => tokens.MayBe(at, "hoãn") && !tokens.Is(at + 1, "thanh"),
        "lui" => tokens.MayBe(at, "lùi"),
        "nay" => tokens.MayBe(at, "nay") && !tokens.IsAny(at - 1, "tu", "nam", "thang", "quy", "ngay", "den", "hien"),
        _ => true,
    };

    private static bool IsNot(Tokens tokens, int at) => tokens[at].Text switch
    {
        "bo" => (tokens.Is(at, tokens.Written(at, at + 1).ToLowerInvariant()) ? !tokens[at - 1].IsWord : tokens.MayBe(at, "bỏ"))
            && !tokens.IsAny(at - 1, "bai", "xoa", "huy", "loai", "thao", "cat", "noi"),
        "huy" => tokens.MayBe(at, "hủy") || tokens.MayBe(at, "huỷ"),
        _ => true,
    };

    private static bool IsExcept(Tokens tokens, int at) =>
        !tokens.Is(at, "tru") || tokens.MayBe(at, "trừ") && !tokens.IsAny(at - 1, "luu", "khau", "co", "dong", "diet");

    private static bool IsPast(Tokens tokens, int at) =>
        tokens.Written(at, at + 1).ToLowerInvariant() is "đã" or "Đã"
        || tokens.Is(at, "da") && tokens.MayBe(at, "đã")
            && tokens.IsAny(at + 1, "hoan", "xong", "ban", "trinh", "gui", "bao", "thuc", "ky", "duoc", "nop", "phe");

    // "theo Công văn ngày 3/3/2026", "QĐ ngày 05/01/2026"; "ban hành Quyết định ngày 30/6/2026" may be a deadline.
    private static bool IsPaperDay(Tokens tokens, TokenSpan words, int at, Dated day)
    {
        if (day is not { Bound: Bound.In, HasPreposition: false, Points: { Joint: Connector.Single, Items: [{ Grain: Granularity.Day, LacksMonth: false }] } }
            || Paper.Skip(tokens, at) is not (var end and > 0) || end == at)
        {
            return false;
        }

        var hasColon = Enumerable.Range(at, words.To - at).Any(i => tokens.Is(i, ":"));
        var isLed = Enumerable.Range(words.From, at - words.From).Any(i => PaperLead.Skip(tokens, i) == at);
        return !hasColon && (isLed || at == words.From && Letter.StandsAt(tokens, at) && end == words.To);
    }
}
