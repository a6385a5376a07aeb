namespace CcHc.Adapters.Workbooks.Templates;

/// <summary>Figures to begin with: code, figure, unit, kind, how it is totalled, whom it is asked of, from which period.</summary>
internal static class StartingFigures
{
    private const string Everybody = "Sở, ban, ngành; UBND cấp xã";

    public static IEnumerable<string[]> Of(string fromPeriod) => new (string Code, string Name, string Unit, string Kind, string Total, string Groups)[]
    {
        ("CT01", "Số văn bản quy phạm pháp luật đã rà soát trong kỳ", "văn bản", "số nguyên", "tổng", Everybody),
        ("CT02", "Số hồ sơ thủ tục hành chính tiếp nhận trong kỳ", "hồ sơ", "số nguyên", "tổng", Everybody),
        ("CT03", "Trong đó: nộp trực tuyến", "hồ sơ", "số nguyên", "tổng", Everybody),
        ("CT04", "Số hồ sơ trả đúng hạn và trước hạn", "hồ sơ", "số nguyên", "tổng", Everybody),
        ("CT05", "Tỷ lệ hồ sơ nộp trực tuyến", "%", "tỷ lệ", "tỷ lệ CT03/CT02", Everybody),
        ("CT06", "Tỷ lệ hồ sơ trả đúng hạn", "%", "tỷ lệ", "tỷ lệ CT04/CT02", Everybody),
        ("CT07", "Số cuộc kiểm tra kỷ luật, kỷ cương hành chính", "cuộc", "số nguyên", "tổng", "Sở, ban, ngành"),
        ("CT08", "Mức độ hài lòng của người dân nơi tiếp nhận hồ sơ", "điểm", "số thập phân", "trung bình", "UBND cấp xã"),
    }.Select(one => new[] { one.Code, one.Name, one.Unit, one.Kind, one.Total, one.Groups, fromPeriod });
}
