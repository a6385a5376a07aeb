namespace CcHc.Worker.Tests.Faults;

/// <summary>What a day with a fault in it is held against: the same day without one.</summary>
internal static class Promises
{
    /// <returns>One sentence for each promise that is broken.</returns>
    public static IReadOnlyList<string> BrokenBy(LivedDay day, LivedDay unharmed) =>
    [
        .. Missing("was never reminded", unharmed.Reminders, day.Reminders),
        .. Missing("was reminded though nothing asked for it", day.Reminders, unharmed.Reminders),
        .. Lost(day, unharmed),
        .. Doubled(day),
        .. day.ChangedFiles.Select(file => $"{file}: a file of the staff was changed."),
        .. Missing("is what became of a dropped file without the fault", unharmed.HandIns, day.HandIns),
        .. Missing("became of a dropped file only with the fault", day.HandIns, unharmed.HandIns),
        .. Missing("is a consolidated workbook the day lacks", unharmed.Outputs, day.Outputs),
        .. Missing("is a consolidated workbook too many", day.Outputs, unharmed.Outputs),
        .. day.WrongOutputs.Select(file => $"{file}: remembered as written, and other bytes lie there."),
        .. Missing("was not published", unharmed.Published, Whole(day.Published)),
        .. Missing("was published though nothing asked for it", Except(Whole(day.Published), IsFurtherVersion), unharmed.Published),
    ];

    /// <summary>For a day on which jobs ran under another date for a while: stages and letters may be another day's, the rest may not.</summary>
    public static IReadOnlyList<string> BrokenByAnotherDay(LivedDay day, LivedDay unharmed) =>
    [
        .. Missing("was never reminded", unharmed.Reminded, day.Reminded),
        .. Doubled(day),
        .. day.ChangedFiles.Select(file => $"{file}: a file of the staff was changed."),
        .. Missing("is a dropped file the day lacks", Names(unharmed.HandIns), Names(day.HandIns)),
        .. day.WrongOutputs.Select(file => $"{file}: remembered as written, and other bytes lie there."),
        .. day.Deliveries.Where(one => one.Value.State is not ("sent" or "held"))
            .Select(one => $"{one.Key.MessageId} to {one.Key.Address}: still {one.Value.State}."),
    ];

    /// <summary>A run that read in part writes the day's workbook with what it has, and the run that makes it whole writes the next version.</summary>
    private static bool IsFurtherVersion(string file) =>
        file.Contains("-v2", StringComparison.Ordinal) && Path.GetDirectoryName(file) is "canh-bao" or "tong-hop";

    /// <summary>
    /// A share that goes between the two files of a version keeps the first, which nobody can then take back and nothing may replace: the whole version lies
    /// beside it.
    /// </summary>
    private static IReadOnlyList<string> Whole(IReadOnlyList<string> published) =>
        [.. published.Select(file => file.StartsWith("tong-hop/2026-", StringComparison.Ordinal) ? file.Replace(" (2)", "", StringComparison.Ordinal) : file)
            .Distinct()];

    private static IReadOnlyList<string> Except(IReadOnlyList<string> files, Func<string, bool> spared) => [.. files.Where(file => !spared(file))];

    private static IReadOnlyList<string> Names(IReadOnlyList<string> handIns) => [.. handIns.Select(file => file.Split(' ')[0])];

    private static IEnumerable<string> Missing(string what, IReadOnlyList<string> expected, IReadOnlyList<string> found) =>
        expected.Except(found, StringComparer.Ordinal).Select(one => $"{one}: {what}.");

    /// <summary>Everything the unharmed day sent arrives, or is held where a person sees it because its outcome stayed unknown.</summary>
    private static IEnumerable<string> Lost(LivedDay day, LivedDay unharmed)
    {
        var arrived = day.Arrived.Select(letter => (letter.MessageId, letter.Address)).ToHashSet();
        return unharmed.Arrived.Select(letter => (letter.MessageId, letter.Address)).Distinct()
            .Where(letter => !arrived.Contains(letter) && day.Deliveries.GetValueOrDefault(letter).State != "held")
            .Select(letter => $"{letter.MessageId} to {letter.Address}: lost.");
    }

    /// <summary>
    /// An address has a letter twice only where the outbox says that its outcome was unknown, and never three times; and no letter the unharmed day has not.
    /// </summary>
    private static IEnumerable<string> Doubled(LivedDay day) => day.Arrived.GroupBy(letter => (letter.MessageId, letter.Address))
        .Where(copies => copies.Count() > 1 + Math.Min(1, day.Deliveries.GetValueOrDefault(copies.Key).Unknowns))
        .Select(copies => $"{copies.Key.MessageId} to {copies.Key.Address}: arrived {copies.Count()} times.");
}
