using CcHc.Adapters.Workbooks.Writing;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Registers;
using CcHc.Core.Reports;

namespace CcHc.Adapters.Workbooks;

/// <summary>Writes the register health workbook (tình trạng sổ theo dõi): counts, every finding with what to type, and how every deadline was read.</summary>
public static class HealthWorkbookWriter
{
    /// <summary>
    /// The file appears whole or not at all. A target somebody has open stays as it is; the workbook is then published beside it as "… (2).xlsx".
    /// </summary>
    /// <param name="sharedFolder">The folder the file names are relative to; links to cells lead there from the workbook's own folder.</param>
    /// <returns>The path written.</returns>
    public static string Write(
        IReadOnlyList<Finding> findings,
        IReadOnlyList<(RegisterTask Task, DeadlineReading Reading)> readings,
        IReadOnlyList<SourceFile> sources,
        DateOnly asOf,
        string path,
        string sharedFolder)
    {
        var note = "Kiểm tra " + AdministrativeHeading.InWords(asOf);
        var links = new SourceLinks(Path.GetFullPath(sharedFolder), Path.GetDirectoryName(Path.GetFullPath(path))!);
        var sorted = FindingOrder.Sort(findings);
        using var draft = new WorkbookDraft("Cảnh báo sổ theo dõi nhiệm vụ cải cách hành chính", asOf);
        draft.AddTable(HealthTables.Summary(HealthTables.CountByFile(sorted, readings, sources), note, links));
        draft.AddTable(HealthTables.Findings(sorted, note, links));
        draft.AddTable(HealthTables.Readings(HealthTables.LinesOf(readings), note, links));
        draft.AddTable(SourceTable.Of(sources, note, links));
        return AtomicFile.Write(path, draft.Save);
    }
}
