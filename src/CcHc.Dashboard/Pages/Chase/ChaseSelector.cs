using CcHc.Core.Agencies;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Dashboard.Snapshot;

namespace CcHc.Dashboard.Pages.Chase;

/// <summary>Finds whom a chase would write to, and writes the letters: only those asked for, for a country's letters are not shown on one page.</summary>
public sealed class ChaseSelector(BoardReminding reminding)
{
    /// <summary>Agencies that would get a letter, by name as the directory lists them.</summary>
    public static IReadOnlyList<Agency> Recipients(OfficeStatus now, ChaseRequest asked)
    {
        var filter = asked.Filter;
        return [.. now.Rows.Where(row => filter.Takes(row.Assessed, now.Today)).Select(row => row.Obligation.Agency).DistinctBy(agency => agency.Code)];
    }

    /// <param name="only">Codes of agencies; of all recipients when null.</param>
    public IReadOnlyList<ReminderLetter> Letters(OfficeStatus now, ChaseRequest asked, IReadOnlyList<string>? only = null)
    {
        var filter = only is null ? asked.Filter : asked.Filter with { Agencies = only.ToHashSet(StringComparer.Ordinal) };
        var rows = only is null ? now.Rows : only.Distinct(StringComparer.Ordinal).SelectMany(now.Tasks.OfAgency);
        return only is [] ? [] : ChaseLetters.Write([.. rows.Select(row => row.Assessed)], filter, asked.Paragraph, reminding.RulesOf(now), now.Today);
    }

    /// <summary>All open tasks of each agency, for the workbook with its letter.</summary>
    public static ILookup<string, AssessedObligation> RowsOf(OfficeStatus now) =>
        now.Rows.Select(row => row.Assessed).ToLookup(one => one.Obligation.Agency.Code, StringComparer.Ordinal);
}
