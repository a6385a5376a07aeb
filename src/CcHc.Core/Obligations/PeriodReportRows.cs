using System.Text.RegularExpressions;
using CcHc.Core.Deadlines;
using CcHc.Core.Registers;
using CcHc.Core.Text;

namespace CcHc.Core.Obligations;

/// <summary>
/// Rows of a plan that ask for the very report the regime asks for ("Báo cáo công tác CCHC quý, 6 tháng, năm"): one duty, one deadline, one chase. Once the
/// agency has the period's form, that report is chased in place of the row; handed in, it closes the row's occurrence.
/// </summary>
public sealed partial class PeriodReportRows(IReadOnlyCollection<Obligation> duties)
{
    /// <summary>A plan's own day and the regime's for one period lie within the same weeks.</summary>
    private const int DaysApart = 25;

    private readonly ILookup<string, Obligation> _ofAgency = duties.ToLookup(duty => duty.Agency.Code, StringComparer.Ordinal);
    private readonly Dictionary<RegisterTask, bool> _isReport = new(ReferenceEqualityComparer.Instance);

    /// <summary>The row with what its agency handed in, if it is such a report.</summary>
    public Obligation Close(Obligation row)
    {
        if (duties.Count == 0 || !IsKnownReport(row))
        {
            return row;
        }

        var handedIn = _ofAgency[row.Agency.Code].Where(duty => duty.Reported is not null && duty.Note.Length == 0).MaxBy(duty => duty.Milestone.Due);
        return handedIn is null || row.Reported?.Through >= handedIn.Milestone.Due
            ? row : row with { Reported = handedIn.Reported! with { Through = handedIn.Milestone.Due!.Value.AddDays(DaysApart) } };
    }

    /// <summary>A form of the same occurrence is out and not handed in.</summary>
    public bool IsChasedAsReport(AssessedObligation one) =>
        duties.Count > 0 && one.Standing is { IsOpen: true, WrittenDue: { } due } && IsKnownReport(one.Obligation)
        && _ofAgency[one.Obligation.Agency.Code].Any(duty => Math.Abs(duty.Milestone.Due!.Value.DayNumber - due.DayNumber) <= DaysApart);

    /// <summary>A task of every commune is asked about a thousand times, and its words stay the same.</summary>
    private bool IsKnownReport(Obligation row)
    {
        if (row.Milestone.Kind is not MilestoneKind.Recurring)
        {
            return false;
        }

        if (!_isReport.TryGetValue(row.Task, out var known))
        {
            _isReport.Add(row.Task, known = IsReport(row));
        }

        return known;
    }

    /// <summary>A recurring duty, or one of a quarter, half-year or year, whose words begin with the report on administrative reform.</summary>
    public static bool IsReport(Obligation row) =>
        row.Milestone.Kind is MilestoneKind.Recurring && ReportOnReform().IsMatch(VietnameseText.Fold(row.Task.Text));

    [GeneratedRegex(@"^(?:(?:thuc hien|xay dung|lap|gui|tong hop|chuan bi|nop|thuc hien tot|nghiem tuc|duy tri) )*(?:che do |cong tac |viec )*(?:thong tin,? )?bao cao\b.{0,80}\b(?:cai cach hanh chinh|cchc)\b")]
    private static partial Regex ReportOnReform();
}
