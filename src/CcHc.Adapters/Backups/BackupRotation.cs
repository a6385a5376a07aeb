using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Adapters.Settings.Machine;

namespace CcHc.Adapters.Backups;

/// <summary>
/// Which backups stay (luân chuyển bản sao lưu): the newest of each of the last days that have one, and the newest of each of the last months. Files with other
/// names are nobody's business.
/// </summary>
public static partial class BackupRotation
{
    /// <summary>"cchc-2026-06-15.zip"; a second one of a day has its time behind it.</summary>
    public static string NameOf(DateOnly day, TimeOnly? time = null) =>
        FormattableString.Invariant($"cchc-{day:yyyy-MM-dd}{(time is { } at ? at.ToString("'-'HHmmss", CultureInfo.InvariantCulture) : "")}.zip");

    /// <param name="names">Files of the backup folder.</param>
    /// <returns>Those to delete.</returns>
    public static IReadOnlyList<string> ToDelete(IEnumerable<string> names, BackupSettings settings)
    {
        var ours = names.Select(name => (Name: name, Day: DayOf(name))).Where(one => one.Day is not null)
            .OrderByDescending(one => one.Name.Replace(".zip", "", StringComparison.Ordinal), StringComparer.Ordinal).ToList();
        var newestOfDay = ours.DistinctBy(one => one.Day).ToList();
        var kept = newestOfDay.Take(settings.KeepDays)
            .Concat(newestOfDay.DistinctBy(one => (one.Day!.Value.Year, one.Day.Value.Month)).Take(settings.KeepMonths))
            .Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        return [.. ours.Select(one => one.Name).Where(name => !kept.Contains(name))];
    }

    private static DateOnly? DayOf(string name) =>
        Ours().Match(name) is { Success: true } match
            && DateOnly.TryParseExact(match.Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"^cchc-(\d{4}-\d{2}-\d{2})(?:-\d{6})?\.zip$")]
    private static partial Regex Ours();
}
