using System.Globalization;
using System.Text;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Reading.Formats;

/// <summary>Writes a value as a section of a number format shows it (chữ hiện trên ô).</summary>
internal static class ShownText
{
    public static string OfText(string text, FormatSection section) =>
        VietnameseText.Normalize(string.Concat(section.Tokens.Select(token => token.Kind switch
        {
            FormatTokenKind.Text => text,
            FormatTokenKind.Literal => token.Text,
            _ => "",
        })));

    /// <summary>A month or a year without a word beside it is given one: "06" is "tháng 6".</summary>
    public static string OfDate(DateTime date, FormatSection section)
    {
        var shown = Concat(section.Tokens.Select(token => Part(date, token, section)));
        return section.Tokens.Count(token => token.Kind != FormatTokenKind.Literal) == 1 && !VietnameseText.Fold(shown).Any(char.IsLetter)
            ? section.Has(FormatTokenKind.Month) ? $"tháng {shown.TrimStart('0')}" : section.Has(FormatTokenKind.Year) ? $"năm {shown}" : shown
            : shown;
    }

    public static string OfNumber(double value, FormatSection section)
    {
        var afterPoint = section.Tokens.SkipWhile(token => token.Kind != FormatTokenKind.Point).Count(token => token.Kind == FormatTokenKind.Digit);
        var digits = Math.Abs(value).ToString("F" + Math.Min(afterPoint, 15).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var point = digits.IndexOf('.');
        var (whole, decimals) = point < 0 ? (digits, "") : (digits[..point], digits[(point + 1)..]);
        var places = section.Tokens.TakeWhile(token => token.Kind != FormatTokenKind.Point).Count(token => token.Kind == FormatTokenKind.Digit);
        whole = whole == "0" && !section.Tokens.TakeWhile(token => token.Kind != FormatTokenKind.Point).Any(IsZero) ? "" : whole;
        var (place, decimalPlace, isBehindPoint) = (0, 0, false);
        var shown = new StringBuilder(value < 0 && places > 0 ? "-" : "");
        foreach (var token in section.Tokens)
        {
            switch (token.Kind)
            {
                case FormatTokenKind.Digit when !isBehindPoint:
                    shown.Append(WholeDigit(whole, places, place++, IsZero(token)));
                    break;
                case FormatTokenKind.Digit:
                    shown.Append(decimalPlace < decimals.Length ? decimals[decimalPlace++] : '0');
                    break;
                case FormatTokenKind.Point:
                    isBehindPoint = true;
                    shown.Append(decimals.Length > 0 ? '.' : "");
                    break;
                case FormatTokenKind.Literal when token.Text != "," || places == 0:
                case FormatTokenKind.Fraction:
                    shown.Append(token.Text);
                    break;
            }
        }

        return VietnameseText.OneLine(shown.ToString());
    }

    private static bool IsZero(FormatToken token) => token is { Kind: FormatTokenKind.Digit, Text: "0" };

    /// <summary>Digits fill the places from the right; the first place takes all that are left over.</summary>
    private static string WholeDigit(string whole, int places, int place, bool isZero)
    {
        var at = whole.Length - places + place;
        return place == 0 && at > 0 ? whole[..(at + 1)] : at >= 0 ? whole[at].ToString() : isZero ? "0" : "";
    }

    private static string Concat(IEnumerable<string> parts) => VietnameseText.OneLine(string.Concat(parts));

    private static string Part(DateTime date, FormatToken token, FormatSection section) => token.Kind switch
    {
        FormatTokenKind.Year => token.Text.Length <= 2 && token.Text[0] != 'e' ? Number(date.Year % 100, 2) : Number(date.Year, 4),
        FormatTokenKind.Quarter => (section.Tokens.Any(NamesQuarter) ? "" : "quý ") + Number((date.Month + 2) / 3, 1),
        FormatTokenKind.Month => token.Text.Length == 2 ? Number(date.Month, 2) : Number(date.Month, 1),
        FormatTokenKind.Day => token.Text.Length > 2 ? DayOfWeek(date) : Number(date.Day, token.Text.Length),
        FormatTokenKind.Hour => Number(section.Has(FormatTokenKind.HalfDay) ? (date.Hour + 11) % 12 + 1 : date.Hour, token.Text.Length),
        FormatTokenKind.Minute => Number(date.Minute, token.Text.Length),
        FormatTokenKind.Second => Number(date.Second, token.Text.Length),
        FormatTokenKind.HalfDay => date.Hour < 12 ? "SA" : "CH",
        FormatTokenKind.Literal or FormatTokenKind.Fraction or FormatTokenKind.Point => token.Text,
        _ => "",
    };

    private static bool NamesQuarter(FormatToken token) =>
        token.Kind == FormatTokenKind.Literal && VietnameseText.Fold(token.Text).Contains("quy", StringComparison.Ordinal);

    private static string DayOfWeek(DateTime date) => date.DayOfWeek == System.DayOfWeek.Sunday ? "Chủ nhật" : "Thứ " + Number((int)date.DayOfWeek + 1, 1);

    private static string Number(int value, int digits) =>
        value.ToString("D" + Math.Clamp(digits, 1, 4).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
