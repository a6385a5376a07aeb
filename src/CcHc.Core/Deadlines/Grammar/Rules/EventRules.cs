using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>
/// Duties that wait for something: "theo quy định", "sau khi …", "khi có yêu cầu", "đúng tiến độ", "kịp thời", and the marks "thường xuyên", "đột xuất".
/// </summary>
internal static class EventRules
{
    private static readonly Phrases Lead = new(
        "sau khi", "ngay sau", "ngay sau khi", "sau moi", "sau tung", "sau ky", "sau dot", "sau hoi nghi", "sau dai hoi", "sau tet", "sau thoi diem",
        "sau cuoc", "sau ket", "sau cac", "sau buoi",
        "khi", "ngay khi", "ke tu khi", "tu khi", "kip thoi", "dung tien do", "dung thoi gian", "dung thoi han", "dung han", "dung lo trinh", "dung ke hoach",
        "dung quy dinh", "bao dam tien do",
        "dam bao tien do", "bao dam dung", "dam bao dung", "bao dam theo", "dam bao theo", "bao dam thoi gian", "dam bao thoi gian", "tuy theo", "tuy thuoc",
        "tuy tinh hinh", "can cu",
        "phu thuoc", "truoc khi", "truoc ky", "truoc dot", "truoc hoi nghi", "truoc dai hoi", "truoc phien", "truoc tet", "truoc cuoc", "truoc thoi diem",
        "truoc nam hoc", "trong ky hop",
        "tai ky hop", "ky hop", "cac ky hop", "tai cac ky hop", "trong phien hop", "tai phien hop", "ke tu ngay ky", "ke tu ngay ban hanh",
        "ke tu ngay co hieu luc", "tu ngay ky", "tu ngay ban hanh",
        "ngay trong ky hop", "ngay lap tuc", "het nhiem ky", "trong nhiem ky", "co hieu luc", "vao dip", "nhan dip", "trong dip", "dip tet", "dip le",
        "dip ky niem", "vao cac ngay le", "cac ngay le", "ket thuc nam hoc", "cung thoi diem",
        "sau ngay", "truoc ngay", "ngay sau ngay", "ke tu ngay", "tu ngay", "cham nhat khi", "phu hop voi", "dong thoi voi", "song song voi", "gan voi",
        "trong qua trinh",
        "dung tien trinh", "trong ngay lam viec", "trong ngay", "moi dot", "tung dot", "cuoi dot", "cuoi moi dot", "moi khi", "moi lan co");

    private static readonly Phrases NotTheo =
        new("doi", "mau", "bieu", "tham quyen", "chuc nang", "nhiem vu", "linh vuc", "nganh", "co che", "phuong thuc", "hinh thuc", "nhom", "don vi",
            "khung", "vi tri", "tieu chi", "thu tu", "danh muc", "nguyen tac", "co cau");

    private static readonly Phrases NoAct = new(
        "ngay", "thang", "quy", "qui", "nam", "nay", "tuan", "gio", "mat", "het", "tien", "do", "day", "sau", "truoc", "hoac", "va", "thoi", "it nhat",
        "toi thieu", "cuoi", "dau", "giua", "nua", "mung", "mong", "som");

    // Before a time these only lead to it: "theo Kế hoạch số …, hoàn thành trong Quý III".
    private static readonly Phrases Fillers =
        new("hoan thanh", "xong", "thuc hien", "phai hoan thanh", "va hoan thanh", "phan dau hoan thanh", "phan dau", "du kien", "hoan thanh xong",
            "trien khai", "cu the", "nhung");

    private static readonly Phrases SteadyWords =
        new("thuong xuyen", "lien tuc", "thuong xuyen lien tuc", "thuong xuyen , lien tuc", "lien tuc , thuong xuyen", "thuong xuyen va lien tuc", "hang ngay",
            "moi ngay",
                "thuong xuyen hang nam", "thuong xuyen , hang nam", "thuong xuyen hang ngay", "thuong xuyen , hang ngay", "hang nam thuong xuyen",
                "hang nam , thuong xuyen");
    private static readonly Phrases AdHocWords = new(
        "dot xuat", "hoac dot xuat", "va dot xuat", ", dot xuat", "hoac bao cao dot xuat", "va bao cao dot xuat", "dot xuat khi co yeu cau",
        "hoac dot xuat khi co yeu cau", "va dot xuat khi co yeu cau",
        ", dot xuat khi co yeu cau", "dot xuat theo yeu cau", "hoac dot xuat theo yeu cau", "va dot xuat theo yeu cau", ", dot xuat theo yeu cau",
        "khi co yeu cau dot xuat",
        "hoac khi co yeu cau dot xuat", "va khi co yeu cau dot xuat", "theo yeu cau dot xuat", "hoac theo yeu cau dot xuat", "va theo yeu cau dot xuat",
        "hoac theo yeu cau", "hoac khi co yeu cau",
        "va khi co yeu cau", "va theo yeu cau", "hoac khi can thiet", "hoac khi can", "va khi can thiet", "hoac khi phat sinh", "va khi phat sinh");

    public static Continuous? Steady(Tokens tokens, int at) =>
        SteadyWords.Skip(tokens, at) is var end && end > at && !tokens.IsAny(at - 1, "chi", "phi", "khong") && !tokens.IsAny(end, "thanh", "tru")
            ? new Continuous(at, end) : null;

    public static AdHoc? AdHoc(Tokens tokens, int at) => AdHocWords.Skip(tokens, at) is var end && end > at ? new AdHoc(at, end) : null;

    /// <param name="limit">The clause's end.</param>
    /// <param name="startsTime">Whether a time of its own stands at a place: there the trigger ends.</param>
    public static EventPhrase? Read(Tokens tokens, int at, int limit, Func<int, TimePhrase?> startsTime)
    {
        var isDirection = tokens.Is(at + 1, "huong") && !tokens.Is(at + 2, "dan");
        if (tokens.Is(at, "theo") && tokens.IsAny(at - 1, "tiep", "kem"))
        {
            return null;
        }

        var isBasis = tokens.Is(at, "theo") && !isDirection && !(tokens[at - 1].IsWord && NotTheo.StandsAt(tokens, at + 1));
        var lead = isBasis ? at + 1 : Math.Max(Lead.Skip(tokens, at), AfterAct(tokens, at));
        if (lead == at || lead > limit || (tokens.IsAny(lead - 1, "ngay") && tokens[lead].IsNumber))
        {
            return null;
        }

        // "xây dựng kế hoạch" folds to the words of "đúng kế hoạch".
        if ((tokens.Is(at, "khi") && (tokens.IsAny(at - 1, "trong", "lam") || !tokens.MayBe(at, "khi")))
            || (tokens.Is(at, "dung") && (tokens.IsAny(at - 1, "xay", "su", "ap", "tuyen", "noi") || !tokens.MayBe(at, "đúng"))))
        {
            return null;
        }

        var (end, holdsTime) = Trigger(tokens, lead, limit, startsTime);
        return new EventPhrase(at, end) { IsAdHoc = IsOnRequest(tokens, at), HoldsTime = holdsTime };
    }

    /// <summary>"sau sắp xếp", "trước khai giảng", "đến khi có văn bản thay thế" at the head of a phrase: bound to something that is no time.</summary>
    private static int AfterAct(Tokens tokens, int at)
    {
        if (tokens[at - 1].IsWord || tokens[at - 1].IsNumber)
        {
            return at;
        }

        if (tokens.IsAny(at, "sau", "truoc"))
        {
            var isNoTime = tokens[at + 1].IsWord && !NoAct.StandsAt(tokens, at + 1) && Points.Read(tokens, at + 1) is null
                && Numerals.Count(tokens, at + 1) is null;
            return isNoTime && tokens.MayBe(at, tokens.Is(at, "sau") ? "sau" : "trước") ? at + 1 : at;
        }

        return tokens.Is(at, "den") && tokens.Is(at + 1, "khi") ? at + 2 : at;
    }

    /// <summary>Where the words of a trigger end.</summary>
    public static (int End, bool HoldsTime) Trigger(Tokens tokens, int from, int limit, Func<int, TimePhrase?> startsTime)
    {
        var holdsTime = false;
        for (var i = from; i < limit;)
        {
            var head = Head(tokens, from, i);
            var isNewPhrase = tokens.IsAny(head - 1, ",", "(", "va", "hoac") || tokens[i].AfterBreak;
            if (ReferenceRules.Read(tokens, i) is { } reference)
            {
                i = reference.To;
                continue;
            }

            if (AdHoc(tokens, i) is not null && i > from)
            {
                return (i, holdsTime);
            }

            if (startsTime(i) is { } time and not EventPhrase)
            {
                var isYearOnly = time is Dated { Bound: Bound.In } dated
                    && (dated.IsVague || dated.Points.Items.All(point => point.Grain is Granularity.Year or Granularity.Span));
                if (isNewPhrase && i > from || time is Dated { Bound: Bound.Before or Bound.By } or DueDay { Bound: not Bound.In })
                {
                    var end = isNewPhrase ? head : i;
                    while (end > from && tokens.IsAny(end - 1, ",", "(", "va", "hoac"))
                    {
                        end--;
                    }

                    return (end, holdsTime);
                }

                holdsTime |= !isYearOnly && time is Dated or DueDay && !DocumentNames.NamesPlan(tokens, time) && !RoleWords.IsDayOfPaper(tokens, time);
                i = time.To;
                continue;
            }

            i++;
        }

        return (limit, holdsTime);
    }

    private static int Head(Tokens tokens, int from, int at)
    {
        for (var i = Math.Max(from, at - 3); i < at; i++)
        {
            if (Fillers.Skip(tokens, i) == at)
            {
                return i;
            }
        }

        return at;
    }

    private static bool IsOnRequest(Tokens tokens, int at) =>
        tokens.Is(at, "theo") && tokens.Is(at + 1, "yeu") && tokens.Is(at + 2, "cau")
            || (tokens.Is(at, "khi") && tokens.Is(at + 1, "co") && tokens.Is(at + 2, "yeu"));
}
