using System.Text.RegularExpressions;
using CcHc.Core.Text;
using CcHc.Core.Wording;

namespace CcHc.Core.Registers.Reading;

/// <summary>Finds the paper a register belongs to (số, ký hiệu của kế hoạch) in the lines above its table.</summary>
public static partial class PlanName
{
    /// <summary>
    /// "(Kèm theo Kế hoạch số 215/KH-UBND ngày 19/12/2025 của UBND tỉnh)" is "Kế hoạch số 215/KH-UBND ngày 19/12/2025"; empty when no line names one with its
    /// number.
    /// </summary>
    public static string In(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var folded = FoldedText.Of(line);
            if (Paper().Match(folded.Value) is { Success: true } match)
            {
                return AsInSentence(VietnameseText.OneLine(folded.Slice(match.Index, match.Index + match.Length)));
            }
        }

        return "";
    }

    /// <summary>"KẾ HOẠCH SỐ 15/KH-UBND": the kind in small letters but for the first, the sign as it stands.</summary>
    private static string AsInSentence(string paper)
    {
        var number = paper.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        var kind = paper[..number].ToLowerInvariant();
        var date = paper.IndexOf(' ', number) is var space and > 0 ? space : paper.Length;
        return Vietnamese.Capital(kind) + paper[number..date] + paper[date..].ToLowerInvariant();
    }

    [GeneratedRegex(@"(?<![a-z])(?:ke hoach|quyet dinh|nghi quyet|chi thi|chuong trinh|thong bao|ket luan|cong van|to trinh|de an|huong dan)(?: so)? ?:? ?[0-9]+[a-z]?/(?:[0-9]{4}/)?[a-z][a-z0-9.&]*(?:-[a-z0-9&.]+)*(?:,? ngay (?:[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}|[0-9]{1,2} thang [0-9]{1,2} nam [0-9]{4}))?")]
    private static partial Regex Paper();
}
