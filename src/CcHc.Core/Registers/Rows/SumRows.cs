using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Rows;

/// <summary>Rows that add up, number a page or end one (dòng cộng, số trang): they say nothing of a task.</summary>
internal static partial class SumRows
{
    private static readonly HashSet<string> WordsOfSums =
    [
        .. "muc nhom phan linh vuc chuong bang bieu trang khoi so nhiem vu cong viec nv cac theo cua ca nam quy toan va luy ke chung tinh tong la co dau luong cot".Split(' '),
    ];

    /// <summary>"Tổng cộng (I + II)", "Cộng mục A: 5 nhiệm vụ", "Subtotal": no other words; "Tổng số hóa hồ sơ lưu" is a task.</summary>
    public static bool IsSum(string text)
    {
        var folded = VietnameseText.Fold(text);
        return Sum().Match(folded) is { Success: true } match && Word().Matches(folded[match.Length..]).All(word => IsOfSums(word.Value));
    }

    /// <summary>"2", "- 3 -", "Trang 2/5": the number of a printed page.</summary>
    public static bool IsPageNumber(string text) => Page().IsMatch(VietnameseText.Fold(text));

    private static bool IsOfSums(string word) => WordsOfSums.Contains(word) || word.Length == 1 || char.IsAsciiDigit(word[0]) || word.All("ivx".Contains);

    [GeneratedRegex(@"^(?:tong cong|tong so|tong|cong don|cong|luy ke|sub ?total|grand total|total)(?![a-z])")]
    private static partial Regex Sum();

    [GeneratedRegex("[a-z0-9]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:trang |page |tr\. ?)?-? ?[0-9]{1,3} ?-?(?: ?/ ?[0-9]{1,3})?$")]
    private static partial Regex Page();
}
