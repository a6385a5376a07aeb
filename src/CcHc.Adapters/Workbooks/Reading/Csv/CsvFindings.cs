using System.Globalization;
using CcHc.Core.Findings;

namespace CcHc.Adapters.Workbooks.Reading.Csv;

/// <summary>What is to be said of commas nobody put in quotes (dấu phẩy không đặt trong ngoặc kép).</summary>
internal static class CsvFindings
{
    private const int LinesNamed = 10;

    public static FindingTemplate LinesUneven(IReadOnlyList<int> lines) => new(Severity.Warning, "csv-lines-uneven",
        $"Tệp .csv có dòng nhiều ô hơn hàng tiêu đề (dòng {Some(lines)}): có dấu phẩy trong ô chưa đặt trong ngoặc kép, nên nội dung các ô sau đó bị lệch cột.",
        "Đặt ô có dấu phẩy trong ngoặc kép, hoặc lưu lại thành .xlsx.");

    public static FindingTemplate DatesJoined(IReadOnlyList<int> lines) => new(Severity.Warning, "csv-date-joined",
        $"Tệp .csv có ngày viết với dấu phẩy mà không đặt trong ngoặc kép (dòng {Some(lines)}); hệ thống ghép lại thành một ô.",
        "Hãy xem ngày ở các dòng đó; đặt ô trong ngoặc kép, hoặc lưu lại thành .xlsx.");

    private static string Some(IReadOnlyList<int> lines) =>
        string.Join(", ", lines.Take(LinesNamed).Select(line => line.ToString(CultureInfo.InvariantCulture))) + (lines.Count > LinesNamed ? ", …" : "");
}
