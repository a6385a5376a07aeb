using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Xlsx;

/// <summary>Each different text (chữ trong ô) of a workbook once, unescaped and normalised.</summary>
internal sealed partial class TextPool(WorkbookBudget budget)
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>>? _bySpan;

    public string Take(ReadOnlySpan<char> raw)
    {
        if (raw.IsEmpty)
        {
            return "";
        }

        var texts = _bySpan ??= _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!texts.TryGetValue(raw, out var text))
        {
            budget.CountText(raw.Length);
            WorkbookBudget.Refuse(_texts.Count >= budget.Limits.MaxStrings, "quá nhiều chuỗi khác nhau");
            var key = raw.ToString();
            text = VietnameseText.Normalize(Unescape(key));
            _texts.Add(key, string.Equals(text, key, StringComparison.Ordinal) ? text = key : text);
        }

        return text;
    }

    /// <summary>Excel writes characters XML does not allow as _x000D_, and an underscore that would look so as _x005F_.</summary>
    private static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escape().Replace(text, match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
            : text;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
