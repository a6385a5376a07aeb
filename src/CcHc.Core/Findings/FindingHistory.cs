namespace CcHc.Core.Findings;

/// <summary>A finding over time (cảnh báo đã biết).</summary>
public sealed record KnownFinding
{
    /// <summary>As it was last seen, with its <see cref="Finding.AnswerCode"/>.</summary>
    public required Finding Finding { get; init; }
    public required DateOnly FirstSeen { get; init; }
    public required DateOnly LastSeen { get; init; }
    /// <summary>The day it was no longer found; null while it is.</summary>
    public DateOnly? GoneOn { get; init; }
}

/// <summary>What became of the findings since the last look (diễn biến cảnh báo): which are new, which stay, which are gone.</summary>
public sealed class FindingHistory
{
    private readonly Dictionary<string, KnownFinding> _byCode;
    private readonly DateOnly _today;

    private FindingHistory(Dictionary<string, KnownFinding> byCode, DateOnly today) => (_byCode, _today) = (byCode, today);

    /// <summary>What today's look changed: to be remembered.</summary>
    public IEnumerable<KnownFinding> Changed => _byCode.Values.Where(known => known.LastSeen == _today || known.GoneOn == _today);

    /// <summary>Gone since the day of the last look before today.</summary>
    public IReadOnlyList<Finding> Gone => [.. _byCode.Values.Where(known => known.GoneOn == _today).Select(known => known.Finding)];

    /// <summary>The day a finding was first seen; null when that is today.</summary>
    public DateOnly? Since(Finding finding) => _byCode[finding.AnswerCode].FirstSeen is var first && first < _today ? first : null;

    /// <summary>
    /// A finding that comes back after it was gone is new again. Findings of a file nobody could read this time are neither seen nor gone.
    /// </summary>
    /// <param name="current">All of today's findings, with their codes.</param>
    /// <param name="unreadFiles">Files whose findings could not be looked for.</param>
    public static FindingHistory Of(IEnumerable<KnownFinding> known, IEnumerable<Finding> current, IReadOnlySet<string> unreadFiles, DateOnly today)
    {
        var byCode = known.ToDictionary(one => one.Finding.AnswerCode, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var finding in current)
        {
            seen.Add(finding.AnswerCode);
            var first = byCode.TryGetValue(finding.AnswerCode, out var before) && (before.GoneOn is null || before.GoneOn == today) ? before.FirstSeen : today;
            byCode[finding.AnswerCode] = new KnownFinding { Finding = finding, FirstSeen = first, LastSeen = today };
        }

        foreach (var (code, before) in byCode.Where(one => one.Value.GoneOn is null && !seen.Contains(one.Key) && !unreadFiles.Contains(one.Value.Finding.File))
            .ToList())
        {
            byCode[code] = before with { GoneOn = today };
        }

        return new FindingHistory(byCode, today);
    }
}
