namespace CcHc.Core.Registers;

/// <summary>The fields of administrative reform (lĩnh vực CCHC), in the order plans list them.</summary>
public enum TaskArea { Institutions, Procedures, Organisation, CivilService, PublicFinance, Modernisation, Steering, Communication, Other }

/// <summary>Codes and printed names of the fields.</summary>
public static class TaskAreas
{
    private static readonly (string Code, string Name)[] All =
    [
        ("the_che", "Cải cách thể chế"),
        ("tthc", "Cải cách thủ tục hành chính"),
        ("to_chuc_bo_may", "Cải cách tổ chức bộ máy"),
        ("cong_vu", "Cải cách chế độ công vụ"),
        ("tai_chinh_cong", "Cải cách tài chính công"),
        ("hien_dai_hoa", "Hiện đại hóa hành chính, chính quyền số"),
        ("chi_dao_dieu_hanh", "Chỉ đạo, điều hành"),
        ("tuyen_truyen", "Tuyên truyền"),
        ("khac", "Khác"),
    ];

    /// <summary>The code used in JSON and the database.</summary>
    public static string Code(this TaskArea area) => All[(int)area].Code;

    /// <summary>The name as plans print it.</summary>
    public static string DisplayName(this TaskArea area) => All[(int)area].Name;
}
