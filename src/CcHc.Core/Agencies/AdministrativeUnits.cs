using CcHc.Core.Agencies.Expressions;

namespace CcHc.Core.Agencies;

/// <summary>A kind of administrative unit (đơn vị hành chính) below the province.</summary>
/// <param name="Words">"thị xã".</param>
/// <param name="Length">Number of words.</param>
internal sealed record UnitKind(string Words, bool IsDistrict, int Length);

/// <summary>The words agency expressions are made of.</summary>
internal static class AdministrativeUnits
{
    private static readonly (UnitKind Kind, PhraseList Phrase)[] Units =
    [
        .. new[]
        {
            new UnitKind("thị xã", true, 2), new UnitKind("thành phố", true, 2), new UnitKind("huyện", true, 1), new UnitKind("quận", true, 1),
            new UnitKind("thị trấn", false, 2), new UnitKind("đặc khu", false, 2), new UnitKind("xã", false, 1), new UnitKind("phường", false, 1),
        }.Select(k => (k, new PhraseList(k.Words))),
    ];

    public static readonly PhraseList Plurals = new("các", "những", "mọi");

    /// <summary>Words an agency's name begins with.</summary>
    public static readonly PhraseList Heads = new(
        "UBND", "ủy ban", "HĐND", "hội đồng", "sở", "ban", "văn phòng", "VP", "VPUBND", "phòng", "chi cục", "cục", "tổng cục", "thuế", "hải quan", "trung tâm",
        "công an", "công ty", "tổng công ty", "tập đoàn", "chi nhánh", "hợp tác xã", "quỹ", "ngân hàng", "kho bạc", "KBNN", "bảo hiểm", "BHXH",
        "bưu điện", "bưu chính",
        "VNPT", "Viettel", "viện", "học viện", "trường", "đại học", "bệnh viện", "thư viện", "bảo tàng", "trạm", "nhà", "báo", "đài", "tòa án",
        "viện kiểm sát", "thanh tra",
        "hội", "đoàn", "tỉnh đoàn", "thành đoàn", "liên đoàn", "tổng liên đoàn", "liên hiệp", "liên minh", "mặt trận", "MTTQ", "UBMTTQ", "UBMTTQVN",
        "tỉnh ủy", "thành ủy", "huyện ủy", "đảng ủy", "thường trực", "bộ", "chính phủ", "tổ", "đội", "BCH", "BCHQS", "BCĐ", "BQL", "TAND", "VKSND", "NHNN");

    /// <summary>Words for a body that is not named: "các cơ quan", "đơn vị".</summary>
    public static readonly PhraseList Nobodies = new(
        "cơ quan", "đơn vị", "địa phương", "tổ chức", "cá nhân", "ngành", "cấp", "đoàn thể", "doanh nghiệp", "cơ sở", "bộ phận", "thành viên", "người dân",
        "nhà trường", "trường học", "bộ ngành", "cán bộ", "người lao động", "một số", "phòng ban", "lĩnh vực");

    public static readonly PhraseList Chiefs = new(
        "thủ trưởng", "lãnh đạo", "người đứng đầu", "tổng giám đốc", "phó giám đốc", "giám đốc", "phó chủ tịch", "chủ tịch", "chánh", "viện trưởng",
        "hiệu trưởng",
        "chi cục trưởng", "cục trưởng", "tổng biên tập", "trưởng", "đồng chí", "chủ nhiệm", "bí thư", "phó bí thư");

    /// <summary>Words that begin what an agency does, or when and how; they end a name and name nobody.</summary>
    public static readonly PhraseList Tails = new(
        "theo", "đối với", "để", "trong", "về", "khi", "nếu", "nhằm", "cho", "qua", "tùy", "căn cứ", "được giao", "được phân công", "có trách nhiệm",
        "chịu trách nhiệm", "hướng dẫn", "tổng hợp", "thẩm định", "tham mưu", "thực hiện", "tổ chức thực hiện", "theo dõi", "kiểm tra", "đôn đốc", "triển khai",
        "phụ trách", "báo cáo", "trình", "giúp", "là cơ quan", "là đơn vị", "là đầu mối", "đầu mối", "làm đầu mối", "ban hành", "nghiên cứu", "dự thảo",
        "soạn thảo", "cập nhật",
        "công bố", "niêm yết", "chỉ đạo", "giám sát", "xem xét", "đề xuất", "rà soát", "hỗ trợ", "cung cấp", "tiếp nhận", "xây dựng kế hoạch", "xây dựng đề án",
        "xây dựng dự thảo",
        "gửi", "cơ quan thường trực", "cơ quan đầu mối", "gọi tắt", "sau đây", "trên cơ sở", "thông qua", "đảm bảo", "bảo đảm", "chủ động", "tự",
        "vận hành", "quản lý",
        "trực tiếp", "tiếp tục", "tích cực", "khẩn trương", "nghiêm túc", "kịp thời", "tổ chức triển khai", "tăng cường", "đẩy mạnh", "phấn đấu", "bố trí");

    /// <summary>Words after a group that change nothing: the level or the place, which the directory already is.</summary>
    public static readonly PhraseList Places = new(
        "cấp tỉnh", "cấp thành phố", "thuộc UBND tỉnh", "thuộc UBND thành phố", "trực thuộc UBND tỉnh", "trực thuộc tỉnh", "thuộc tỉnh", "của tỉnh",
        "tỉnh", "trong tỉnh",
        "toàn tỉnh", "trong toàn tỉnh", "trên toàn tỉnh", "trên địa bàn tỉnh", "trên địa bàn thành phố", "trên địa bàn toàn tỉnh", "trên địa bàn",
        "trong thành phố");

    /// <summary>Words between agencies, or before the first, that say nothing of whom.</summary>
    public static readonly PhraseList Joins = new(
        "giao", "do", "đề nghị", "mời", "yêu cầu", "hoặc", "cùng", "cùng với", "với", "cả", "gồm", "bao gồm", "kể cả", "đồng thời", "kết hợp với", "ngoài ra",
        "cụ thể", "toàn bộ", "tất cả", "toàn thể", "là");

    /// <summary>Words after a group that pick some of its members; which ones the directory does not know. Other tails leave every member meant.</summary>
    public static readonly PhraseList Restrictions = new(
        "phụ trách", "quản lý", "được giao", "được phân công", "theo danh sách", "theo phụ lục", "theo phân công", "theo sự phân công", "theo biểu",
        "tự", "vận hành");

    /// <summary>Words that repeat the cell above.</summary>
    public static readonly PhraseList Dittos = new("như trên", "như mục trên", "nt");

    public static readonly PhraseList Related = new("liên quan", "có liên quan");
    public static readonly PhraseList Exclusions = new("trừ", "ngoại trừ", "trừ ra", "không bao gồm", "không gồm", "không tính");

    public static UnitKind? UnitAt(IReadOnlyList<AgencyToken> tokens, int at)
    {
        foreach (var (kind, phrase) in Units)
        {
            if (phrase.IsAt(tokens, at))
            {
                return kind;
            }
        }

        return null;
    }
}
