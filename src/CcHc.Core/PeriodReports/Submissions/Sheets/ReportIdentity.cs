using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Regimes;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>Whose report a file is and of which period (nhận diện báo cáo), or why that cannot be.</summary>
/// <param name="PeriodCode">The best guess even of a refused file; null when there is none.</param>
/// <param name="Agency">The best guess even of a refused file: who is told.</param>
/// <param name="Form">Null exactly when the file is refused.</param>
internal sealed record ReportIdentity(string? PeriodCode, Agency? Agency, IssuedForm? Form, ReportPeriod? Period, IReadOnlyList<FindingTemplate> Findings)
{
    /// <summary>
    /// The hidden entries decide as long as they are whole and neither the folder nor the beginning of the file's name says otherwise; without them the
    /// headings, the folder and the name do, as long as they agree.
    /// </summary>
    /// <param name="headings">Read only where they decide: it takes every name of the directory.</param>
    public static ReportIdentity Of(HiddenEntries? hidden, DropPlace place, Func<FormHeadings> headings, ReportExpectations expected)
    {
        var decision = new Decision(hidden, place, headings, expected);
        return hidden switch
        {
            null => decision.ByContent(SubmittedFileFindings.HiddenSheetLost),
            { IsWhole: false } => decision.ByContent(SubmittedFileFindings.KeysChanged),
            _ => decision.ByHidden(hidden),
        };
    }

    private sealed class Decision(HiddenEntries? hidden, DropPlace place, Func<FormHeadings> headings, ReportExpectations expected)
    {
        public ReportIdentity ByHidden(HiddenEntries whole)
        {
            var agency = expected.Directory.ByCode(whole.Agency);
            if (whole.Version != FormLayout.Version)
            {
                return Refused(place.Period ?? whole.Period, place.Named ?? agency, SubmittedFileFindings.OldVersion(whole.Version));
            }

            if (OfWrongPeriod(whole.Period) is { } wrongPeriod)
            {
                return Refused(place.Period ?? whole.Period, place.Named ?? agency, wrongPeriod);
            }

            if (agency is null)
            {
                return Refused(whole.Period, place.Named, SubmittedFileFindings.AgencyNotInDirectory(whole.Agency));
            }

            return place.Named is { } named && named != agency
                ? Refused(whole.Period, named, SubmittedFileFindings.OtherAgency(agency, named))
                : Found(whole.Period, agency, []);
        }

        public ReportIdentity ByContent(FindingTemplate why)
        {
            var titled = headings();
            var period = titled.Period ?? place.Period;
            var agency = titled.Agency ?? place.Named ?? place.Hinted;
            var told = place.Named ?? agency;
            if (period is null)
            {
                return Refused(null, told, SubmittedFileFindings.PeriodUnnamed);
            }

            if (OfWrongPeriod(period) is { } wrongPeriod)
            {
                return Refused(place.Period ?? period, told, wrongPeriod);
            }

            if (agency is null)
            {
                return Refused(period, null, SubmittedFileFindings.AgencyUnknown);
            }

            if (place.Named is { } named && named != agency)
            {
                return Refused(period, named, SubmittedFileFindings.OtherAgency(agency, named));
            }

            var contradicts = hidden is not null && !(Same(hidden.Period, period) && Same(hidden.Agency, agency.Code));
            return contradicts ? Refused(period, told, SubmittedFileFindings.KeysContradict) : Found(period, agency, [why]);
        }

        private ReportIdentity Found(string code, Agency agency, IReadOnlyList<FindingTemplate> findings)
        {
            var period = expected.Periods.First(one => Same(one.Code, code));
            var form = expected.Forms.Where(one => Same(one.PeriodCode, code) && Same(one.AgencyCode, agency.Code)).MaxBy(one => one.IssuedOn);
            return form is null
                ? Refused(period.Code, agency, SubmittedFileFindings.NotOwed(agency, period.Code))
                : new ReportIdentity(period.Code, agency, form, period, findings);
        }

        /// <summary>What is wrong with the form's period: of an earlier year, of another folder, or none that was asked.</summary>
        private FindingTemplate? OfWrongPeriod(string code)
        {
            if (place.Period is { } folder && !Same(folder, code))
            {
                return PeriodNameParser.YearOf(code) < PeriodNameParser.YearOf(folder)
                    ? SubmittedFileFindings.OldPeriod(code, folder) : SubmittedFileFindings.OtherPeriod(code, folder);
            }

            return expected.Periods.Any(one => Same(one.Code, code)) ? null
                : PeriodNameParser.YearOf(code) < expected.Today.Year ? SubmittedFileFindings.OldPeriod(code, null)
                : SubmittedFileFindings.PeriodUnknown(code);
        }

        private static ReportIdentity Refused(string? period, Agency? agency, FindingTemplate why) => new(period, agency, null, null, [why]);

        private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
    }
}
