using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.PeriodReports.Consolidation;

namespace CcHc.Adapters.Workbooks.PeriodReports;

/// <summary>
/// Writes a period's consolidated workbook (báo cáo tổng hợp kỳ): summary, detail, figures, comparison, who has not reported, where everything comes from.
/// </summary>
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
        var appendix = 0;
        Add(DetailTables.Details(report, note, links));
        Add(DetailTables.Overdue(report, note, links));
        Add(FigureTables.Totals(report, note));
        Add(FigureTables.ByAgency(report, note));
        Add(FigureTables.Sources(report, note, links));
        Add(ComparisonTable.Of(report, note));
        Add(DetailTables.Difficulties(report, note, links));
        Add(ExtraTable.Of(report, note, links));
        Add(SubmissionTables.All(report, note, links));
        Add(SubmissionTables.Missing(report, note));
        if (report.Differences is { } differences)
        {
            draft.AddTable(DifferenceTable.Of(differences, note));
        }

        draft.AddTable(FindingTable.Of(report.Findings, "CẢNH BÁO VỀ SỔ THEO DÕI VÀ BÁO CÁO", note, links));
        draft.AddTable(PeriodSourceTable.Of(report, note, links));
        draft.Save(target);

        void Add<T>(TableSheet<T> table) => draft.AddTable(table with
        {
            Appendix =
                FormattableString.Invariant(
                    $"Phụ lục {++appendix} (kèm theo Báo cáo số        /BC-SNV ngày      tháng      năm {report.AsOf.Year} của Sở Nội vụ)"),
        });
    }
}
