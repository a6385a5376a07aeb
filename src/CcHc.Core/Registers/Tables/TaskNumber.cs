using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Tables;

/// <summary>The families of numbers plans use, from the outermost to the innermost.</summary>
public enum NumberStyle { None, Part, UpperLetter, Roman, Integer, Dotted, Letter, Code }

/// <summary>The number (số thứ tự) of a task or heading: "II", "3", "1.2.a", "đ".</summary>
/// <param name="Text">As written, without brackets and closing mark.</param>
public sealed partial record TaskNumber(string Text, NumberStyle Style)
{
    /// <summary>"Phần thứ" before ten numbers of three digits each.</summary>
    private const int LongestNumber = 64;

    public static TaskNumber None { get; } = new("", NumberStyle.None);

    public bool IsNone => Style == NumberStyle.None;

    /// <summary>How deep it stands: a smaller level closes every deeper section.</summary>
    public int Level => Style switch
    {
        NumberStyle.Part => 0,
        NumberStyle.UpperLetter => 1,
        NumberStyle.Roman => 2,
        NumberStyle.Integer => 3,
        NumberStyle.Dotted => 3 + Text.Count(c => c == '.'),
        NumberStyle.Letter => 20,
        _ => 30,
    };

    /// <summary>Reads a cell that holds a number or an office's own code ("NV-07") and nothing else; anything more is <see cref="None"/>.</summary>
    public static TaskNumber Read(string text)
    {
        if (text.Length is > 0 and <= 3 && text.All(char.IsAsciiDigit))
        {
            return new TaskNumber(text, NumberStyle.Integer);
        }

        var line = VietnameseText.OneLine(text);
        if (line.Length > LongestNumber)
        {
            return None;
        }

        if (Whole().Match(line) is { Success: true } match)
        {
            return Of(match.Groups["n"].Value, line);
        }

        return Code().IsMatch(line) ? new TaskNumber(line, NumberStyle.Code) : None;
    }

    /// <summary>Takes the number off the front of a task's words: "1. Xây dựng …" → 1 and "Xây dựng …".</summary>
    public static (TaskNumber Number, string Text) Cut(string text)
    {
        var words = VietnameseText.Normalize(text).Trim();
        if (Leading().Match(words) is { Success: true } match)
        {
            return (Of(match.Groups["n"].Value, match.Value), words[match.Length..].TrimStart());
        }

        return (None, Bullet().Replace(words, ""));
    }

    /// <summary>True when <paramref name="next"/> opens the list below this number: 1 → 1.1, 1 → a), II → 1, a new 1 after 4.</summary>
    public bool IsParentOf(TaskNumber next) => next.Style switch
    {
        NumberStyle.None or NumberStyle.Code => false,
        NumberStyle.Dotted => Level < next.Level
            && (Style is not (NumberStyle.Integer or NumberStyle.Dotted) || next.Text.StartsWith(Text + ".", StringComparison.Ordinal)),
        NumberStyle.Integer when Style == NumberStyle.Integer => Value(next.Text) == 1 && Value(Text) != 0,
        _ => Level < next.Level,
    };

    private static int Value(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    private static readonly char[] Ends = ['.', ')', ':', '/', '-', ' '];

    private static TaskNumber Of(string number, string written)
    {
        var text = number.TrimEnd(Ends);
        if (written.StartsWith("ph", StringComparison.OrdinalIgnoreCase))
        {
            return new TaskNumber(text, NumberStyle.Part);
        }

        return new TaskNumber(text, StyleOf(text));
    }

    private static NumberStyle StyleOf(string text)
    {
        if (text.All(char.IsAsciiDigit))
        {
            return NumberStyle.Integer;
        }

        if (text.Contains('.', StringComparison.Ordinal))
        {
            return NumberStyle.Dotted;
        }

        return char.IsUpper(text[0]) ? text.All("IVX".Contains) ? NumberStyle.Roman : NumberStyle.UpperLetter : NumberStyle.Letter;
    }

    [GeneratedRegex(@"^\(?(?:[Pp]hần|PHẦN)?\s*(?:thứ\s+)?(?<n>[0-9]{1,3}(?:\.(?:[0-9]{1,3}|[a-zđ])){0,9}|[IVX]{1,6}(?:\.(?:[0-9]{1,3}|[a-zđ])){0,9}|[A-ZĐ]|[a-zđ]{1,2}|[ivx]{1,4})\s*[\.\)\-:/]{0,2}$")]
    private static partial Regex Whole();

    // A number needs a closing mark before words ("100% hồ sơ", "635 xã" carry none); a dotted one ("1.2 Rà soát") does not.
    [GeneratedRegex(@"^(?:(?:[Pp]hần|PHẦN|Phụ lục|PHỤ LỤC)\s+(?<n>[0-9]{1,2}|[IVX]{1,5}|[A-Z])\s*[\.\):\-–]\s*|\((?<n>[0-9]{1,3}|[a-zđ])\)\s*|(?:[Nn]hiệm vụ|NHIỆM VỤ)\s+(?:số\s+)?(?<n>[0-9]{1,3})\s*[\.:\-–]\s*"
        + @"|(?<n>[0-9]{1,3}(?:\.(?:[0-9]{1,3}|[a-zđ])){1,9})\s*[\.\):/]?\s+(?=\p{L}|[0-9""“(])|(?<n>[0-9]{1,3}|[IVX]{1,6}|[A-ZĐ]|[a-zđ]|[ivx]{2,4})\s*(?:[\.\):/]|\s[-–])+\s*(?=[\p{L}""“(]|[0-9]+\s*%|(?<=\s)[0-9]))")]
    private static partial Regex Leading();

    [GeneratedRegex(@"^(?=\S*[0-9])[\p{L}0-9][\p{L}0-9.\-/_]{1,19}$")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[-–—+*•●▪◦]\s*")]
    private static partial Regex Bullet();
}
