using CcHc.Core.Agencies;
using CcHc.Core.Findings;

namespace CcHc.Core.PeriodReports.Indicators;

/// <summary>Whether a calculated figure can be made of the two it names (tỷ lệ của hai chỉ tiêu).</summary>
public static class RatioCheck
{
    /// <summary>An error when the two cannot be divided; a warning when somebody is asked for the ratio and not for both of them.</summary>
    /// <param name="byCode">Every figure of the list.</param>
    public static FindingTemplate? Of(Indicator ratio, IReadOnlyDictionary<string, Indicator> byCode)
    {
        var (numerator, denominator) = ratio.RatioOf!.Value;
        return OfPart(ratio, numerator, byCode) ?? OfPart(ratio, denominator, byCode) ?? Wider(ratio, byCode[numerator]) ?? Wider(ratio, byCode[denominator]);
    }

    private static FindingTemplate? OfPart(Indicator ratio, string part, IReadOnlyDictionary<string, Indicator> byCode) =>
        !byCode.TryGetValue(part, out var indicator) ? new(Severity.Error, "indicator-ratio-unknown",
            $"Tỷ lệ “{ratio.Code}” dẫn tới mã “{part}” không có trong danh mục; các cơ quan sẽ phải tự ghi tỷ lệ này và tỉnh không tổng hợp được.",
            "Ghi đúng hai mã có ở cột Mã, ví dụ: tỷ lệ CT04/CT03.")
        : indicator.IsCalculated || indicator.Kind == IndicatorKind.Text ? new(Severity.Error, "indicator-ratio-not-of-numbers",
            $"Tỷ lệ “{ratio.Code}” dẫn tới mã “{part}” vốn {(indicator.IsCalculated ? "cũng là tỷ lệ tự tính" : "ghi bằng chữ")}; tỷ lệ này không tính được.",
            "Chọn hai chỉ tiêu là số do cơ quan tự ghi, ví dụ: tỷ lệ CT04/CT03.")
        : null;

    private static FindingTemplate? Wider(Indicator ratio, Indicator part)
    {
        var isOfMoreGroups = part.Groups.Count > 0
            && (ratio.Groups.Count == 0 || ratio.Groups.Any(group => !part.Groups.Any(other => AgencyGroups.AreSame(group, other))));
        var isOfMorePeriods = part.From is { } from && (ratio.From is not { } since || since < from);
        return isOfMoreGroups || isOfMorePeriods
            ? new(Severity.Warning, "indicator-ratio-wider",
                $"Tỷ lệ “{ratio.Code}” áp dụng rộng hơn chỉ tiêu “{part.Code}” mà nó dùng; nơi nào không được hỏi “{part.Code}” thì biểu mẫu không có tỷ lệ này.",
                "Ghi cột Áp dụng cho nhóm và cột Từ kỳ của tỷ lệ giống như của hai chỉ tiêu đó.")
            : null;
    }
}
