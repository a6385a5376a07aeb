using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Plans.Tasks;

/// <summary>Who leads and by when, in a bracket behind the task and without labels: "… (Sở Nội vụ chủ trì, phối hợp với Sở Tài chính; hoàn thành trong quý
/// II/2026)".</summary>
/// <param name="Text">The task without the bracket.</param>
internal readonly partial record struct BracketedRoles(string Text, string Lead, string Coordinating, string Time)
{
    private const int LongestBracket = 300;

    /// <summary>A text whose last bracket assigns nothing comes back whole.</summary>
    public static BracketedRoles Read(string text)
    {
        var whole = new BracketedRoles(text, "", "", "");
        var open = text.LastIndexOf('(');
        if (open <= 0 || !text.EndsWith(')') || text.Length - open > LongestBracket)
        {
            return whole;
        }

        var (lead, coordinating, time) = ("", "", "");
        foreach (var part in text[(open + 1)..^1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var folded = FoldedText.Of(part);
            if (lead.Length == 0 && Led().Match(folded.Value) is { Success: true } led)
            {
                (lead, coordinating) = (Slice(folded, led.Groups["lead"]), Slice(folded, led.Groups["with"]));
                time = led.Groups["time"].Success ? Slice(folded, led.Groups["time"]) : time;
            }
            else if (coordinating.Length == 0 && Helped().Match(folded.Value) is { Success: true } helped)
            {
                coordinating = Slice(folded, helped.Groups["with"]);
            }
            else if (time.Length == 0 && Done().Match(folded.Value) is { Success: true } done)
            {
                time = Slice(folded, done.Groups["time"]);
            }
            else
            {
                // What is none of the three is the task's own bracket.
                return whole;
            }
        }

        return lead.Length > 0 || time.Length > 0 ? new BracketedRoles(text[..open].TrimEnd(' ', ',', ';', '.'), lead, coordinating, time) : whole;
    }

    private static string Slice(FoldedText folded, Group group) =>
        group.Success ? folded.Slice(group.Index, group.Index + group.Length).Trim(' ', ',', '.') : "";

    private const string When = @"(?:(?:hoan thanh|thuc hien|trinh)(?: xong)? )?"
        + @"(?<time>(?:(?:trong|truoc|vao|cham nhat|den) )*(?:het )?(?:ngay|thang|quy|nam|6 thang|thuong xuyen)\b.*)";

    [GeneratedRegex(@"^(?<lead>(?:cac |giao )?"
        + @"(?:so|ban|ubnd|uy ban|van phong|thanh tra|cong an|truong|"
        + @"trung tam|cuc|chi cuc|phong|kho bac|bao hiem|bo chi huy|don vi|co quan|nganh)"
        + @"\b[^:]*?),? chu tri(?:,? (?:va )?phoi hop (?:voi |cung )+(?<with>[^:]+?))?(?:, " + When + ")?$")]
    private static partial Regex Led();

    [GeneratedRegex(@"^phoi hop (?:voi |cung )+(?<with>[^:]+)$|^(?<with>[^:]+) phoi hop$")]
    private static partial Regex Helped();

    [GeneratedRegex("^" + When + "$")]
    private static partial Regex Done();
}
