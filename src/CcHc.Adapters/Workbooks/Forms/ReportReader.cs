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
        return read.Content is { } content
            ? SubmissionReader.Read(content, expected, read.Findings)
            : SubmissionReader.OfUnreadable(relativePath.Replace('\\', '/'), snapshot.Hash, [read.Refusal!, .. read.Findings], expected);
    }

    public static SubmissionReading Read(WorkbookContent workbook, ReportExpectations expected) => SubmissionReader.Read(workbook, expected);
}
