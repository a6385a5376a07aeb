using System.Globalization;

namespace CcHc.Core.StatusReport;

/// <summary>Vietnamese alphabetical order (thứ tự chữ cái tiếng Việt): d before đ, numbers by value; texts that rank alike go by code.</summary>
internal sealed class VietnameseOrder : IComparer<string>
{
    private static readonly CompareInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    public static VietnameseOrder Comparer { get; } = new();

    public int Compare(string? x, string? y) =>
        Vietnamese.Compare(x, y, CompareOptions.NumericOrdering) is var order and not 0 ? order : string.CompareOrdinal(x, y);
}
