using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Registers.Years;
using CcHc.Core.Text;

namespace CcHc.Core.Plans.Outline;

/// <summary>Reads number, day, title and year of a plan from its head (phần đầu văn bản), or where that is missing from the line "Ban hành kèm theo
/// …".</summary>
internal static partial class PlanHeaderReader
{
    private const int HeadBlocks = 40;

    private static readonly CultureInfo Vietnam = CultureInfo.GetCultureInfo("vi-VN");

    public static PlanHeader Read(IReadOnlyList<PlanBlock> blocks, string fileName)
    {
        var lines = Lines(blocks).ToList();
        var (number, day) = NumberAndDay(lines);
        var title = Title(lines);
        var year = PlanYearParser.InTitle(title)
            ?? (PlanYearParser.IsSpan(title) ? null : PlanYearParser.InName(fileName) ?? (day is { } on ? (on.Month >= 10 ? on.Year + 1 : on.Year) : null));
        return new PlanHeader(number, day, title, year, Province(lines));
    }

    private static IEnumerable<string> Lines(IReadOnlyList<PlanBlock> blocks) => blocks.SelectMany(block => block switch
    {
        PlanParagraph { IsAside: false } paragraph => paragraph.Text.Split('\n'),
        // The head is often a table without lines.
        PlanTable { Rows.Count: < 6 } table => table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Text.Split('\n')),
        _ => [],
    }).Select(VietnameseText.OneLine).Where(line => line.Length > 0);

    private static (string Number, DateOnly? Day) NumberAndDay(List<string> lines)
    {
        var head = string.Join(" ", lines.Take(HeadBlocks).TakeWhile(line => !IsPreamble(line)));
        var number = OwnNumber().Match(head) is { Success: true } own ? own.Groups["n"].Value : "";
        var day = PlaceAndDay().Match(head) is { Success: true } place ? DayOf(place) : null;
        foreach (var line in lines.Where(line => (number.Length == 0 || day is null) && Enclosed().IsMatch(VietnameseText.Fold(line))))
        {
            if (EnclosedNumber().Match(line) is { Success: true } enclosed)
            {
                number = number.Length > 0 ? number : enclosed.Groups["n"].Value;
                day ??= DayOf(enclosed);
            }
        }

        return (number, day);
    }

    /// <summary>The last heading "KẾ HOẠCH …" above the first part; before it stands that of the decision.</summary>
    private static string Title(List<string> lines)
    {
        var end = lines.FindIndex(line => FirstPart().IsMatch(VietnameseText.Fold(line)));
        var head = lines.Take(end < 0 ? Math.Min(lines.Count, HeadBlocks * 2) : end).ToList();
        var place = head.FindLastIndex(line => Kind().IsMatch(VietnameseText.Fold(line)) && !line.Any(char.IsLower));
        if (place < 0)
        {
            return head.Find(line => Kind().IsMatch(VietnameseText.Fold(line)) && line.Length < 250) ?? "";
        }

        var words = head.Skip(place + 1).TakeWhile(line => !Enclosed().IsMatch(VietnameseText.Fold(line)) && !IsPreamble(line)
            && !Rule().IsMatch(line) && !NextPart().IsMatch(VietnameseText.Fold(line))).Take(4);
        return string.Join(' ', words.TakeWhile(IsTitle).Prepend(head[place]));
    }

    /// <summary>"THỰC HIỆN …" in capitals is a part of the title.</summary>
    private static bool IsPreamble(string line) => line.Any(char.IsLower) && Preamble().IsMatch(VietnameseText.Fold(line));

    private static bool IsTitle(string line) => line.Count(char.IsUpper) * 2 > line.Count(char.IsLower) || line.Length < 120;

    private static string Province(List<string> lines)
    {
        foreach (var line in lines.Take(HeadBlocks))
        {
            if (ProvinceName().Match(line) is { Success: true } name)
            {
                var words = name.Groups["n"].Value.Split(' ').Select(word => char.ToUpper(word[0], Vietnam) + word[1..].ToLower(Vietnam));
                return name.Groups["kind"].Value.ToLower(Vietnam) + " " + string.Join(' ', words);
            }
        }

        return "";
    }

    private static DateOnly? DayOf(Match match) =>
        DateOnly.TryParseExact($"{match.Groups["d"].Value}/{match.Groups["m"].Value}/{match.Groups["y"].Value}", "d/M/yyyy", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"[Ss]ố\s*:\s*(?<n>[0-9]{1,6}[0-9A-Za-zĐđ]*\s*/\s*[0-9A-ZĐ][0-9A-Za-zĐđ\-/.]*)")]
    private static partial Regex OwnNumber();

    [GeneratedRegex(@"ngày\s+(?<d>[0-9]{1,2})\s+tháng\s+(?<m>[0-9]{1,2})\s+năm\s+(?<y>[0-9]{4})")]
    private static partial Regex PlaceAndDay();

    [GeneratedRegex(@"số\s*:?\s*(?<n>[0-9]{1,6}[0-9A-Za-zĐđ]*/[0-9A-ZĐ][0-9A-Za-zĐđ\-/.]*)[,\s]+ngày\s+(?<d>[0-9]{1,2})(?:/|\s+tháng\s+)(?<m>[0-9]{1,2})(?:/|"
        + @"\s+năm\s+)(?<y>[0-9]{4})", RegexOptions.IgnoreCase)]
    private static partial Regex EnclosedNumber();

    [GeneratedRegex(@"^\(?(ban hanh )?kem theo")]
    private static partial Regex Enclosed();

    [GeneratedRegex("^(can cu|thuc hien|trien khai thuc hien|xet de nghi|theo de nghi|de trien khai|de tiep tuc)")]
    private static partial Regex Preamble();

    [GeneratedRegex(@"^(i|a|phan (thu )?(nhat|1|i))\s*[.:\-–)]")]
    private static partial Regex FirstPart();

    // Also where a plan's text begins with its second part, or with an appendix.
    [GeneratedRegex(@"^(?:[ivx]{1,5}|[0-9]{1,2}|[a-d])[.)]\s*\S|^(?:phu luc|bieu|danh muc)\b")]
    private static partial Regex NextPart();

    [GeneratedRegex("^(ke hoach|chuong trinh( hanh dong| cong tac)?|de an|quyet dinh|chi thi|nghi quyet)( |$)")]
    private static partial Regex Kind();

    [GeneratedRegex(@"^[-_–—\s]+$")]
    private static partial Regex Rule();

    // In capitals as a letterhead has it, or "Mẫu" behind "tỉnh": a name's words all begin with a capital.
    [GeneratedRegex(@"(?<kind>TỈNH|THÀNH PHỐ)\s+(?<n>\p{Lu}+(?:[ -]\p{Lu}+){0,3})(?:$|(?=\s+(?:CỘNG|NĂM|GIAI)))|(?<kind>tỉnh|Tỉnh|thành phố|"
        + @"Thành phố)\s+(?<n>\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){0,3})")]
    private static partial Regex ProvinceName();
}
