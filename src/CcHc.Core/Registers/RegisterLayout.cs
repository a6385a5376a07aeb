using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Registers;

/// <summary>What a header text (tiêu đề cột) means, and how sure that is: of two columns with one meaning the surer keeps it.</summary>
public sealed record HeaderMeaning(RegisterField Field, int Strength);

/// <summary>Which header text means which field: the spellings provinces use, matched after folding.</summary>
public static partial class RegisterLayout
{
    /// <summary>Strength of a column that names a person: an agency's column is preferred.</summary>
    public const int Person = 1;

    private const int LongestHeader = 90;
    private const int MostKnown = 2_000;

    private static readonly (RegisterField Field, int Strength, Regex Words)[] Rules =
    [
        (RegisterField.Number, 4, Words("^(stt|tt|s t t|so tt|so thu tu|thu tu|id)$")),
        (RegisterField.Number, 2, Words("^(muc|so|ma|ma so|so hieu|(ma|so|so hieu|stt) (nhiem vu|nv|cong viec|cv))$")),
        // A count of tasks stands in a sheet of statistics.
        (RegisterField.Other, 5, Words("^(tong )?so (luong )?(nhiem vu|cong viec|nv|viec) |^tong so|^so luong")),
        (RegisterField.Status, 4,
            Words(
                "^(phan tram|ty le|ti le|muc do)( cong viec| khoi luong| nhiem vu| da)* (hoan thanh|thuc hien|tien do|dat|xong)( phan tram)?$|^(ty le|ti le) phan tram$|^(hoan thanh|tien do|thuc hien|ket qua)( .*)? phan tram$|^phan tram$")),
        (RegisterField.Note, 3, Words("^(ly do|nguyen nhan|noi dung) .*gia han|^ly do")),
        (RegisterField.Other, 5, Words("^(so lan|lan|van ban|de nghi|xin|duoc) .*gia han|^(so|lan) gia han$")),
        (RegisterField.ExtendedTo, 3,
            Words(@"\bgia han\b|^(dieu chinh|lui) (thoi han|thoi gian|han)|^(thoi han|han|thoi gian|ngay)( .*)? (dieu chinh|lui|moi)( den)?$|^han moi\b")),
        (RegisterField.CompletedOn, 3,
            Words(
                "^ngay (da )?(hoan thanh|ht|xong)( thuc te)?$|^(thoi gian|thoi diem|ngay|hoan thanh|tien do|thoi han|han) .*thuc te$|^(thuc te|da) (hoan thanh|xong) (ngay|vao|luc)|^ngay thuc te")),
        (RegisterField.Start, 6,
            Words(
                "^(thoi gian|thoi diem|ngay|ngay thang( nam)?|moc) (duoc )?(bat dau|khoi dong|giao(?! nop)|nhan|tiep nhan|bao cao|cap nhat|trinh|hop|ban hanh|phan cong|chuyen|ky|tao|lap|vao so|den$|giao viec|van ban|vb)|^ngay thang( nam)?$")),
        (RegisterField.Start, 3, Words("bat dau|khoi dong|^tu ngay$")),
        (RegisterField.DueDate, 3, Words("^(han|han chot|deadline|ngay den han|ngay het han|han cuoi( cung)?|(thoi )?han (cu|goc|ban dau))$")),
        (RegisterField.DueDate, 2, Words("^han (phai )?(xu ly|hoan thanh|thuc hien|bao cao|nop|giao|trinh|xong|hoan thien|gui|tra loi)")),
        (RegisterField.Product, 4, Words("san pham|dau ra")),
        (RegisterField.Time, 7, Words("^thoi han")),
        (RegisterField.Time, 6, Words("^(thoi gian|thoi diem|moc) (du kien )?(hoan thanh|phai hoan thanh|hoan thien|ket thuc|phai xong|xong)")),
        (RegisterField.Time, 5, Words("^(thoi gian|thoi diem) (thuc hien|trien khai)")),
        (RegisterField.Time, 4, Words("^(du kien )?(thoi gian|thoi diem|moc thoi gian)")),
        (RegisterField.Time, 4, Words("^(ke hoach|du kien|yeu cau|phai) (hoan thanh|xong)|^hoan thanh (truoc|theo ke hoach|du kien)")),
        (RegisterField.Time, 3,
            Words("^(lo trinh|ngay thuc hien|ket thuc|ngay ket thuc|den ngay|hoan thanh truoc|nam thuc hien|thang thuc hien|quy thuc hien|ky han)")),
        (RegisterField.Time, 3, Words("^tg(th|ht)$")),
        (RegisterField.Time, 2, Words("^(thang|quy)$")),
        (RegisterField.Time, 1, Words("^tien do|^hoan thanh$")),
        (RegisterField.Status, 3, Words("^(tinh trang|trang thai)|^da (hoan thanh|xong|thuc hien|lam)$|^(da )?((lam|thuc hien) )?xong$")),
        (RegisterField.Status, 1, Words("^((muc do|ty le|ti le|phan tram)( hoan thanh| thuc hien| dat)?|danh gia( tien do| ket qua)?)$")),
        (RegisterField.Task, 5, Words("^(y kien |noi dung )?chi dao( cua .*)?$|^trich yeu|^viec( can lam| phai lam)?$|^ket luan( chi dao)?$")),
        (RegisterField.Note, 3, Words("^(ghi chu|luu y|y kien|nguyen nhan|kho khan|vuong mac|kien nghi|de xuat)")),
        (RegisterField.Meeting, 3, Words("^(dia diem|noi hop)|^thanh phan( tham du| du hop| tham gia| hop| moi)?$")),
        (RegisterField.General, 3,
            Words("^(nhom|linh vuc|mang|ten linh vuc)|^(nhiem vu|noi dung|cong viec|muc tieu) (chung|lon)|^noi dung (cai cach|cchc)|^dau muc")),
        (RegisterField.Result, 2, Words("^(ket qua (thuc hien|dat duoc|den nay|xu ly|hoan thanh)|tinh hinh|da thuc hien)")),
        (RegisterField.Product, 2, Words("^(yeu cau )?ket qua (du kien|can dat|phai dat|mong doi|chu yeu)|^yeu cau (ve )?ket qua")),
        (RegisterField.Product, 1, Words("^ket qua$")),
        (RegisterField.Other, 3,
            Words(
                "lanh dao|duoc (kiem tra|thanh tra|giam sat)|chuyen vien|chu tich|giam doc|nguoi ky|cap trinh|co quan trinh|ban hanh$|phe duyet|kinh phi|du toan|^nguon|can cu|don vi tinh|so luong|^van ban giao|^so van ban")),
        (RegisterField.Lead, 3, Words("chu tri.*phoi hop")),
        (RegisterField.Coordinating, 3, Words("phoi hop|tham gia|^(cq|dv) ?ph$")),
        (RegisterField.Lead, 5, Words("chu tri|^(cq|dv) ?ct$")),
        (RegisterField.Following, 3,
            Words("^((co quan|don vi|bo phan|nganh|phong|phan cong|trach nhiem|dau moi)\\b.*)?(theo doi|tong hop|giam sat|don doc|tham dinh|kiem tra)")),
        (RegisterField.Lead, 4, Words("^(co quan|don vi|phong ban|phong|bo phan|chu the|to chuc|nganh|cac co quan|cac don vi)( .*)? "
            + "(thuc hien|phu trach|chiu trach nhiem|dau moi|duoc giao|duoc phan cong|tham muu|soan thao|trien khai|xu ly|chinh|giai quyet|nhiem vu)")),
        (RegisterField.Lead, 3, Words("^((phan cong|(chiu )?trach nhiem|dau moi|giao)( .*)?|phu trach)$")),
        (RegisterField.Lead, Person, Words("^(nguoi|ca nhan|can bo|cong chuc)( .*)?(thuc hien|phu trach|chiu trach nhiem|xu ly|duoc giao|dau moi)?$")),
        (RegisterField.Lead, 2, Words("^(co quan|don vi|co quan don vi|don vi co quan|co quan to chuc|don vi dia phuong|co quan don vi dia phuong)$")),
        (RegisterField.Task, 9, Words("(nhiem vu|noi dung|cong viec|giai phap|hoat dong) .*cu the|^cu the$")),
        (RegisterField.Task, 8, Words("nhiem vu")),
        (RegisterField.Task, 7, Words("cong viec")),
        (RegisterField.Task, 6, Words("^(cac )?(noi dung|hoat dong|dau viec)|^ten (de an|du an|van ban|chuong trinh|lop|hoi nghi|hoat dong)")),
        (RegisterField.Task, 5, Words("giai phap")),
        (RegisterField.Task, 1, Words("^(muc tieu|chi tieu|tieu chi)")),
    ];

    private static readonly ReadOnce<HeaderMeaning?> ByRules = new(ByRulesAnew, MostKnown);

    /// <summary>Words headers are made of: a row of data that happens to say "nhiệm vụ" is mostly other words.</summary>
    private static readonly HashSet<string> Vocabulary =
    [
        .. ("stt tt s t so thu tu muc ma hieu nv cv nhiem vu noi dung cong viec cu the chung lon giai phap chu yeu trong tam thuc hien trien khai co quan don vi phong ban bo phan ca nhan "
            + "nguoi to chuc nganh dia phuong chu tri phoi hop tham gia thoi gian han diem moc tien do lo trinh hoan thanh san pham ket qua dau ra du kien dat duoc can phai mong doi tinh "
            + "trang trang thai hinh muc do danh gia ghi chu luu y kien ngay den bat dau khoi dong ket thuc thuc te gia han chot cuoi cung deadline het lui dieu chinh ten cac danh muc linh "
            + "vuc mang nhom phu trach chiu trach nhiem dau moi duoc giao phan cong tham muu theo doi tong hop kiem tra giam sat don doc tham dinh cai cach hanh chinh cchc hoat de an van "
            + "chi tieu tieu chi va hoac cua hinh thuc viec nam thang quy truoc lanh dao ky cap trinh ban hanh phe duyet kinh phi toan nguon cu luong noi hop thanh phan tu xu ly bo cong chuc chuyen vien chu tich giam doc pho cq dv ct ph cqct cqph dvct dvph tgth tght soan thao nop bao cao "
            + "nhan xong da ht chuong thong qua yeu cau chinh giai quyet the nay id ke hoach ty le ti le phan tram tong so nguyen nhan chua kho khan vuong mac kien nghi de xuat du lop doan thanh phan "
            + "ly do lan xin cu moi goc thien gui tra loi thang chuyen vao lap tao khoi cap nhat tiep tre gio lui sau truc thuoc vb trich yeu lam ubnd tinh ket luan").Split(' '),
    ];

    /// <summary>Null when the text is no header known here.</summary>
    public static HeaderMeaning? Recognise(string text)
    {
        // Long before folding: a task's words, not worth the work. A label with words behind it is what a cell of data looks like.
        var header = text.Length > LongestHeader * 2 || LabelledWords().IsMatch(Brackets().Replace(text, ""))
            ? "" : Fold(Percent().Replace(text, " phần trăm "));
        return header.Length is > 0 and <= LongestHeader ? OfFolded(header) : null;
    }

    /// <summary>Null when the folded text is no header known here.</summary>
    internal static HeaderMeaning? OfFolded(string header) => IsMadeOfHeaderWords(header) ? ByRules.Of(header) : null;

    private static HeaderMeaning? ByRulesAnew(string header)
    {
        foreach (var (field, strength, words) in Rules)
        {
            if (words.IsMatch(header))
            {
                return new HeaderMeaning(field, strength);
            }
        }

        return null;
    }

    /// <summary>Folded, without brackets and punctuation.</summary>
    public static string Fold(string text) =>
        VietnameseText.OneLine(Punctuation().Replace(Brackets().Replace(VietnameseText.Fold(text), " "), " "));

    /// <summary>True for a word headers are made of.</summary>
    internal static bool IsHeaderWord(string folded) => Vocabulary.Contains(folded);

    /// <summary>The words headers are made of.</summary>
    internal static IReadOnlyCollection<string> HeaderWords => Vocabulary;

    private static bool IsMadeOfHeaderWords(string header)
    {
        var words = header.Split(' ');
        return words.Count(Vocabulary.Contains) * 10 >= words.Length * 7;
    }

    private static Regex Words(string pattern) => new(pattern, RegexOptions.CultureInvariant);

    [GeneratedRegex(@"\([^)]*\)|\[[^\]]*\]")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\(\s*%\s*\)|%")]
    private static partial Regex Percent();

    [GeneratedRegex(@":\s*\S|^\s*[-+]\s")]
    private static partial Regex LabelledWords();

    [GeneratedRegex(@"[^\p{L}\p{Nd} ]+")]
    private static partial Regex Punctuation();
}
