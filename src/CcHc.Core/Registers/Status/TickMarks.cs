using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Status;

/// <summary>Marks written in place of words: ticks and ditto marks.</summary>
internal static partial class TickMarks
{
    /// <summary>The words of a tick below a quarter or month, or of what is written there instead of a tick.</summary>
    public static string TimeOf((RegisterField Field, string Word, string Written, string Cell) tick) =>
        IsTick(tick.Written) ? tick.Word : WrittenDate.Read(tick.Written) is not null ? tick.Written : $"{tick.Word}: {tick.Written}";

    /// <summary>A cross or hook, and the letters some offices write for chủ trì.</summary>
    public static bool IsTick(string text) => Tick().IsMatch(VietnameseText.Fold(text));

    /// <summary>A mark that says no: a dash, a nought, an empty box, "Không".</summary>
    public static bool IsNo(string text) => NoTick().IsMatch(VietnameseText.Fold(text));

    /// <summary>"nt", "như trên" or two strokes: as above.</summary>
    public static bool IsDitto(string text) => MayBeDitto(text) && Ditto().IsMatch(VietnameseText.Fold(text));

    /// <summary>PH: the ticked agency coordinates.</summary>
    public static bool IsHelp(string text) => HelpTick().IsMatch(VietnameseText.Fold(text));

    /// <summary>A tick, a mark that says no, or one of an agency that helps.</summary>
    public static bool IsAny(string text)
    {
        var folded = VietnameseText.Fold(text);
        return Tick().IsMatch(folded) || NoTick().IsMatch(folded) || HelpTick().IsMatch(folded);
    }

    // Nearly every text of a register is asked, and folding it costs more than its first letter.
    private static bool MayBeDitto(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                return FoldedLetters.Of(c) == 'n';
            }
        }

        return text.Length > 0;
    }

    [GeneratedRegex(@"^(x+|✓|✔|√|☑|☒|✅|■|v|●|•|\*|ct|c|chu tri|co|1|true|dung|yes|y|[þüû])$")]
    private static partial Regex Tick();

    [GeneratedRegex(@"^(?:[-–—_.,/\\ ]*|[-+]?0+(?:[.,]0+)? ?%?|[☐□▢◻⬜○◯❌✗✘✕]+|khong(?: co| ap dung| thuc hien)?|k[hođ]?|no|n|n/a|na|#n/a|false|f|sai|chua|none|null|nil)[. ]*$")]
    private static partial Regex NoTick();

    [GeneratedRegex("^(ph|p|phoi hop)$")]
    private static partial Regex HelpTick();

    [GeneratedRegex(@"^[-–(. ]*(nt|n/t|nhu (muc |dong |o |hang )?tren|//|""|''|”|“|″|„)[-–). ]*$")]
    private static partial Regex Ditto();
}
