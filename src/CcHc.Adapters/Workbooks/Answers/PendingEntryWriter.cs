using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.AnswerSheets;
using CcHc.Core.Answers;
using CcHc.Core.Wording;

namespace CcHc.Adapters.Workbooks.Answers;

/// <summary>Writes the officer's list of what is to be typed into registers (việc chờ ghi vào sổ).</summary>
public static class PendingEntryWriter
{
    /// <summary>The same entries on the same day give the same bytes.</summary>
    /// <param name="folder">The list's own folder; links to the cells lead from there.</param>
    public static byte[] ToBytes(IReadOnlyList<PendingEntry> entries, DateOnly asOf, string sharedFolder, string folder)
    {
        var links = new SourceLinks(Path.GetFullPath(sharedFolder), Path.GetFullPath(folder));
        using var draft = new WorkbookDraft("Việc chờ ghi vào sổ", asOf);
        draft.AddTable(new TableSheet<PendingEntry>(
            "Chờ ghi vào sổ",
            "VIỆC CHỜ GHI VÀO SỔ THEO DÕI",
            "Theo trả lời của các cơ quan đến " + AdministrativeHeading.InWords(asOf),
            [
                new("Sổ theo dõi", 26, entry => PlaceOf(entry).File), new("Trang", 14, entry => PlaceOf(entry).Sheet),
                new("Ô", 7, entry => entry.Cell ?? "", ColumnLook.Centered) { Link =
                    entry => links.To(PlaceOf(entry).File, PlaceOf(entry).Sheet, entry.Cell ?? PlaceOf(entry).TaskCell) },
                new("Cột", 14, entry => entry.Column),
                new("Giá trị cần ghi", 15, entry => entry.Day is { } day ? (DateOnly?)day : (CellContent)entry.Value, ColumnLook.Date),
                new("Nhiệm vụ", 38, entry => entry.Assessed.Obligation.Task.Text), new("Cơ quan", 19, entry => entry.Assessed.Obligation.Agency.Name),
                new("Cơ quan trả lời", 26, entry => $"{Vietnamese.Day(entry.Answer.SaidOn)}: {AnswerText.Said(entry.Answer.Statement)}"),
                new("Xử lý", 16, entry => entry.Answer.IsDecided
                    ? $"{AnswerText.Name(entry.Answer.State)} ({entry.Answer.DecidedBy})" : AnswerText.Name(entry.Answer.State)),
                new("Lưu ý", 26, entry => entry.Finding.Trim()),
            ],
            [new(null, entries)])
        {
            Tone = entry => entry.Answer.IsDecided ? RowTone.Plain : RowTone.Attention,
            Hint = "Mở sổ theo dõi, ghi giá trị vào đúng ô rồi lưu. Khi sổ đã ghi, dòng tự mất khỏi danh sách này.",
            WhenEmpty = "Không có việc nào chờ ghi vào sổ.",
        });
        using var bytes = new MemoryStream();
        draft.Save(bytes);
        return bytes.ToArray();
    }

    private static Core.Registers.SourcePlace PlaceOf(PendingEntry entry) => entry.Assessed.Obligation.Task.Place;
}
