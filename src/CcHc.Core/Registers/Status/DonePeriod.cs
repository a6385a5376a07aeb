using System.Globalization;
using System.Text.RegularExpressions;

namespace CcHc.Core.Registers.Status;

/// <summary>What is done for one period of a duty that comes again (xong của một kỳ): "đã gửi quý I", "đã báo cáo tháng 3", "xong 6 tháng đầu năm".</summary>
internal static partial class DonePeriod
{
    /// <returns>The last calendar day of the last period named; null when the words are no such statement, or no year is known.</returns>
    public static DateOnly? Read(string folded, int? planYear)
    {
        if (Statement().Match(folded) is not { Success: true } statement)
        {
            return null;
        }

        var year = statement.Groups["y"] is { Success: true } written ? int.Parse(written.Value, NumberStyles.None, CultureInfo.InvariantCulture) : planYear;
        if (year is not (>= 2000 and <= 2100))
        {
            return null;
        }

        var unit = statement.Groups["unit"].Value;
        var last = statement.Groups["n"].Captures.LastOrDefault()?.Value ?? "";
        var month = unit switch
        {
            "quy" => QuarterOf(last) * 3,
            "thang" => int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
            "nam" => 12,
            _ when unit.StartsWith('9') => 9,
            _ => unit.Contains("cuoi", StringComparison.Ordinal) ? 12 : 6,
        };
        return month is >= 1 and <= 12 ? new DateOnly(year.Value, month, DateTime.DaysInMonth(year.Value, month)) : null;
    }

    private static int QuarterOf(string number) => number switch { "i" or "1" => 1, "ii" or "2" => 2, "iii" or "3" => 3, "iv" or "4" => 4, _ => 0 };

    [GeneratedRegex(@"^(?:da |da co |xong )?(?:gui|nop|bao cao|bc|thuc hien|hoan thanh|ht|xong|lam|to chuc|hop)(?: xong)?(?: bao cao| bc)?(?: cchc| cai cach hanh chinh)?(?: dinh ky)?(?: ky| cua| cho| het)? (?:(?<unit>quy) (?<n>i{1,3}|iv|[1-4])(?: ?(?:,|va|-|den) ?(?:quy )?(?<n>i{1,3}|iv|[1-4]))*|(?<unit>thang) (?<n>[0-9]{1,2})(?: ?(?:,|va|-|den) ?(?:thang )?(?<n>[0-9]{1,2}))*|(?<unit>[69] thang(?: dau nam| cuoi nam)?)|(?<unit>nam)(?= 20[0-9]{2}))(?:(?: ?/ ?| nam | )(?<y>20[0-9]{2}))?[ .;]*(?:\([^()]{0,80}\))?$")]
    private static partial Regex Statement();
}
