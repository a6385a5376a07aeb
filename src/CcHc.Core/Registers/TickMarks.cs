using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Registers;

/// <summary>Marks written in place of words: ticks and ditto marks.</summary>
internal static partial class TickMarks
{
    /// <summary>The words of a tick below a quarter or month, or of what is written there instead of a tick.</summary>
    public static string TimeOf((RegisterField Field, string Word, string Written, string Cell) tick) =>
        IsTick(tick.Written) ? tick.Word : WrittenDate.Read(tick.Written) is not null ? tick.Written : $"{tick.Word}: {tick.Written}";

    /// <summary>A cross or hook, and the letters some offices write for chủ trì.</summary>
    public static bool IsTick(string text) => Tick().IsMatch(VietnameseText.Fold(text));

    /// <summary>A mark that says no: a dash, 0, an empty box, "không", FALSE.</summary>
    public static bool IsNo(string text) => text.Length > 0 && No().IsMatch(VietnameseText.Fold(text));

    /// <summary>"nt", "như trên" or two strokes: as above.</summary>
    public static bool IsDitto(string text) => text.Length > 0 && Ditto().IsMatch(VietnameseText.Fold(text));

    /// <summary>PH: the ticked agency coordinates.</summary>
    public static bool IsHelp(string text) => HelpTick().IsMatch(VietnameseText.Fold(text));

    [GeneratedRegex(@"^(?:-+|0|0 ?%|[☐□○◯✗✘✕]|khong|ko|k|no|n/?a|false|sai|\.+)$")]
    private static partial Regex No();

    [GeneratedRegex(@"^(x+|✓|✔|√|☑|☒|■|v|●|•|\*|ct|c|chu tri|co|1|true|yes|y|[þüû])$")]
    private static partial Regex Tick();

    [GeneratedRegex("^(ph|p|phoi hop)$")]
    private static partial Regex HelpTick();

    [GeneratedRegex(@"^[-–(. ]*(nt|n/t|nhu (muc |dong |o |hang )?tren|//|""|''|”|“|″|„)[-–). ]*$")]
    private static partial Regex Ditto();
}
