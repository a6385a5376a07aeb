using System.Text.RegularExpressions;
using CcHc.Core.Deadlines;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Rows;

/// <summary>
/// Divides a cell that says what is to be handed in and when ("Báo cáo/Quý II/2026", "Đề án (trước 30/9)", "Tháng 9: Đề án"). A part is a time only when the
/// deadline grammar understands the whole of it. A period may belong to the name of a paper: "Báo cáo quý II", "Báo cáo quý II, năm 2026", "Báo cáo quý I; quý
/// II" give no time.
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
            var (product, time) = IsTime(line) && (products.Count == 0 || !GoesOn(products[^1], line)) ? ("", line) : Divide(line) ?? (line, "");
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
        var ways = Ways(line).Where(way => IsTime(way.Time) && !IsTime(way.Product)).ToList();
        if (ways.Count == 0)
        {
            return null;
        }

        // Of "Quý II, III: Báo cáo" the whole time, or none: a part of it would be another one.
        var (product, time, isBehind) = ways.MaxBy(way => way.Time.Length);
        var isDoubtful = isBehind ? GoesOn(product, time) : BeginsWithPeriod().IsMatch(VietnameseText.Fold(product));
        return isDoubtful ? null : (Trim(product), time);
    }

    private static IEnumerable<(string Product, string Time, bool IsBehind)> Ways(string line)
    {
        if (Bracketed().Match(line) is { Success: true } bracket)
        {
            yield return (bracket.Groups["product"].Value, bracket.Groups["time"].Value.Trim(), true);
        }

        foreach (Match mark in Marks().Matches(line))
        {
            var (left, right) = (line[..mark.Index].Trim(), line[(mark.Index + mark.Length)..].Trim());
            if (left.Length == 0 || right.Length == 0)
            {
                continue;
            }

            yield return (left, right, true);
            if (char.IsLetter(right[0]))
            {
                yield return (right, left, false);
            }
        }

        if (Announced().Match(line) is { Success: true } announced)
        {
            yield return (announced.Groups["product"].Value, announced.Groups["time"].Value.Trim(), true);
        }
    }

    /// <summary>
    /// Whether a time may go on with the period a product's name ends with; a day behind a period is a time of its own ("Báo cáo quý II: 30/6").
    /// </summary>
    private static bool GoesOn(string product, string time)
    {
        var name = VietnameseText.Fold(product).Trim(' ', ',', ';', ':', '-', '–', '/', '(', ')', '.');
        return EndsWithDay().IsMatch(name) || (EndsWithPeriod().IsMatch(name) && !HasDay().IsMatch(time));
    }

    private static bool IsTime(string words)
    {
        var trimmed = words.Trim(' ', '.', ';', ',').TrimStart('(').TrimEnd(')');
        var folded = VietnameseText.Fold(trimmed);
        return trimmed.Length is > 0 and <= 120 && !BareNumber().IsMatch(trimmed) && !Paper().IsMatch(folded)
            && (trimmed.Any(char.IsAsciiDigit) || Unnumbered().IsMatch(folded))
            && DeadlineParser.ReadAlone(trimmed, AnyYear) is { IsUnderstood: true, Milestones.Count: > 0 } reading
            && reading.Milestones.All(milestone => milestone is { Kind: not (MilestoneKind.Unspecified or MilestoneKind.Event), Label: null or "" });
    }

    private static string Trim(string product) => product.Trim(' ', ',', ';', ':', '-', '–', '/').Trim();

    [GeneratedRegex(@"^(?<product>[^()]{2,400}?)\s*[(\[](?<time>[^()\[\]]{2,120})[)\]]\s*[.;]?$")]
    private static partial Regex Bracketed();

    // Not within a date or a number of a paper: "30/6", "Quý II/2026", "12/KH-UBND".
    [GeneratedRegex(@"\s*[:;|]\s*|,\s+|\s+[-–—]\s+|(?<=\p{L})\s*/\s*(?=\p{L}|(?!20[0-9]{2}\b)[0-9])|(?<=[0-9])\s*/\s*(?=\p{L}{3})")]
    private static partial Regex Marks();

    // "Báo cáo kết quả thực hiện trong năm 2026" names a paper: only words that never stand in such a name announce a time, or "trước" right behind the kind of
    // paper.
    [GeneratedRegex(@"^(?:(?<product>\P{Cc}{2,400}?)\s+(?:(?:gửi|nộp|trình)\s+)?(?<time>(?:(?:hoàn thành|xong)\s+)?(?:chậm nhất|muộn nhất|thời hạn|hạn chót)\b.{2,100})"
        + @"|(?<product>báo cáo|kế hoạch|quyết định|đề án|tờ trình|công văn|nghị quyết|văn bản|chỉ thị|thông báo|kết luận|danh mục|quy chế)\s+(?<time>trước\b.{2,100}))$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announced();

    // The year of what stands before it, or a number of something else.
    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"(?:\b(?:quy|thang|nam|tuan|ky|giai doan|dot)(?: (?:thu )?(?:[0-9]{1,4}|[ivx]{1,4}))?(?: ?[/-] ?[0-9]{2,4}| nam [0-9]{4})?"
        + @"|\b[0-9]{1,2} thang(?: (?:dau|cuoi))?(?: nam)?(?: [0-9]{4})?|\b20[0-9]{2})$")]
    private static partial Regex EndsWithPeriod();

    [GeneratedRegex("^(?:(?:quy|thang|nam|tuan|ngay)\\b|[ivx]{1,4}\\b|[0-9])")]
    private static partial Regex BeginsWithPeriod();

    [GeneratedRegex(@"[0-9]{1,2}[/.-][0-9]{1,2}(?:[/.-][0-9]{2,4})?$")]
    private static partial Regex EndsWithDay();

    [GeneratedRegex(@"[0-9]{1,2}[/.-][0-9]{1,2}(?![0-9])|ngày", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HasDay();

    // A time beside the number or name of a paper is not the whole of the words.
    [GeneratedRegex(@"\b(?:bao cao|ke hoach|quyet dinh|de an|to trinh|cong van|nghi quyet|van ban|chi thi|thong bao|ket luan|danh muc|quy che|so [0-9]+)\b"
        + "|[0-9]/[a-z]{2}")]
    private static partial Regex Paper();

    [GeneratedRegex(@"^(?:thuong xuyen|hang (?:thang|quy|nam)|hang nam|dinh ky|ca nam|trong nam|(?:cuoi|dau|giua) nam|quy (?:i{1,3}|iv))\b")]
    private static partial Regex Unnumbered();
}
