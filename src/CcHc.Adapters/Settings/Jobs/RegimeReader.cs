using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Deadlines;
using CcHc.Core.Regimes;

namespace CcHc.Adapters.Settings.Jobs;

/// <summary>Reads the office's own regimes (chế độ báo cáo riêng) of jobs.yml: a known one with changes, or a whole one.</summary>
internal sealed class RegimeReader(string path)
{
    private static readonly Dictionary<string, Recurrence> Frequencies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["monthly"] = Recurrence.Monthly,
        ["quarterly"] = Recurrence.Quarterly,
        ["semiannual"] = Recurrence.Semiannual,
        ["nine_months"] = Recurrence.NineMonths,
        ["annual"] = Recurrence.Annual,
    };

    private static readonly Dictionary<string, int> FirstMonths = new(StringComparer.OrdinalIgnoreCase) { ["first"] = 0, ["before_first"] = -1 };

    private static readonly Dictionary<string, int> LastMonths = new(StringComparer.OrdinalIgnoreCase) { ["last"] = 0, ["after_last"] = 1 };

    private static readonly Dictionary<string, string> Replaceable =
        new[] { "Q1", "Q2", "Q3", "Q4", "6T", "9T" }.ToDictionary(code => code, StringComparer.OrdinalIgnoreCase);

    /// <summary>A year whose February is short and one whose is long.</summary>
    private static readonly int[] YearsTried = [2026, 2028];

    /// <exception cref="SettingsException">Anything in an entry is wrong; the message names its line.</exception>
    public IReadOnlyList<ReportingRegime> Read(IReadOnlyList<RegimeDocument>? given)
    {
        var regimes = new List<ReportingRegime>();
        foreach (var document in given ?? [])
        {
            var regime = Read(document);
            if (ReportingRegimes.ByCode(regime.Code) is not null || regimes.Exists(other => other.Code.Equals(regime.Code, StringComparison.OrdinalIgnoreCase)))
            {
                throw Wrong(document, $"the name \"{regime.Code}\" is already taken. Give the regime its own name.");
            }

            regimes.Add(regime);
        }

        return regimes;
    }

    private ReportingRegime Read(RegimeDocument document)
    {
        if (string.IsNullOrWhiteSpace(document.Name))
        {
            throw Wrong(document, "\"name\" is missing.");
        }

        var basis = BasisOf(document);
        if (basis is null && document.Reports is not { Count: > 0 })
        {
            throw Wrong(document, "give based_on, the name of a known regime, or the reports of a whole one.");
        }

        var day = DueOf(document, document.DueDay, document.DueMonth);
        var kinds = (basis?.Kinds ?? []).Select(kind => kind with { Due = day ?? kind.Due }).ToList();
        var changed = new HashSet<Recurrence>();
        foreach (var report in document.Reports ?? [])
        {
            var frequency = OneOf(report, "every", report.Every, Frequencies);
            if (!changed.Add(frequency))
            {
                throw Wrong(report, $"every: {report.Every} is used twice. A regime has one report of each kind.");
            }

            var at = kinds.FindIndex(kind => kind.Frequency == frequency);
            var kind = Checked(report, Change(report, at < 0 ? null : kinds[at], frequency, day));
            if (at < 0)
            {
                kinds.Add(kind);
            }
            else
            {
                kinds[at] = kind;
            }
        }

        return new ReportingRegime(document.Name.Trim(), document.Title?.Trim() ?? basis?.Name ?? document.Name.Trim(), basis?.Source ?? "", kinds);
    }

    private ReportingRegime? BasisOf(RegimeDocument document) =>
        string.IsNullOrWhiteSpace(document.BasedOn) ? null
        : ReportingRegimes.ByCode(document.BasedOn.Trim())
            ?? throw Wrong(document,
                $"based_on: \"{document.BasedOn}\" is not known. Known: {string.Join(", ", ReportingRegimes.All.Select(regime => regime.Code))}.");

    /// <summary>What a report leaves out it has from the known regime; one the known regime does not have is new.</summary>
    private ReportKind Change(ReportDocument report, ReportKind? known, Recurrence frequency, ReportDueDay? day) => new()
    {
        Name = report.Name?.Trim() ?? known?.Name ?? throw Wrong(report, "\"name\" is missing."),
        Frequency = frequency,
        Window = report.Window is { } window ? WindowOf(window) : known?.Window,
        Due = DueOf(report, report.DueDay, report.DueMonth) ?? known?.Due ?? day,
        Replaces = report.Replaces is { } replaced ? [.. replaced.Select(code => OneOf(report, "replaces", code, Replaceable))] : known?.Replaces ?? [],
        OwedBy = report.OwedBy ?? known?.OwedBy ?? [AgencyGroups.Departments, AgencyGroups.Districts, AgencyGroups.Communes],
    };

    private ReportWindow WindowOf(WindowDocument window)
    {
        var (from, to) = (window.From ?? throw Wrong(window, "\"from\" is missing."), window.To ?? throw Wrong(window, "\"to\" is missing."));
        return new ReportWindow(
            DayOf(from, "day", from.Day), OneOf(from, "month", from.Month, FirstMonths),
            DayOf(to, "day", to.Day), OneOf(to, "month", to.Month, LastMonths));
    }

    private ReportDueDay? DueOf(IPlaced place, int? day, string? month) => day is null
        ? month is null ? null : throw Wrong(place, "due_month needs a due_day.")
        : new ReportDueDay(DayOf(place, "due_day", day), month is null ? 0 : OneOf(place, "due_month", month, LastMonths));

    private ReportKind Checked(ReportDocument report, ReportKind kind)
    {
        foreach (var period in YearsTried.SelectMany(kind.Periods))
        {
            if (ReportWindowCheck.Proposal(kind.Frequency, period.Window) is { } proposed)
            {
                throw Wrong(report, FormattableString.Invariant(
                    $"the window of {period.Name} would be {period.Window.First:dd/MM/yyyy} - {period.Window.Last:dd/MM/yyyy}, which does not fit. Perhaps {proposed.First:dd/MM/yyyy} - {proposed.Last:dd/MM/yyyy} is meant."));
            }
        }

        return kind;
    }

    private int DayOf(IPlaced place, string key, int? day) => day switch
    {
        null => throw Wrong(place, $"\"{key}\" is missing."),
        < 1 or > 31 => throw Wrong(place, FormattableString.Invariant($"{key}: {day} is no day of a month. 31 stands for the month's last day.")),
        { } given => given,
    };

    private T OneOf<T>(IPlaced place, string key, string? given, Dictionary<string, T> known) =>
        string.IsNullOrWhiteSpace(given) ? throw Wrong(place, $"\"{key}\" is missing.")
        : known.TryGetValue(given.Trim().Replace('-', '_'), out var value) ? value
        : throw Wrong(place, $"{key}: \"{given}\" is not known. Known: {string.Join(", ", known.Keys)}.");

    private SettingsException Wrong(IPlaced place, string why) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{path}, line {place.Line}: regimes: {why}"));
}
