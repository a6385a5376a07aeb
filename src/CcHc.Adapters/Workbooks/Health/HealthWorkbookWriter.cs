using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.StatusReport;

namespace CcHc.Adapters.Workbooks.Health;

/// <summary>
/// Writes the register health workbook (tình trạng sổ theo dõi): counts, every finding with what to type and since when, the sheet it is answered on, how every
/// deadline phrase was read, and what is gone since the last time.
/// </summary>
public static class HealthWorkbookWriter
{
    /// <summary>
    /// The file appears whole or not at all. A target somebody has open stays as it is; the workbook is then published beside it as "… (2).xlsx".
    /// </summary>
    /// <param name="sharedFolder">The folder the file names are relative to; links to cells lead there from the workbook's own folder.</param>
    /// <returns>The path written.</returns>
    public static string Write(RegisterHealth health, string path, string sharedFolder)
    {
        var note = "Kiểm tra " + AdministrativeHeading.InWords(health.AsOf);
        var links = new SourceLinks(Path.GetFullPath(sharedFolder), Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var draft = new WorkbookDraft("Cảnh báo sổ theo dõi nhiệm vụ cải cách hành chính", health.AsOf);
        draft.AddTable(HealthSummary.Table(health, note, links));
        draft.AddTable(HealthTables.Findings(health, note, links));
        draft.AddTable(HealthTables.Answers(health, note, links));
        draft.AddTable(PhraseTable.Of(health, note, links));
        draft.AddTable(HealthTables.Gone(health, note, links));
        draft.AddTable(SourceTable.Of(health.Sources, note, links));
        return AtomicFile.WriteNew(path, draft.Save);
    }
}
