using System.Globalization;
using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Findings;

namespace CcHc.Worker.Checks;

/// <summary>Whether this machine knows what time it is and how Vietnamese is written (đồng hồ, ngôn ngữ của máy).</summary>
public static class ClockCheck
{
    private static readonly TimeSpan Allowed = TimeSpan.FromMinutes(2);

    /// <param name="whose">"PostgreSQL", "the output folder's server".</param>
    /// <param name="theirs">Their clock, asked at this moment; null when they could not be asked.</param>
    public static Finding? Against(string whose, DateTimeOffset? theirs, DateTimeOffset ours) => theirs is { } other && (ours - other).Duration() > Allowed
        ? new Finding(Severity.Error, "clock-apart", MachineSettings.FileName, null, null,
            FormattableString.Invariant(
                $"This machine's clock says {ours.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z, that of {whose} {other.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z."),
            "Let both machines take their time from the same time server; deadlines are judged by this machine's day.")
        : null;

    /// <summary>Without its data .NET sorts "đ" after "z" and knows no Vietnamese dates.</summary>
    public static Finding? OfLanguageData() => string.Compare("đ", "e", CultureInfo.GetCultureInfo(""), CompareOptions.None) < 0
        ? null
        : new Finding(Severity.Error, "globalization-invariant", MachineSettings.FileName, null, null,
            "The program runs in globalization-invariant mode.", "Unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT and install ICU (Debian: libicu).");
}
