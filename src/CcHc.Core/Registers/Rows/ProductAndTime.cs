using System.Text.RegularExpressions;
using CcHc.Core.Deadlines;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Rows;

/// <summary>
/// Divides a cell that says what is to be handed in and when ("Báo cáo/Quý II/2026", "Đề án (trước 30/9)", "Tháng 9: Đề án"). A part is a time only when the deadline grammar
/// understands the whole of it; "Báo cáo quý II" without a mark or a "trước, trong, chậm nhất" between stays the name of a paper.
/// </summary>
internal sealed partial record ProductAndTime(string Products, string Time)
{
    private const int AnyYear = 2026;
    private const int LongestCell = 600;

    public static ProductAndTime Read(string text)
    {
        if (text.Length is 0 or > LongestCell)
        {
            return new ProductAndTime(text, "");
        }

        var (products, times) = (new List<string>(), new List<string>());
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (product, time) = IsTime(line) ? ("", line) : Divide(line) ?? (line, "");
            TaskDraft.AddOnce(products, product);
            if (time.Length > 0)
            {
                times.Add(time is ['(', .. var inner, ')'] ? inner : time);
            }
        }

        return new ProductAndTime(string.Join('\n', products), string.Join('\n', times));
    }

    private static (string Product, string Time)? Divide(string line)
    {
        if (Bracketed().Match(line) is { Success: true } bracket && IsTime(bracket.Groups["time"].Value))
        {
            return (Trim(bracket.Groups["product"].Value), bracket.Groups["time"].Value.Trim());
        }

        foreach (Match mark in Marks().Matches(line))
        {
            var (left, right) = (line[..mark.Index].Trim(), line[(mark.Index + mark.Length)..].Trim());
            if (left.Length == 0 || right.Length == 0)
            {
                continue;
            }

            if (IsTime(right) && !IsTime(left))
            {
                return (Trim(left), right);
            }

            if (char.IsLetter(right[0]) && IsTime(left) && !IsTime(right))
            {
                return (Trim(right), left);
            }
        }

        return Announced().Match(line) is { Success: true } announced && IsTime(announced.Groups["time"].Value)
            ? (Trim(announced.Groups["product"].Value), announced.Groups["time"].Value.Trim())
            : null;
    }

    private static bool IsTime(string words)
    {
        var trimmed = words.Trim(' ', '.', ';', ',').TrimStart('(').TrimEnd(')');
        return trimmed.Length is > 0 and <= 120 && !Paper().IsMatch(VietnameseText.Fold(trimmed)) && (trimmed.Any(char.IsAsciiDigit) || Unnumbered().IsMatch(VietnameseText.Fold(trimmed)))
            && DeadlineParser.ReadAlone(trimmed, AnyYear) is { IsUnderstood: true, Milestones: [{ Kind: not (MilestoneKind.Unspecified or MilestoneKind.Event), Label: null or "" }] };
    }

    private static string Trim(string product) => product.Trim(' ', ',', ';', ':', '-', '–', '/').Trim();

    [GeneratedRegex(@"^(?<product>[^()]{2,400}?)\s*[(\[](?<time>[^()\[\]]{2,120})[)\]]\s*[.;]?$")]
    private static partial Regex Bracketed();

    // Not within a date or a number of a paper: "30/6", "Quý II/2026", "12/KH-UBND".
    [GeneratedRegex(@"\s*[:;|]\s*|,\s+|\s+[-–—]\s+|(?<=\p{L})\s*/\s*(?=\p{L}|(?!20[0-9]{2}\b)[0-9])|(?<=[0-9])\s*/\s*(?=\p{L}{3})")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(?<product>\P{Cc}{2,400}?)\s+(?<time>(?:hoàn thành|thực hiện|xong|gửi|nộp|trình)?\s*(?:trong|trước|chậm nhất|muộn nhất|đến hết|hết|vào|xong trước|hạn|thời hạn|thời gian)\b.{2,100})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announced();

    // A time beside the number or name of a paper is not the whole of the words.
    [GeneratedRegex(@"\b(?:bao cao|ke hoach|quyet dinh|de an|to trinh|cong van|nghi quyet|van ban|chi thi|thong bao|ket luan|danh muc|quy che|so [0-9]+)\b|[0-9]/[a-z]{2}")]
    private static partial Regex Paper();

    [GeneratedRegex(@"^(?:thuong xuyen|hang (?:thang|quy|nam)|hang nam|dinh ky|ca nam|trong nam|(?:cuoi|dau|giua) nam|quy (?:i{1,3}|iv))\b")]
    private static partial Regex Unnumbered();
}
