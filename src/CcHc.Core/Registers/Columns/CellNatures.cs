using System.Text.RegularExpressions;
using CcHc.Core.Agencies;
using CcHc.Core.Deadlines;
using CcHc.Core.Registers.Status;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Columns;

/// <summary>Tells what cells look like (nhận dạng ô), each distinct text once.</summary>
internal sealed partial class CellNatures
{
    /// <summary>Months and quarters without a year are times all the same.</summary>
    private const int AnyYear = 2026;

    private const int LongestTime = 240;

    /// <summary>Longer words that begin with a verb are a task, whatever year or month they name.</summary>
    private const int WordsOfAVerb = 6;
    private const int WordsOfAnEvent = 14;
    private const int LongestAgency = 600;
    private const int LongestLabel = 80;
    private const int WordsOfASentence = 4;

    /// <summary>In a time of so many words at least one of <see cref="WordsATimeWord"/> speaks of time; a task that names a year has one in twenty.</summary>
    private const int WordsOfALongTime = 12;
    private const int WordsATimeWord = 6;

    /// <summary>Half a kilobyte each, with the text.</summary>
    private const int MostKnown = 100_000;

    private static readonly CellNatures WithoutDirectory = new(null);

    private readonly AgencyDirectory? _directory;
    private readonly ReadOnce<CellNature> _texts;

    /// <param name="directory">Null: an agency is known by the words agencies' names begin with alone.</param>
    public CellNatures(AgencyDirectory? directory) => (_directory, _texts) = (directory, new ReadOnce<CellNature>(Read, MostKnown));

    public CellNature Of(GridCell cell) => cell.Stored.Kind switch
    {
        CellKind.Date when cell.Stored.Date is { Year: >= 2000 and <= 2100 } =>
            cell.Stored.Has(CellTraits.MonthOnly) ? CellNature.Time : CellNature.Time | CellNature.Day,
        CellKind.Boolean => CellNature.Tick,
        CellKind.Number => OfNumber(cell),
        _ => _texts.Of(cell.Text),
    };

    /// <summary>What words alone look like, without any directory.</summary>
    public static CellNature OfWords(string text) => WithoutDirectory.Read(text);

    private static CellNature OfNumber(GridCell cell)
    {
        var nature = CellNature.Number;
        nature |= cell.Text.EndsWith('%') || cell.Stored.Number is > 0 and < 1 ? CellNature.Share : CellNature.None;
        return cell.Stored.Number is 0 or 1 ? nature | CellNature.Tick | CellNature.Share : nature;
    }

    private CellNature Read(string text)
    {
        var folded = VietnameseText.Fold(Bullet().Replace(text, ""));
        if (TickMarks.IsAny(text))
        {
            return CellNature.Tick | (TaskNumber.Read(text).IsNone ? CellNature.None : CellNature.Number) | (folded.Length == 0
                ? CellNature.Empty : CellNature.None);
        }

        if (folded.Length == 0 || !VietnameseText.HasWords(text) || TickMarks.IsDitto(text))
        {
            return CellNature.Empty;
        }

        if (Share().IsMatch(folded))
        {
            return CellNature.Share;
        }

        if (!TaskNumber.Read(text).IsNone && folded.Length <= 8)
        {
            return CellNature.Number;
        }

        var nature = Kinds(folded);
        if (text.Length <= LongestAgency && (((nature & CellNature.Verb) == 0 && IsAgency(text, folded)) || IsLabelledAgency(folded)))
        {
            return CellNature.Agency | (SeveralAgencies().IsMatch(folded) ? CellNature.ManyAgencies : CellNature.None);
        }

        if (WrittenDate.Read(text) is not null)
        {
            return CellNature.Time | CellNature.Day;
        }

        if (StatusParser.Read(text).Progress != TaskProgress.Unknown)
        {
            return nature | CellNature.Status;
        }

        var words = folded.AsSpan().Count(' ') + 1;
        // "Kế hoạch năm 2026" is a paper, "Kế hoạch: quý I/2026" the time of one.
        var namesTimeOnly = ((nature & CellNature.Verb) == 0 || words <= WordsOfAVerb)
            && ((nature & CellNature.Paper) == 0 || text.Contains(':', StringComparison.Ordinal));
        return namesTimeOnly && IsTime(text, folded, words) ? CellNature.Time | (nature & CellNature.Told) : nature;
    }

    private static CellNature Kinds(string folded)
    {
        var nature = folded.AsSpan().Count(' ') + 1 >= WordsOfASentence ? CellNature.Sentence : CellNature.None;
        nature |= Verb().IsMatch(folded) ? CellNature.Verb : CellNature.None;
        nature |= Paper().IsMatch(folded) ? CellNature.Paper : CellNature.None;
        nature |= Told().IsMatch(folded) ? CellNature.Told : CellNature.None;
        nature |= DocumentNumber().IsMatch(folded) ? CellNature.DocumentNumber : CellNature.None;
        return Person().IsMatch(folded) ? nature | CellNature.Person : nature;
    }

    private bool IsAgency(string text, string folded) =>
        Agency().IsMatch(folded) || (_directory is not null && text.Length <= 60 && !folded.Any(char.IsAsciiDigit) && _directory.Find(text) is not null);

    /// <summary>"Tổng hợp báo cáo: Văn phòng UBND tỉnh": what is done, and by whom.</summary>
    private static bool IsLabelledAgency(string folded) =>
        folded.IndexOf(": ", StringComparison.Ordinal) is > 0 and < LongestLabel and var colon && Agency().IsMatch(folded[(colon + 2)..]);

    private static bool IsTime(string text, string folded, int words)
    {
        if (text.Length > LongestTime || TimeWord().Count(folded) is var said && (said == 0 || (words >= WordsOfALongTime && said * WordsATimeWord < words)))
        {
            return false;
        }

        var reading = DeadlineParser.ReadAlone(text, AnyYear);
        return reading.Milestones.Any(milestone => milestone.Kind is not (MilestoneKind.Unspecified or MilestoneKind.Event))
            || (words <= WordsOfAnEvent && reading.Milestones.Count > 0 && reading.IsUnderstood
                && reading.Milestones.All(milestone => milestone.Kind == MilestoneKind.Event));
    }

    [GeneratedRegex(@"^[-–—+*•●▪◦]\s*")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?:dat|hoan thanh|khoang|duoc)? ?[0-9]{1,3}(?:[.,][0-9]+)? ?%$")]
    private static partial Regex Share();

    [GeneratedRegex(@"\b(?:[0-9]{1,4}|thang|quy|nam|ngay|tuan|thuong xuyen|lien tuc|hang|dinh ky|hang nam|dau|cuoi|giua|truoc|sau|khi|ky|ngay sau|q[1-4]|before|june|deadline)\b|[0-9][/.\-][0-9]")]
    private static partial Regex TimeWord();

    // What an agency's name begins with, but for the words tasks begin with as well: "Ban hành", "Báo cáo", "Phòng chống", "Số hóa".
    [GeneratedRegex(@"^(?:(?:cac|nhung|moi|mot so|toan bo|tat ca|giao|do)[ ,]+)*(?:(?:co quan|don vi|bo phan)(?: (?:chu tri|phoi hop|thuc hien)[^:]{0,20})? ?: ?[-+]? ?)?(?:so (?!luong|hoa|lieu|ket|tay|do|sanh|hieu|[0-9])|ubnd\b|uy ban\b|hdnd\b|hoi dong nhan dan|van phong\b|vp\b|vpub"
        + @"|thanh tra (?:tinh|so|thanh pho|huyen|bo|nha nuoc|chinh phu)|ban (?!hanh\b|do\b|giao\b|hang\b|thao\b|dau\b)|phong (?!chong|ngua|trao)|cong an\b|cong ty\b|cuc\b|chi cuc\b|tong cuc\b|dai (?:phat|ptth|truyen)|bao (?:dien tu|va dai|tinh|hiem)|truong (?:dai|cao|chinh|thpt|mam|tieu|pho)"
        + @"|trung tam\b|ttpvhcc|huyen\b|thi xa\b|thanh pho\b|xa (?!hoi)|phuong (?!an|phap|tien|thuc|huong)|dac khu\b|benh vien\b|vien (?!chuc|dan)|hoi (?:nong|phu|cuu|luat|lien|chu|nha)|doan (?:thanh|tncs)|tinh doan|tinh uy|thanh uy|lien doan\b|lien minh\b|mttq|mat tran\b|kho bac|bhxh|bao hiem xa hoi"
        + @"|thue (?:tinh|thanh)|hai quan\b|buu dien|vnpt\b|viettel|toa an\b|vien kiem sat|bo chi huy|bch\b|bql\b|bo (?:noi vu|tu phap|tai chinh|y te|cong|giao|nong|xay|khoa|van)|to (?:cong tac|chuyen)|cac (?:xa|don vi)|so, |so, ban|(?:co quan|don vi|dia phuong|nganh)(?:$|,| (?:lien quan|co lien quan|chuyen mon|truc thuoc|thuoc|hanh chinh|su nghiep|dia phuong)))")]
    private static partial Regex Agency();

    [GeneratedRegex(@"[,;\n&]| va (?:so|ubnd|cac|ban|van|phong|cong|don)|^(?:cac|nhung|moi)\b|\bcac (?:so|co quan|don vi|xa|phuong|huyen)|cap (?:xa|huyen)")]
    private static partial Regex SeveralAgencies();

    [GeneratedRegex(@"^(?:[0-9a-z]{1,3}[.)] ?)?(?:xay dung|ban hanh|ra soat|to chuc|trien khai|thuc hien|nang cao|nang cap|day manh|tham muu|kiem tra|cap nhat|tiep tuc|tang cuong|hoan thien|hoan thanh|khao sat|danh gia|cong bo|cong khai|niem yet|lap |soan|trinh |bo tri|sap xep|kien toan|tuyen |dao tao|boi duong"
        + @"|tap huan|mo |phat |so hoa|chuyen doi|ung dung|quan ly|giao |cat giam|don gian|dam bao|bao dam|theo doi|don doc|huong dan|phoi hop|tuyen truyen|pho bien|thong ke|tong hop|tong ket|so ket|xac dinh|bo sung|sua doi|ket noi|van hanh|duy tri|phat trien|quy hoach|lay y kien|nghien cuu|de xuat|chuan hoa|chuan bi"
        + @"|tiep nhan|giai quyet|xu ly|thanh lap|thay |mua |dau tu|thi |cham |viet |in |quet |thu |gan |siet |doi moi|cung cap|thiet lap|chi dao|thanh tra|kiem soat|phan cap|phan cong|luan chuyen|tinh gian|tao |lam |don |dat hang|thu thap)")]
    private static partial Regex Verb();

    [GeneratedRegex(@"^(?:[0-9a-z]{1,3}[.)] ?|cac |[0-9]{1,3} )?(?:ke hoach|bao cao|quyet dinh|nghi quyet|de an|van ban|cong van|to trinh|chi thi|thong bao|danh muc|ho so|he thong|phan mem|hoi nghi|hoi thao|lop|ket luan|bien ban|chuong trinh|quy che|quy dinh|quy trinh|bang |bang$|co so du lieu|kho du lieu|tai lieu"
        + @"|phuong an|du an|du thao|phieu|tin bai|so tay|chuyen muc|clip|bai viet|trang thong tin|mo hinh|hop dong|thong tu|nghi dinh|ban do|chung nhan|giay|chi so|ket qua|cuoc |doan |du lieu|phong su|san pham|100 ?%)")]
    private static partial Regex Paper();

    [GeneratedRegex(@"^[-+ ]*(?:da|dang|chua|hoan thanh|ht)\b")]
    private static partial Regex Told();

    [GeneratedRegex(@"(?:^|\bso ?:? ?)[0-9]{1,5} ?/ ?(?:20[0-9]{2} ?/ ?)?(?:qd|kh|bc|cv|nq|ttr|tb|ct|ubnd|hdnd|snv|stp|[a-z]{2,6} ?-)")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"^(?:ong|ba|dong chi|d/c|dc|anh|chi) |^(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly)(?: [a-z]+){1,3}$")]
    private static partial Regex Person();
}
