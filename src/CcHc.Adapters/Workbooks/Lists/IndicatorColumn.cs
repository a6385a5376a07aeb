using System.Collections.Frozen;

namespace CcHc.Adapters.Workbooks.Lists;

/// <summary>Columns of the list of figures (danh mục chỉ tiêu).</summary>
internal enum IndicatorColumn { Code, Name, Unit, Kind, Total, Groups, From, Least, Greatest }

internal static class IndicatorColumns
{
    private static readonly FrozenDictionary<string, IndicatorColumn> ByHeader = new (IndicatorColumn Column, string[] Headers)[]
    {
        (IndicatorColumn.Code, ["ma", "ma chi tieu", "ma so", "ky hieu"]),
        (IndicatorColumn.Name, ["chi tieu", "ten chi tieu", "noi dung", "noi dung chi tieu"]),
        (IndicatorColumn.Unit, ["don vi", "don vi tinh", "dvt"]),
        (IndicatorColumn.Kind, ["kieu", "kieu so lieu", "kieu du lieu", "loai so lieu", "loai"]),
        (IndicatorColumn.Total, ["cach tong hop", "phuong phap tong hop", "cach tinh", "tong hop"]),
        (IndicatorColumn.Groups, ["ap dung cho nhom", "ap dung cho", "nhom", "nhom ap dung", "doi tuong ap dung", "ap dung"]),
        (IndicatorColumn.From, ["tu ky", "tu ky bao cao", "ap dung tu ky", "ky bat dau"]),
        (IndicatorColumn.Least, ["nho nhat", "gia tri nho nhat", "toi thieu", "thap nhat"]),
        (IndicatorColumn.Greatest, ["lon nhat", "gia tri lon nhat", "toi da", "cao nhat"]),
    }.SelectMany(entry => entry.Headers.Select(header => (header, entry.Column)))
        .ToFrozenDictionary(pair => pair.header, pair => pair.Column, StringComparer.Ordinal);

    public static IndicatorColumn? Of(string foldedHeader) => ByHeader.TryGetValue(foldedHeader, out var column) ? column : null;
}
