using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.PeriodReports.Consolidation;

namespace CcHc.Adapters.Workbooks.PeriodReports;

/// <summary>Writes a period's consolidated workbook (báo cáo tổng hợp kỳ): summary, detail, figures, comparison, who has not reported, where everything comes from.</summary>
public static class PeriodWorkbookWriter
{
    /// <summary>The same report gives the same bytes. The caller publishes them.</summary>
    /// <param name="workbookFolder">Where the workbook will stand: links lead from there.</param>
    /// <param name="sharedFolder">The folder the report's file names are relative to.</param>
    public static void Write(PeriodReport report, Stream target, string workbookFolder, string sharedFolder)
    {
        var links = new SourceLinks(Path.GetFullPath(sharedFolder), Path.GetFullPath(workbookFolder));
        var period = PeriodText.InSentence(report.Period);
        var note = $"Kỳ báo cáo {period}, số liệu tính đến {AdministrativeHeading.InWords(report.AsOf)}";
        using var draft = new WorkbookDraft("Tổng hợp báo cáo công tác cải cách hành chính " + period, report.AsOf);
        PeriodSummarySheets.Draw(draft, report, note);
        draft.AddTable(DetailTables.Details(report, note, links));
        draft.AddTable(DetailTables.Overdue(report, note, links));
        draft.AddTable(FigureTables.Totals(report, note));
        draft.AddTable(FigureTables.ByAgency(report, note));
        draft.AddTable(FigureTables.Sources(report, note, links));
        draft.AddTable(ComparisonTable.Of(report, note));
        draft.AddTable(DetailTables.Difficulties(report, note, links));
        draft.AddTable(ExtraTable.Of(report, note, links));
        draft.AddTable(SubmissionTables.All(report, note, links));
        draft.AddTable(SubmissionTables.Missing(report, note));
        if (report.Differences is { } differences)
        {
            draft.AddTable(DifferenceTable.Of(differences, note));
        }

        draft.AddTable(FindingTable.Of(report.Findings, "CẢNH BÁO VỀ SỔ THEO DÕI VÀ BÁO CÁO", note, links));
        draft.AddTable(PeriodSourceTable.Of(report, note, links));
        draft.Save(target);
    }
}
