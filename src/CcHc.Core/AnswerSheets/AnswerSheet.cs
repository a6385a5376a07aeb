using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Answers;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Forms;

namespace CcHc.Core.AnswerSheets;

/// <summary>The sheet an agency answers on (phiếu trả lời), as values: its open tasks, each with a key that travels with its row.</summary>
/// <param name="Day">The day of the letter it goes with.</param>
public sealed record AnswerSheet(Agency Agency, DateOnly Day, IReadOnlyList<AnswerRow> Rows)
{
    /// <summary>Stands where a form has its period: "2026-05-20".</summary>
    public string DayCode => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string Token => FormToken.Of(AnswerLayout.Version, DayCode, Agency.Code);

    /// <summary>The agency's open tasks in the order given; its period reports have forms of their own.</summary>
    public static AnswerSheet Of(Agency agency, IEnumerable<AssessedObligation> rows, DateOnly day) => new(agency, day,
    [
        .. rows.Where(row => row.Obligation.Agency.Code == agency.Code && row.Standing.IsOpen && !ReportDuties.IsReport(row.Obligation))
            .Select(row => new AnswerRow(ObligationKey.Of(row.Obligation), row)).DistinctBy(row => row.Key, StringComparer.Ordinal),
    ]);
}

/// <summary>One task of the sheet.</summary>
public sealed record AnswerRow(string Key, AssessedObligation Assessed);
