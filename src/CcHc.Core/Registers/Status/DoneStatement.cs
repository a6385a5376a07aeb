using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Status;

/// <summary>
/// A statement that a task is done (câu báo đã xong), read from its beginning: subject, verb, manner, then an end, a day, a document or a remark that takes
/// nothing back.
/// </summary>
internal static partial class DoneStatement
{
    /// <summary>True when the words may say done of some task or other.</summary>
    public static bool MayBe(string folded) => Verb().IsMatch(Subject().Replace(folded, "", 1));

    /// <param name="folded">Folded words; <paramref name="line"/> the same with accents, where "chờ" and "cho" are two words.</param>
    /// <returns>Null when the words do not surely say done.</returns>
    public static StatusReading? Read(string folded, string line, int? year, string task)
    {
        var rest = Subject().Replace(folded, "", 1);
        if (Verb().Match(rest) is not { Success: true } verb)
        {
            return null;
        }

        // Most cells say nothing of the kind, and a task's words are long.
        var about = VietnameseText.Fold(task);
        rest = rest[verb.Length..];
        var bracketed = InBrackets().Match(rest) is { Success: true } inside ? CompletionDay.Whole(inside.Groups["day"].Value, year) : null;
        for (var manner = Manner().Match(rest); manner is { Success: true, Length: > 0 }; manner = Manner().Match(rest))
        {
            rest = rest[manner.Length..];
        }

        return Fits(verb.Value, about) && Ends(rest, verb.Value, about) && !IsTakenBack(rest, line)
            ? new StatusReading(TaskProgress.Done, bracketed ?? CompletionDay.Find(rest, year)) : null;
    }

    private static bool IsSurelyPast(string verb) => verb.StartsWith("da ", StringComparison.Ordinal) || verb.Contains("xong", StringComparison.Ordinal);

    /// <summary>"Đã gửi báo cáo" ends a task that asks for a report; of a task that asks for something else it says little.</summary>
    private static bool Fits(string verb, string about) => about.Length == 0
        || Asks.All(ask => !verb.Contains(ask.Verb, StringComparison.Ordinal) || ask.Words.Any(word => about.Contains(word, StringComparison.Ordinal)));

    private static readonly (string Verb, string[] Words)[] Asks =
    [
        ("bao cao", ["bao cao"]), (" bc", ["bao cao"]), ("nop", ["bao cao", "nop", "ho so", "danh sach", "gui"]),
        ("gui", ["bao cao", "gui", "nop", "ho so", "danh sach", "cong van"]),
        ("to chuc", ["to chuc", "hoi nghi", "hop", "tap huan", "lop", "thi", "kiem tra", "boi duong"]), ("hop", ["hop", "hoi nghi"]),
        ("phe duyet", ["phe duyet"]), ("cong bo", ["cong bo"]),
        ("quyet dinh", ["quyet dinh"]), ("van ban", ["van ban"]),
    ];

    /// <summary>"Hoàn thành trước 30/6" and "hoàn thành trong quý II" may be a plan; "đã hoàn thành trong tháng 5" is none.</summary>
    private static bool Ends(string rest, string verb, string about) =>
        rest.AsSpan().Trim(" .)!").Length == 0
        || Finding().IsMatch(rest)
        || Day().IsMatch(rest)
        || (IsSurelyPast(verb) && (Period().IsMatch(rest) || BeforeDay().IsMatch(rest) || IsDocument(rest, verb, about)));

    /// <summary>
    /// A document named right behind the verb ends the task when it is what the task asks for, or when a number shows that it was issued to close it.
    /// </summary>
    private static bool IsDocument(string rest, string verb, string about)
    {
        if (Evidence().IsMatch(rest) || (!verb.Contains("ban hanh", StringComparison.Ordinal) && Document().IsMatch(rest)))
        {
            return true;
        }

        if (Document().Match(rest) is not { Success: true } document)
        {
            return false;
        }

        var name = Names.FirstOrDefault(known => known.Short == document.Groups["kind"].Value || known.Long == document.Groups["kind"].Value).Long
            ?? document.Groups["kind"].Value;
        return about.Length > 0 ? about.Contains(name, StringComparison.Ordinal) : name is "quyet dinh" or "nghi quyet";
    }

    private static readonly (string Short, string Long)[] Names =
    [
        ("qd", "quyet dinh"), ("nq", "nghi quyet"), ("kh", "ke hoach"), ("bc", "bao cao"), ("cv", "cong van"), ("ct", "chi thi"), ("tb", "thong bao"),
        ("hd", "huong dan"),
        ("ttr", "to trinh"), ("bb", "bien ban"), ("vb", "van ban"),
    ];

    /// <summary>Words that take some of it back: "đã hoàn thành, đang trình ký", "xong 5/8 xã".</summary>
    private static bool IsTakenBack(string rest, string line) =>
        Doubt().IsMatch(NoTrouble().Replace(rest, " ")) || AccentedDoubt().IsMatch(line)
        || Counted().Matches(rest).Any(count => Number(count.Groups["n"]) < Number(count.Groups["of"]))
        || Percent().Matches(rest).Any(percent => percent.Groups["n"].Value is not "100");

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?>(?:ket qua|tinh trang|tien do|den nay|toi nay|hien nay|hien|nhiem vu|cong viec|viec|viec nay|noi dung nay|noi dung|don vi|co quan|cq|so|dv|bao cao)(?: thuc hien| nay)?[,:]? ?)+(?=(?:da|hoan|xong|ht)\b)")]
    private static partial Regex Subject();

    [GeneratedRegex(@"^(?:(?:da |da duoc |vua |cung da |da co ban )?(?:hoan thanh xong|hoan thanh|hoan tat|h\.?t\.?|h[./]? ?thanh|h/t|xong xuoi|xong|lam xong|thuc hien xong|trien khai xong|trien khai hoan thanh|giai quyet xong|xu ly xong|ket thuc|dat)|da (?:duoc )?(?:thuc hien|lam|ban hanh|ky ban hanh|nghiem thu|to chuc(?: xong)?|hop|bao cao|gui bao cao|gui bc|nop bao cao|nop bc|co bao cao|co bc|nop|gui|co van ban|co quyet dinh|phe duyet|cong bo)|lam roi|xong roi|roi|da roi|done|completed?|finished|closed|ok|oke)(?![a-z0-9])")]
    private static partial Regex Verb();

    [GeneratedRegex(@"^,?(?: (?:nhiem vu(?: duoc giao| nay)?|cong viec(?: duoc giao| nay)?|viec nay|toan bo|tat ca|day du|du|roi|xong|het|nay|duoc giao|100 ?%(?: khoi luong| ke hoach| cong viec| nhiem vu)?|tot|xuat sac|vuot (?:muc|ke hoach|tien do|chi tieu)|theo (?:dung )?(?:ke hoach|yeu cau|quy dinh|tien do)(?! so)|(?:dung|truoc|som|qua|tre|cham)(?: thoi)?(?: ?(?:han|tien do|hon han|ke hoach|quy dinh|yeu cau|so voi (?:ke hoach|han|tien do)))?(?! (?:ngay|thang|quy)\b)(?! [0-9]{1,2} ?[/.-])(?: [0-9]{1,3} ngay(?: lam viec)?)?)|(?: ?\([^()]{0,120}\)))(?![a-z0-9/])")]
    private static partial Regex Manner();

    /// <summary>"Hoàn thành (12/5)".</summary>
    [GeneratedRegex(@"^[ ,;:]*\((?<day>[^()]{3,40})\)")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^ ?[,;:.(\n/-]")]
    private static partial Regex Finding();

    [GeneratedRegex(@"^(?: (?:vao|trong|hom|tu))?(?: ngay)? ?[0-9]{1,2}(?: ?[/.-] ?[0-9]{1,2}| thang [0-9]{1,2})")]
    private static partial Regex Day();

    [GeneratedRegex(@"^ (?:truoc|tu|som hon)(?: ngay)? [0-9]{1,2} ?[/.-] ?[0-9]{1,2}")]
    private static partial Regex BeforeDay();

    [GeneratedRegex(@"^(?: trong| vao)?(?: cuoi| dau| giua)? (?:thang|quy) (?:[0-9]{1,2}|i{1,3}|iv)(?:[ /-](?:nam )?20[0-9]{2})?(?:$| ?[,;.(])")]
    private static partial Regex Period();

    [GeneratedRegex(@"^ (?:tai|theo|bang|qua|kem(?: theo)?|co|thong qua|voi)(?: cac)? ?(?:van ban|vb|bao cao|bc|quyet dinh|qd|cong van|cv|ke hoach|kh|to trinh|ttr|thong bao|tb|nghi quyet|nq|chi thi|ct|bien ban|bb|huong dan|hd)?(?: so)? ?:? ?[0-9]")]
    private static partial Regex Evidence();

    [GeneratedRegex(@"^ (?<kind>quyet dinh|qd|nghi quyet|nq|ke hoach|kh|bao cao|bc|cong van|cv|chi thi|ct|thong bao|tb|huong dan|hd|quy che|quy dinh|quy trinh|de an|van ban|vb|to trinh|ttr|bien ban|bb)(?: so)? ?:? ?[0-9]")]
    private static partial Regex Document();

    [GeneratedRegex(@"\b(?:chua|dang|se|du kien|mot phan|tiep tuc|sap|ngoai tru|tuy nhien|nhung|giai doan|buoc [0-9]|dot [0-9]|lan [0-9]|du thao|vuong mac|phan dau|co ban|khong)\b")]
    private static partial Regex Doubt();

    [GeneratedRegex(@"\bkhong (?:co |gap )?(?:kho khan|vuong mac|phat sinh|y kien)(?: gi)?(?:,? vuong mac)?")]
    private static partial Regex NoTrouble();

    [GeneratedRegex(@"\b(?:chờ|còn|trừ)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AccentedDoubt();

    [GeneratedRegex(@"\b(?<n>[0-9]{1,4}) ?/ ?(?<of>[0-9]{1,4}) ?(?:don vi|dv|xa|phuong|co quan|lop|nhiem vu|nv|ho so|chi tieu|thu tuc|tthc|so|nganh|van ban|noi dung|huyen|phong|diem|cuoc|buoi|hoi nghi|muc|viec|san pham|dich vu)\b")]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?<n>[0-9]{1,3}(?:[.,][0-9]{1,2})?) ?%")]
    private static partial Regex Percent();
}
