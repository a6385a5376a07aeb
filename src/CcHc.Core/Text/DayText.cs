using System.Globalization;

namespace CcHc.Core.Text;

/// <summary>Days as running Vietnamese text writes them (ngày trong câu văn): no leading zeros.</summary>
public static class DayText
{
    /// <summary>"20/3/2026".</summary>
    public static string Of(DateOnly day) => day.ToString("d/M/yyyy", CultureInfo.InvariantCulture);

    /// <summary>"3/2026".</summary>
    public static string OfMonth(DateOnly day) => day.ToString("M/yyyy", CultureInfo.InvariantCulture);
}
