using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CcHc.Dashboard.Auth;

/// <summary>What became of a form (lời báo): told once, on the page that is shown next.</summary>
public static class StatusMessage
{
    private const string Sentence = "said";
    private const string Trouble = "said-trouble";

    /// <summary>Longer reasons are cut: they stand in lists.</summary>
    private const int LongestReason = 300;

    public static void SetStatusMessage(this PageModel page, string sentence) => page.TempData[Sentence] = sentence;

    public static void TellTrouble(this PageModel page, string sentence) => page.TempData[Trouble] = sentence;

    /// <returns>The sentence and whether it tells of a trouble; null when there is nothing to tell.</returns>
    public static (string Sentence, bool IsTrouble)? StatusMessageOf(this ITempDataDictionary kept) =>
        kept[Trouble] is string trouble ? (trouble, true) : kept[Sentence] is string sentence ? (sentence, false) : null;

    /// <summary>A reason somebody must give; tells of it when it is missing.</summary>
    public static bool HasReason(this PageModel page, string? given, [NotNullWhen(true)] out string? reason)
    {
        reason = given?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, LongestReason)] : null;
        if (reason is null)
        {
            page.TellTrouble("Chưa làm: hãy ghi lý do.");
        }

        return reason is not null;
    }
}
