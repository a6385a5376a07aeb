using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions.Sheets;
using CcHc.Core.PeriodReports.Submissions.Sheets.Figures;
using CcHc.Core.Regimes;
using CcHc.Core.Sheets;
using FigureTable = CcHc.Core.PeriodReports.Submissions.Sheets.FormTable<CcHc.Core.PeriodReports.Submissions.Sheets.FigureColumn>;
using TaskTable = CcHc.Core.PeriodReports.Submissions.Sheets.FormTable<CcHc.Core.PeriodReports.Submissions.Sheets.TaskColumn>;

namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>Takes in a filled form (tiếp nhận báo cáo): whose it is, what it says, and what is wrong with it. Never throws, whatever the cells hold.</summary>
public static class SubmissionReader
{
    /// <summary>
    /// Codes of the findings that say the file is not this agency's report of this period on this form; its content is then not read, and may be another
    /// agency's.
    /// </summary>
    public static IReadOnlySet<string> WrongFileCodes { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "report-not-a-form", "report-old-template", "report-other-agency", "report-other-period", "report-agency-unknown",
        "report-period-unknown", "report-not-owed", "report-keys-contradict",
    };

    /// <summary>Code of the finding of a form that is as it went out.</summary>
    public const string NothingFilledIn = "report-empty";

    /// <summary>So many cells can be marked for mending; of more of one kind only the first is told, and the others named.</summary>
    private const int MostOfOneCode = 100;

    /// <param name="found">What the reader of workbooks already said of the file.</param>
    public static SubmissionReading Read(WorkbookContent workbook, ReportExpectations expected, IReadOnlyList<Finding>? found = null)
    {
        (workbook, var struck) = StruckCells.TakeBack(workbook);
        var reading = ReadAll(workbook, expected, [.. found ?? [], .. struck]);
        return reading with { Findings = FindingAggregator.Collapse(reading.Findings, MostOfOneCode) };
    }

    private static SubmissionReading ReadAll(WorkbookContent workbook, ReportExpectations expected, IReadOnlyList<Finding>? found)
    {
        var tasks = TaskTable.FindAll(workbook, FormColumns.OfTask, FormColumns.RequiredOfTasks);
        var figures = FigureTable.FindAll(workbook, FormColumns.OfFigure, FormColumns.RequiredOfFigures);
        var narrative = NarrativeReader.Read(workbook);
        var hidden = HiddenEntries.Find(workbook);
        var place = DropPlace.Of(workbook.Path, expected.Directory);
        if (tasks.Count == 0 && figures.Count == 0 && narrative.Sheet is null)
        {
            var issuedTo = hidden is { IsWhole: true } ? expected.Directory.ByCode(hidden.Agency) : null;
            return Refused(workbook, place.Period ?? (issuedTo is null ? null : hidden!.Period), place.Named
                ?? issuedTo, [.. found ?? [], SubmittedFileFindings.NotAForm.At(workbook.Path, null, null)]);
        }

        var tops = tasks.Select(table => (table.Sheet, table.HeaderRow)).Concat(figures.Select(table => (table.Sheet, table.HeaderRow)));
        FormHeadings Headings() => FormHeadings.Of(narrative.Sheet is { } sheet ? tops.Append((sheet, narrative.FirstRow)) : tops, Reporting(expected));
        var identity = ReportIdentity.Of(hidden, place, Headings, expected);
        List<Finding> findings = [.. found ?? [], .. identity.Findings.Select(finding => finding.At(workbook.Path, null, null))];
        return identity is { Form: { } form, Period: { } period, Agency: { } agency }
            ? Content(workbook, findings, hasHidden: hidden is not null, agency, period, form, expected,
                new TaskSheetReader(workbook.Path, form, period, expected.Today).Read(tasks),
                new FigureSheetReader(workbook.Path, form, agency, period, expected.Indicators).Read(figures),
                narrative)
            : Refused(workbook, identity.PeriodCode, identity.Agency, findings);
    }

    /// <summary>A file nobody could open as a workbook.</summary>
    public static SubmissionReading OfUnreadable(string file, string hash, IReadOnlyList<Finding> findings, ReportExpectations expected)
    {
        var place = DropPlace.Of(file, expected.Directory);
        return new SubmissionReading(file, hash, place.Period, place.Named?.Code, null, findings);
    }

    private static SubmissionReading Content(
        WorkbookContent workbook, List<Finding> findings, bool hasHidden, Agency agency, ReportPeriod period, IssuedForm form, ReportExpectations expected,
        TaskReading tasks, FigureReading figures, NarrativeReading narrative)
    {
        if (!hasHidden && !tasks.KnowsRows && !figures.KnowsRows && narrative.Sheet is null)
        {
            return Refused(workbook, period.Code, agency, [SubmittedFileFindings.NotAForm.At(workbook.Path, null, null)]);
        }

        if (!tasks.SaysSomething && !figures.SaysSomething && narrative.Sections.Count == 0)
        {
            return Refused(workbook, period.Code, agency, [.. findings, SubmittedFileFindings.Empty.At(workbook.Path, null, null)]);
        }

        findings.AddRange(tasks.Findings);
        findings.AddRange(figures.Findings);
        findings.AddRange(narrative.Findings);
        return findings.Exists(finding => finding.Severity == Severity.Error)
            ? Refused(workbook, period.Code, agency, findings)
            : new SubmissionReading(workbook.Path, workbook.Hash, period.Code, agency.Code,
                new SubmissionContent(workbook.Path, workbook.Hash, period.Code, agency.Code, tasks.Tasks, figures.Figures,
                    narrative.Sections) { ExtraTasks = tasks.Extra }
                    .Counted(form, expected.Indicators), findings);
    }

    /// <summary>The agencies that have a form to hand in.</summary>
    private static IReadOnlyList<Agency> Reporting(ReportExpectations expected) =>
        [.. expected.Forms.Select(form => form.AgencyCode).Distinct(StringComparer.OrdinalIgnoreCase).Select(expected.Directory.ByCode).OfType<Agency>()];

    private static SubmissionReading Refused(WorkbookContent workbook, string? period, Agency? agency, IReadOnlyList<Finding> findings) =>
        new(workbook.Path, workbook.Hash, period, agency?.Code, null, findings);
}
