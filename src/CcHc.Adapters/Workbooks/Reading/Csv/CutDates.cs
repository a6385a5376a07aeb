using System.Text.RegularExpressions;

namespace CcHc.Adapters.Workbooks.Reading.Csv;

/// <summary>
/// Dates written with a comma and not put in quotes ("June 20, 2026", "Thứ Bảy, 20 Tháng 6, 2026"): the comma divides no cells, for the part before it cannot
/// stand alone and the part behind it goes on with it.
/// </summary>
internal static partial class CutDates
{
    /// <summary>Joins the fields of a line where a date was cut.</summary>
    /// <returns>Whether any was.</returns>
    public static bool Join(List<(string Text, bool IsQuoted)> fields, char mark)
    {
        var isCut = false;
        for (var i = 0; mark == ',' && i + 1 < fields.Count;)
        {
            if (!fields[i].IsQuoted && !fields[i + 1].IsQuoted && GoesOn(fields[i].Text, fields[i + 1].Text))
            {
                fields[i] = ($"{fields[i].Text.TrimEnd()}, {fields[i + 1].Text.TrimStart()}", false);
                fields.RemoveAt(i + 1);
                isCut = true;
            }
            else
            {
                i++;
            }
        }

        return isCut;
    }

    private static bool GoesOn(string before, string after) =>
        before.Length <= 80 && after.Length is > 1 and <= 80 && after[0] == ' '
        && ((Year().IsMatch(after) && (MonthAndDay().IsMatch(before) || DayAndMonth().IsMatch(before)))
            || (Weekday().IsMatch(before) && Date().IsMatch(after)));

    [GeneratedRegex(@"^ (?:năm )?20[0-9]{2}\b(?! ?[-/])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\.? [0-9]{1,2}(?:st|nd|rd|th)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(@"(?:\b[0-9]{1,2} (?:tháng (?:[0-9]{1,2}|một|giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai)?|chạp)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)|\b[0-9]{1,2}/[0-9]{1,2})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"(?:^|\s)(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"^ (?:ngày )?(?:[0-9]{1,2}(?:[/.-][0-9]{1,2}| tháng | [a-z]{3})|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? [0-9]{1,2})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
