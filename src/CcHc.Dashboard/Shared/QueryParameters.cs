using System.Globalization;
using CcHc.Core.Calendars;
using Microsoft.AspNetCore.Http;

namespace CcHc.Dashboard.Shared;

/// <summary>Reads what an address asks for (bộ lọc trên địa chỉ): what makes no sense counts as not asked.</summary>
public static class QueryParameters
{
    private const int LongestWord = 200;

    /// <summary>Far enough for any list, near enough to count with.</summary>
    private const int LastPage = 1_000_000;

    public static string Word(this IQueryCollection query, string name) => query[name].ToString().Trim() is { Length: <= LongestWord } word ? word : "";

    public static DateOnly? Day(this IQueryCollection query, string name) =>
        DateOnly.TryParseExact(query.Word(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999
            ? day : null;

    /// <summary>As an address and a date field have it.</summary>
    public static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <returns>Null when it is not a whole number of that range.</returns>
    public static int? Number(this IQueryCollection query, string name, int least, int most) =>
        int.TryParse(query.Word(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    /// <summary>1 when none is asked for.</summary>
    public static int Page(this IQueryCollection query) => query.Number(Pager.Usual, 1, LastPage) ?? 1;

    /// <summary>The instants a day of the office begins and ends at; null for no day.</summary>
    public static (DateTimeOffset? From, DateTimeOffset? Before) Span(DateOnly? day) =>
        day is { } asked ? (OfficeTime.StartOf(asked), OfficeTime.StartOf(asked.AddDays(1))) : (null, null);

    /// <summary>An address without what is not asked.</summary>
    public static Dictionary<string, string> Address(params ReadOnlySpan<(string Name, string Value)> parts)
    {
        var address = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in parts)
        {
            if (value.Length > 0)
            {
                address.Add(name, value);
            }
        }

        return address;
    }
}
