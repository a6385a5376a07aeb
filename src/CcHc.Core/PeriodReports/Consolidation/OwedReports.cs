using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Forms;

namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>A report that is owed (báo cáo phải gửi) because its form went out.</summary>
/// <param name="Agency">The one the form went to; by the form's own words once the directory has it no more.</param>
/// <param name="HandedInBy">Itself, or when it ended those that took over; empty when nobody did.</param>
public sealed record OwedReport(Agency Agency, IssuedForm Form, IReadOnlyList<Agency> HandedInBy);

/// <summary>Which reports of a period are owed, and by whom, when agencies ended or merged since the forms went out.</summary>
public static class OwedReports
{
    /// <summary>
    /// In the order of the directory, then those it has no more. An agency that ended without a report owes none once all that took over have a form made out
    /// after its end: its tasks are on theirs.
    /// </summary>
    /// <param name="forms">Those of the period.</param>
    /// <param name="handedIn">Codes of the agencies with a valid report; a set that does not tell case apart.</param>
    public static IReadOnlyList<OwedReport> Of(IEnumerable<IssuedForm> forms, AgencyDirectory directory, IReadOnlySet<string> handedIn, DateOnly today)
    {
        var byCode = forms.ToDictionary(form => form.AgencyCode, StringComparer.OrdinalIgnoreCase);
        var known = directory.Agencies.Where(agency => byCode.ContainsKey(agency.Code))
            .Select(agency => new OwedReport(agency, byCode[agency.Code], directory.SuccessorsOf(agency, today)));
        var gone = byCode.Values.Where(form => directory.ByCode(form.AgencyCode) is null).OrderBy(form => form.AgencyCode, StringComparer.Ordinal)
            .Select(
                form =>
                    new OwedReport(new Agency { Code = form.AgencyCode, Name = form.AgencyName is { Length: > 0 } name
                        ? name : form.AgencyCode, Group = form.AgencyGroup }, form, []));
        return [.. known.Concat(gone).Where(report => handedIn.Contains(report.Agency.Code) || !IsOnItsSuccessorsForms(report, byCode))];
    }

    private static bool IsOnItsSuccessorsForms(OwedReport report, Dictionary<string, IssuedForm> byCode) =>
        report.Agency.ValidTo is { } last && report.HandedInBy.Count > 0
        && report.HandedInBy.All(successor => successor.Code != report.Agency.Code && byCode.TryGetValue(successor.Code, out var form) && form.IssuedOn > last);
}
