using System.Collections.Frozen;
using System.Globalization;
using CcHc.Core.Wording;
using Microsoft.AspNetCore.Http;

namespace CcHc.Dashboard.Localization;

/// <summary>
/// The pages' words (ngôn ngữ): written in Vietnamese, shown in English to who chose that. A sentence without a translation stays Vietnamese.
/// </summary>
public sealed class ViewLocalizer(IHttpContextAccessor visit)
{
    public const string Cookie = "cchc-lang";

    private static readonly FrozenDictionary<string, string> English = Read();

    public bool IsEnglish => visit.HttpContext?.Request.Cookies[Cookie] == "en";

    public string Language => IsEnglish ? "en" : "vi";

    public string this[string vietnamese] => IsEnglish && English.TryGetValue(vietnamese, out var english) ? english : vietnamese;

    /// <summary>A sentence with numbered blanks.</summary>
    public string this[string vietnamese, params object[] values] => string.Format(CultureInfo.InvariantCulture, this[vietnamese], values);

    /// <summary>"95,25%" of 0.9525, in English "95.25%".</summary>
    public string Percent(double share) => IsEnglish ? share.ToString("0.##%", CultureInfo.InvariantCulture) : Vietnamese.Percent(share);

    /// <summary>All there are, for the test that none is missing.</summary>
    public static IReadOnlyCollection<string> Known => English.Keys;

    private static FrozenDictionary<string, string> Read()
    {
        using var lines = new StreamReader(typeof(ViewLocalizer).Assembly.GetManifestResourceStream("CcHc.Dashboard.Words.en.tsv")!);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            if (line.Split('\t') is [{ Length: > 0 } vietnamese, { Length: > 0 } english])
            {
                words.Add(vietnamese, english);
            }
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
