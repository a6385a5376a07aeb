using System.Globalization;

namespace CcHc.Dashboard.Shared;

/// <summary>Where one stands in a list of several pages (phân trang).</summary>
/// <param name="Address">The list's own address, the page left out.</param>
public sealed record Pager(int Page, int Pages, int Total, string PageName, IReadOnlyDictionary<string, string> Address)
{
    /// <summary>What addresses call the page of a list.</summary>
    public const string Usual = "trang";

    /// <summary>What the address calls its page; another word for a second list of one page.</summary>
    public string Number { get; init; } = Usual;

    /// <summary>Where on the page the list stands; null for its top.</summary>
    public string? Place { get; init; }

    /// <summary>What is read out of it, in the reader's language, where a page has several; null where the list is the page's only one.</summary>
    public string? Label { get; init; }

    public static Pager Of<T>(PagedList<T> found, string pageName, IReadOnlyDictionary<string, string> address) =>
        new(found.Page, found.Pages, found.Total, pageName, address);

    /// <returns>The page an address asks for; the first where it asks for none that there is.</returns>
    public static int NumberOf(string? written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1;

    public Dictionary<string, string> To(int page) =>
        new(Address.Where(one => one.Key != Number), StringComparer.Ordinal) { [Number] = page.ToString(CultureInfo.InvariantCulture) };
}
