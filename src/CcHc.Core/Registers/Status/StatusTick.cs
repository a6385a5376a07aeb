using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Status;

/// <summary>
/// Marks in place of words in a status column (dấu đánh): hooks and TRUE say done by themselves, a cross or "có" only below a header that says what is ticked.
/// </summary>
internal static partial class StatusTick
{
    /// <summary>Of what is written in place of a mark: longer ones are crosses and hooks alone.</summary>
    private const int LongestWord = 8;

    private enum HeaderSense { Neutral, Done, InProgress, NotDone }

    /// <returns>Null for anything but a mark.</returns>
    public static TaskProgress? Read(string text, string header)
    {
        if (text.Length > LongestWord && char.IsLetter(text[0]) && FoldedLetters.Of(text[0]) != 'x')
        {
            return null;
        }

        var folded = VietnameseText.Fold(text);
        if (No().IsMatch(folded))
        {
            return TaskProgress.Open;
        }

        var isSure = Hook().IsMatch(text) || Yes().IsMatch(folded);
        return !isSure && !Cross().IsMatch(folded) && !FontHook().IsMatch(text) ? null : SenseOf(header) switch
        {
            HeaderSense.Done => TaskProgress.Done,
            HeaderSense.InProgress => TaskProgress.InProgress,
            HeaderSense.NotDone => TaskProgress.Open,
            _ => isSure ? TaskProgress.Done : TaskProgress.Unknown,
        };
    }

    /// <summary>True when the header names what a mark below it says is done: "Đã hoàn thành", "Xong", "Hoàn thành (x)".</summary>
    public static bool SaysDone(string header) => SenseOf(header) == HeaderSense.Done;

    private static HeaderSense SenseOf(string header)
    {
        var folded = RegisterLayout.Fold(header);
        return folded.Contains("chua", StringComparison.Ordinal) ? HeaderSense.NotDone
            : folded.Contains("dang ", StringComparison.Ordinal) ? HeaderSense.InProgress
            : Completion().IsMatch(folded) ? HeaderSense.Done
            : HeaderSense.Neutral;
    }

    [GeneratedRegex(@"^[✓✔☑✅√🗹\s]+$")]
    private static partial Regex Hook();

    // A hook of the font Wingdings, as a reader without that font gets it.
    [GeneratedRegex("^[üþ]$")]
    private static partial Regex FontHook();

    [GeneratedRegex("^(true|yes)$")]
    private static partial Regex Yes();

    [GeneratedRegex("^(x+|v|y|co|roi|●|•|☒|1)$")]
    private static partial Regex Cross();

    [GeneratedRegex(@"^(☐|□|○|false|no|khong|ko|k|0|n/?a)$")]
    private static partial Regex No();

    [GeneratedRegex(@"\b(hoan thanh|hoan tat|xong|ht|done|completed|da thuc hien|da lam|ket thuc|ket qua)\b")]
    private static partial Regex Completion();
}
