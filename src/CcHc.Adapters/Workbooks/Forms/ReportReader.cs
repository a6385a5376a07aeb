using CcHc.Adapters.Workbooks.Forms.Marking;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>Reads a filled report form (báo cáo đã nộp) as it was dropped, whoever saved it with whatever program.</summary>
public static class ReportReader
{
    /// <summary>A copy that is no workbook is a refused report, its findings the reason.</summary>
    public static SubmissionReading Read(WorkbookSnapshot snapshot, string relativePath, ReportExpectations expected)
    {
        var read = WorkbookReader.Read(snapshot, relativePath);
        if (read.Content is not { } content)
        {
            return SubmissionReader.OfUnreadable(relativePath.Replace('\\', '/'), snapshot.Hash, [read.Refusal!, .. read.Findings], expected);
        }

        // A marked copy quotes in its list what is wrong: that is not wrong once more.
        var list = content.Sheets.FirstOrDefault(MendingList.IsOne)?.Name;
        return SubmissionReader.Read(content, expected, list is null ? read.Findings : [.. read.Findings.Where(finding => finding.Sheet != list)]);
    }

    public static SubmissionReading Read(WorkbookContent workbook, ReportExpectations expected) => SubmissionReader.Read(workbook, expected);
}
