using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.PeriodReports.Indicators;

/// <summary>How the province's figure is made, before the codes of a ratio are looked up.</summary>
/// <param name="RatioOf">As written; only of <see cref="TotalRule.Ratio"/>.</param>
public readonly record struct WrittenTotal(TotalRule Rule, (string Numerator, string Denominator)? RatioOf = null);

/// <summary>Reads the words of chi-tieu.xlsx that describe a figure (kiểu, cách tổng hợp, nhóm).</summary>
public static partial class IndicatorRuleParser
{
    /// <returns>Null for words not known, and for none.</returns>
    public static IndicatorKind? Kind(string words) => Plain(words) switch
    {
        "so nguyen" or "nguyen" or "so dem" or "dem" or "so luong" => IndicatorKind.WholeNumber,
        "so thap phan" or "thap phan" or "so le" or "so thuc" or "so" or "diem" => IndicatorKind.Decimal,
        "ty le" or "ti le" or "ty le %" or "ti le %" or "ty le phan tram" or "ti le phan tram" or "phan tram" or "%" => IndicatorKind.Rate,
        "chu" or "van ban" or "chuoi" or "loi" or "mo ta" => IndicatorKind.Text,
        _ => null,
    };

    /// <summary>An empty cell, "không" and a dash are <see cref="TotalRule.None"/>.</summary>
    /// <returns>Null for words not known.</returns>
    public static WrittenTotal? Total(string words)
    {
        var text = FoldedText.Of(VietnameseText.OneLine(words));
        if (Ratio().Match(text.Value) is { Success: true } ratio)
        {
            return new WrittenTotal(TotalRule.Ratio, (Slice(text, ratio.Groups["n"]), Slice(text, ratio.Groups["d"])));
        }

        return Plain(words) switch
        {
            "" or "-" or "khong" or "khong tong hop" or "khong cong" or "liet ke" => new(TotalRule.None),
            "tong" or "tong cong" or "tong so" or "cong" or "cong don" => new(TotalRule.Sum),
            "trung binh" or "trung binh cong" or "binh quan" => new(TotalRule.Average),
            "lon nhat" or "cao nhat" or "gia tri lon nhat" or "max" => new(TotalRule.Largest),
            "nho nhat" or "thap nhat" or "gia tri nho nhat" or "min" => new(TotalRule.Smallest),
            _ => null,
        };
    }

    /// <summary>Groups stand apart by ";" or by lines, since their names hold commas. "Tất cả" is everybody: no group.</summary>
    public static IReadOnlyList<string> Groups(string words)
    {
        var groups = VietnameseText.Normalize(words).Split([';', '\n']).Select(VietnameseText.OneLine).Where(group => group.Length > 0)
            .Distinct(StringComparer.Ordinal).ToList();
        return groups.Exists(group => Plain(group) is "tat ca" or "tat ca cac nhom" or "tat ca cac co quan" or "moi co quan" or "toan tinh" or "chung")
            ? [] : groups;
    }

    private static string Plain(string words) => Bracketed().Replace(VietnameseText.Fold(words), "").Trim(' ', '.', ':', ',');

    private static string Slice(FoldedText text, Group found) => text.Slice(found.Index, found.Index + found.Length);

    /// <summary>A remark: "Tỷ lệ (%)" is "tỷ lệ".</summary>
    [GeneratedRegex(@"\s*\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?:t[iy] (?:le|so)\s+)?(?:cua\s+|giua\s+|=\s*)?(?<n>[\w.-]+)(?:\s*[/:÷]\s*|\s+(?:va|tren|chia|chia cho|so voi)\s+)(?<d>[\w.-]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Ratio();
}
