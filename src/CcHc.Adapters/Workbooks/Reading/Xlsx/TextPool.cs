using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>The texts (chữ trong ô) of a workbook, unescaped and normalised.</summary>
internal sealed partial class TextPool(WorkbookBudget budget)
{
    /// <summary>Names and dates repeat down a column; longer texts hardly do and are not worth looking up.</summary>
    private const int LongestPooled = 40;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Texts taken so far are counted anew when they come again: what held them is read a second time.</summary>
    public void Forget() => _texts.Clear();

    /// <summary>The text of one cell, shared with every cell that holds the same.</summary>
    public string Take(string raw) => IsPooled(raw) ? Shared(raw) : Settle(raw);

    public string Take(ReadOnlySpan<char> raw) => IsPooled(raw) ? Shared(raw) : Settle(raw.ToString());

    private static bool IsPooled(ReadOnlySpan<char> raw) => raw.Length is > 0 and <= LongestPooled;

    private string Shared(ReadOnlySpan<char> raw)
    {
        var known = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(raw, out var text))
        {
            known[raw] = text = Settle(raw.ToString());
        }

        return text;
    }

    /// <summary>The text as the rest of the system expects it; counted against the budget.</summary>
    public string Settle(string raw)
    {
        budget.CountText(raw.Length);
        return VietnameseText.Normalize(Unescape(raw));
    }

    /// <summary>The same of a text without Excel's escapes.</summary>
    public string SettlePlain(string raw)
    {
        budget.CountText(raw.Length);
        return VietnameseText.Normalize(raw);
    }

    public IReadOnlyList<StoredRun>? Settle(IReadOnlyList<StoredRun>? runs) =>
        runs is null ? null : [.. runs.Select(run => run with { Text = Settle(run.Text) })];

    /// <summary>Excel writes characters XML does not allow as _x000D_, and an underscore that would look so as _x005F_.</summary>
    private static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escape().Replace(text, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
            : text;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
