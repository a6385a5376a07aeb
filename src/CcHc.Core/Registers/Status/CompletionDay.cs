using System.Globalization;
using System.Text.RegularExpressions;

namespace CcHc.Core.Registers.Status;

/// <summary>Finds the day of completion inside the words of a status: "Đã HT 10/6", "Xong, BC số 12/BC-SNV ngày 10/6/2026".</summary>
internal static partial class CompletionDay
{
    /// <param name="folded">What follows the verb, folded.</param>
    /// <returns>The day right behind the verb, else the only one that is not of a document referred to; null when there is none or several.</returns>
    public static DateOnly? Find(string folded, int? year)
    {
        if (!folded.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return null;
        }

        var days = Days().Matches(Numbers().Replace(folded, match => new string('#', match.Length)))
            .Select(match => (match.Index, Day: Of(match, year), IsReference: Reference().IsMatch(folded[..match.Index])))
            .Where(found => found.Day is not null).ToList();
        if (days.Count > 0 && Direct().IsMatch(folded[..days[0].Index]))
        {
            return days[0].Day;
        }

        var own = days.Where(found => !found.IsReference).Select(found => found.Day).Distinct().ToList();
        return own is [var only] ? only : null;
    }

    /// <summary>The only day of a text that is nothing but a day, with or without a year.</summary>
    public static DateOnly? Whole(string folded, int? year) =>
        Days().Match(folded) is { Success: true } match && Rest().IsMatch(folded.Remove(match.Index, match.Length)) ? Of(match, year) : null;

    private static DateOnly? Of(Match match, int? year)
    {
        var given = match.Groups["y"] is { Success: true } written ? Number(written.Value) : year;
        var (day, month) = (Number(match.Groups["d"].Value), Number(match.Groups["m"].Value));
        var full = given is < 100 ? 2000 + given : given;
        return full is >= 2000 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(full.Value, month)
            ? new DateOnly(full.Value, month, day) : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9/.,-])(?<d>[0-9]{1,2})(?: ?(?<mark>[/.-]) ?(?<m>[0-9]{1,2})(?: ?\k<mark> ?(?<y>20[0-9]{2}|[0-9]{2}))?| thang (?<m>[0-9]{1,2})(?: nam (?<y>20[0-9]{2}))?)(?![0-9/%]|[.,-][0-9])")]
    private static partial Regex Days();

    // "số 12/6" and "12/BC-SNV" are numbers of documents, "5/8 xã" a count.
    [GeneratedRegex(@"\bso:? ?[0-9]+(?: ?/ ?[0-9a-z-]+)?|[0-9]+ ?/ ?[a-z][a-z0-9-]*|[0-9]+ ?/ ?[0-9]+(?= (?:don vi|xa|phuong|co quan|lop|nhiem vu|ho so|chi tieu|thu tuc|tthc|nganh|van ban))")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^[ ,;:(]*(?:vao |trong |hom )?(?:ngay )?$")]
    private static partial Regex Direct();

    /// <summary>A day of a document the work was done by, not of the work.</summary>
    [GeneratedRegex(@"(?:can cu|thuc hien|chi dao|yeu cau|de nghi|theo)\b[^,;.]{0,80}$")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^[ .,;:]*(?:ngay|vao ngay)?[ .,;:]*$")]
    private static partial Regex Rest();
}
