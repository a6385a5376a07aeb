using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Plans;

namespace CcHc.Adapters.Workbooks.Plans;

/// <summary>
/// Writes the draft register (sổ theo dõi dự thảo) of a plan: the register as an officer would have made it, then what to check it against, what is doubtful,
/// and the reporting regime as it would stand in jobs.yml.
/// </summary>
public static class PlanRegisterWriter
{
    /// <param name="provinceName">"tỉnh Mẫu"; stands above the register.</param>
    /// <param name="changes">Differences to the register in force; null when there is none.</param>
    public static byte[] ToBytes(PlanReview review, string provinceName, DateOnly asOf, PlanDifferences? changes = null)
    {
        using var draft = new WorkbookDraft("Sổ theo dõi thực hiện kế hoạch", asOf, isRegister: true);
        PlanRegisterSheet.Draw(draft, review, provinceName, asOf);
        var note = "Lập tự động từ tệp " + review.Document.FileName + ", " + AdministrativeHeading.InWords(asOf);
        draft.AddTable(PlanCheckTables.Sources(review, note));
        draft.AddTable(PlanCheckTables.Doubts(review, note));
        draft.AddTable(PlanRegimeTable.Of(review, note));
        if (changes is not null)
        {
            draft.AddTable(PlanCheckTables.Changes(changes, note));
        }

        using var bytes = new MemoryStream();
        draft.Save(bytes);
        return bytes.ToArray();
    }

    public static string Write(PlanReview review, string provinceName, DateOnly asOf, string path, PlanDifferences? changes = null)
    {
        var bytes = ToBytes(review, provinceName, asOf, changes);
        return AtomicFile.Write(path, stream => stream.Write(bytes));
    }
}
