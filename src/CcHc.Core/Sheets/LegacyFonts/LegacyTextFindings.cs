using System.Globalization;
using CcHc.Core.Findings;
using CcHc.Core.Text;

namespace CcHc.Core.Sheets.LegacyFonts;

/// <summary>What an officer is told of text in old encodings (bảng mã cũ).</summary>
internal static class LegacyTextFindings
{
    private const int LongestExample = 60;

    public static FindingTemplate ConvertedByFont(int cells, string before, string after) => new(Severity.Info, "legacy-text-converted",
        string.Create(CultureInfo.InvariantCulture,
            $"{cells} ô gõ bằng phông cũ (TCVN3 hoặc VNI) đã được đọc sang Unicode, ví dụ “{Shortened(before)}” thành “{Shortened(after)}”."),
        "Không phải làm gì; khi tiện, hãy chuyển trang tính sang phông Unicode (Times New Roman) rồi lưu lại.");

    public static FindingTemplate ConvertedByLetters(int cells, LegacyEncoding encoding, string before, string after) =>
        new(Severity.Info, "legacy-text-converted",
            string.Create(CultureInfo.InvariantCulture,
                $"{cells} ô mang phông Unicode nhưng chữ là của bảng mã {Name(encoding)}, đã được đọc sang Unicode, ví dụ “{Shortened(before)}” thành “{Shortened(after)}”."),
            "Hãy so vài ô với bản gốc; nên chuyển trang tính sang Unicode rồi lưu lại.");

    public static FindingTemplate Unsure(string text) => new(Severity.Warning, "legacy-text-unsure",
        $"Chữ “{Shortened(text)}” giống chữ gõ bằng phông cũ (TCVN3 hoặc VNI) nhưng không đủ căn cứ để chuyển sang Unicode, nên được giữ nguyên.",
        "Hãy gõ lại ô này bằng phông Unicode (Times New Roman).");

    public static FindingTemplate FurtherUnsure(int cells) => new(Severity.Warning, "legacy-text-unsure",
        string.Create(CultureInfo.InvariantCulture, $"Trang tính còn {cells} ô khác giống chữ gõ bằng phông cũ mà không chuyển được."),
        "Hãy chuyển toàn bộ trang tính sang phông Unicode (Times New Roman) rồi lưu lại.");

    private static string Name(LegacyEncoding encoding) => encoding == LegacyEncoding.Tcvn3 ? "TCVN3" : "VNI";

    private static string Shortened(string text) =>
        VietnameseText.OneLine(text) is { Length: > LongestExample } line ? line[..LongestExample] + "…" : VietnameseText.OneLine(text);
}
