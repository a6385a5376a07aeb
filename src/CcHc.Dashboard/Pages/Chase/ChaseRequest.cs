using CcHc.Core.Registers;
using CcHc.Core.Reminders;
using CcHc.Core.StatusReport;
using CcHc.Dashboard.Shared;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Http;

namespace CcHc.Dashboard.Pages.Chase;

/// <summary>Which letters of a chase (đôn đốc ngay) a visitor asks for, as the address of the page says it.</summary>
/// <param name="Agencies">Codes; empty for all.</param>
/// <param name="Standings">Never empty.</param>
/// <param name="Paragraph">The officer's own words above the tasks.</param>
public sealed record ChaseRequest(IReadOnlyList<string> Agencies, TaskArea? Area, IReadOnlyList<StatusGroup> Standings, int DaysUnanswered, string Paragraph)
{
    public const int LongestParagraph = 600;
    public const int MostDays = 365;

    /// <summary>In an address: the agency of the one letter meant.</summary>
    public const string Letter = "thu";

    private const int MostWords = 4_000;
    private const char Divider = ',';

    /// <summary>What can be chased, the gravest first.</summary>
    public static IReadOnlyList<StatusGroup> Chaseable { get; } = [StatusGroup.Overdue, StatusGroup.DueSoon, StatusGroup.Upcoming];

    public ChaseFilter Filter => new(Agencies.ToHashSet(StringComparer.Ordinal), Area is { } area
        ? new HashSet<TaskArea> { area } : new HashSet<TaskArea>(), Standings.ToHashSet(), DaysUnanswered);

    /// <summary>A value nobody can read asks for nothing; without a standing what is overdue is chased.</summary>
    public static ChaseRequest Read(IQueryCollection asked)
    {
        var standings = Chaseable.Where(group => Words(asked, "tinh-trang").Contains(TaskFilter.CodeOf(group))).ToList();
        var words = asked["loi"].ToString().ReplaceLineEndings("\n").Trim();
        return new ChaseRequest(
            [.. Words(asked, "co-quan").Distinct(StringComparer.Ordinal)], TaskFilter.OfArea(asked.Word("linh-vuc")).Area, standings.Count > 0
                ? standings : [StatusGroup.Overdue],
            asked.Number("im-lang", 0, MostDays) ?? 0, words.Length > LongestParagraph ? words[..LongestParagraph] : words);
    }

    /// <summary>What <see cref="Read"/> reads, without what is not set.</summary>
    public Dictionary<string, string> ToAddress() => QueryParameters.Address(
        ("co-quan", string.Join(Divider, Agencies)), ("linh-vuc", Area?.Code() ?? ""),
        ("tinh-trang", string.Join(Divider, Standings.Select(TaskFilter.CodeOf))),
        ("im-lang", DaysUnanswered > 0 ? FormattableString.Invariant($"{DaysUnanswered}") : ""), ("loi", Paragraph));

    /// <summary>Of the one letter to an agency.</summary>
    public Dictionary<string, string> AddressOf(string agencyCode) => new(ToAddress(), StringComparer.Ordinal) { [Letter] = agencyCode };

    /// <summary>A form gives a field several times, an address of ours once with commas.</summary>
    private static IEnumerable<string> Words(IQueryCollection asked, string name) =>
        asked[name].OfType<string>().SelectMany(value => value.Split(Divider, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Take(MostWords);
}
