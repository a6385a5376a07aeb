namespace CcHc.Core.Agencies;

/// <summary>
/// The directory a new office begins with (danh bạ khởi đầu): the departments of a province as the organisation of 2025 has them, and those that ended, so that
/// older plans still find who took over. Provinces differ: the office strikes out what it does not have.
/// </summary>
public static class StartingDirectory
{
    public const string OtherBodies = "Đơn vị khác";

    /// <summary>Departments merged from 01/03/2025, districts ended on 30/06/2025.</summary>
    private static readonly DateOnly LastDayOfDepartments = new(2025, 2, 28);

    private static readonly (string Code, string Name, string OtherNames)[] Departments =
    [
        ("VPUB", "Văn phòng UBND tỉnh", "VP UBND tỉnh; VPUBND tỉnh; Văn phòng Ủy ban nhân dân tỉnh"),
        ("SNV", "Sở Nội vụ", "Sở NV"),
        ("STP", "Sở Tư pháp", "Sở TP"),
        ("STC", "Sở Tài chính", "Sở TC"),
        ("SCT", "Sở Công Thương", "Sở CT"),
        ("SXD", "Sở Xây dựng", "Sở XD"),
        ("SNNMT", "Sở Nông nghiệp và Môi trường", "Sở NN&MT; Sở NNMT"),
        ("SKHCN", "Sở Khoa học và Công nghệ", "Sở KH&CN; Sở KHCN"),
        ("SGDDT", "Sở Giáo dục và Đào tạo", "Sở GD&ĐT; Sở GDĐT"),
        ("SYT", "Sở Y tế", ""),
        ("SVHTTDL", "Sở Văn hóa, Thể thao và Du lịch", "Sở VH,TT&DL; Sở VHTTDL"),
        ("SDTTG", "Sở Dân tộc và Tôn giáo", "Sở DT&TG; Sở DTTG"),
        ("SNGV", "Sở Ngoại vụ", ""),
        ("TTT", "Thanh tra tỉnh", ""),
        ("BQLKCN", "Ban Quản lý các khu công nghiệp tỉnh", "Ban Quản lý các khu công nghiệp; BQL các KCN tỉnh; BQL KCN"),
    ];

    private static readonly (string Code, string Name, string OtherNames)[] Others =
    [
        ("TTPVHCC", "Trung tâm Phục vụ hành chính công tỉnh", "Trung tâm PVHCC tỉnh; TTPVHCC tỉnh"),
        ("CAT", "Công an tỉnh", "CA tỉnh"),
        ("BCHQST", "Bộ Chỉ huy Quân sự tỉnh", "Bộ CHQS tỉnh"),
        ("TT", "Thuế tỉnh", "Cơ quan Thuế tỉnh"),
        ("BHXH", "Bảo hiểm xã hội tỉnh", "BHXH tỉnh"),
        ("BPTTH", "Báo và Phát thanh, truyền hình tỉnh", "Báo và PTTH tỉnh"),
    ];

    private static readonly (string Code, string Name, string OtherNames, string[] Successors)[] Ended =
    [
        ("STTTT", "Sở Thông tin và Truyền thông", "Sở TT&TT; Sở TTTT", ["SKHCN"]),
        ("SKHDT", "Sở Kế hoạch và Đầu tư", "Sở KH&ĐT; Sở KHĐT", ["STC"]),
        ("STNMT", "Sở Tài nguyên và Môi trường", "Sở TN&MT; Sở TNMT", ["SNNMT"]),
        ("SNN", "Sở Nông nghiệp và Phát triển nông thôn", "Sở NN&PTNT; Sở Nông nghiệp và PTNT", ["SNNMT"]),
        ("SGTVT", "Sở Giao thông vận tải", "Sở GTVT", ["SXD"]),
        ("SLDTBXH", "Sở Lao động - Thương binh và Xã hội", "Sở LĐ-TB&XH; Sở LĐTBXH", ["SNV"]),
        ("BDT", "Ban Dân tộc tỉnh", "Ban Dân tộc", ["SDTTG"]),
    ];

    /// <param name="coordinatingCode">The code the office uses for Sở Nội vụ.</param>
    /// <param name="coordinatingName">The name it has there.</param>
    /// <param name="listed">Agencies of the office's own list: they stand for those of the same code or name, the others follow.</param>
    public static IReadOnlyList<Agency> Of(string coordinatingCode, string coordinatingName, IReadOnlyList<Agency> listed)
    {
        var known = new List<Agency>([
            .. Departments.Select(one => New(one.Code, one.Name, one.OtherNames, AgencyGroups.Departments)),
            .. Others.Select(one => New(one.Code, one.Name, one.OtherNames, OtherBodies)),
        ]);
        known = known.ConvertAll(one => one.Code == "SNV" ? one with { Code = coordinatingCode, Name = coordinatingName } : one);
        foreach (var agency in listed)
        {
            var at = known.FindIndex(one => Same(one.Code, agency.Code) || Same(one.Name, agency.Name) || one.OtherNames.Any(name => Same(name, agency.Name)));
            if (at < 0)
            {
                known.Add(agency);
            }
            else
            {
                known[at] = known[at] with { Emails = agency.Emails.Count > 0 ? agency.Emails : known[at].Emails };
            }
        }

        var codes = known.Select(one => one.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var ended = Ended.Where(one => !codes.Contains(one.Code)).Select(one => New(one.Code, one.Name, one.OtherNames, AgencyGroups.Departments) with
        {
            ValidTo = LastDayOfDepartments,
            Successors = [.. one.Successors.Select(code => code == "SNV" ? coordinatingCode : code)],
        });
        return [.. known, .. ended];
    }

    private static bool Same(string one, string other) => one.Length > 0 && Text.VietnameseText.Fold(one) == Text.VietnameseText.Fold(other);

    private static Agency New(string code, string name, string otherNames, string group) => new()
    {
        Code = code, Name = name, Group = group, OtherNames = otherNames.Length == 0 ? [] : otherNames.Split("; "),
    };
}
