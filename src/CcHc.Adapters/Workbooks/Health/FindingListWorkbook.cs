using System.Globalization;
using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Wording;

namespace CcHc.Adapters.Workbooks.Health;

/// <summary>What a check found, as a workbook to hand on (kết quả kiểm tra): each finding with the cure, and each task as it was read.</summary>
public static class FindingListWorkbook
{
    /// <summary>Replaces the file; one somebody has open stays, and the list is written beside it as "… (2).xlsx".</summary>
    /// <param name="sharedFolder">The folder file names are relative to.</param>
    /// <returns>The path written.</returns>
    public static string Write(IReadOnlyList<Finding> findings, IReadOnlyList<InterpretedTask> tasks, string path, string sharedFolder, DateOnly asOf)
    {
        var note = "Kiểm tra " + AdministrativeHeading.InWords(asOf);
        var links = new SourceLinks(Path.GetFullPath(sharedFolder), Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var draft = new WorkbookDraft("Kết quả kiểm tra sổ theo dõi", asOf);
        draft.AddTable(FindingTable.Of(findings, "KẾT QUẢ KIỂM TRA: CHỖ CẦN SỬA HOẶC XEM LẠI", note, links));
        draft.AddTable(new TableSheet<InterpretedTask>(
            "Nhiệm vụ đọc được", "NHIỆM VỤ ĐỌC ĐƯỢC TỪ CÁC SỔ", note,
            [
                new("Tệp", 28, one => one.Task.Place.File),
                new("Trang", 16, one => one.Task.Place.Sheet),
                new("Dòng", 8, one => one.Task.Place.Row.ToString(CultureInfo.InvariantCulture), ColumnLook.Centered),
                new("Nhiệm vụ", 46, one => one.Task.Text),
                new("Cơ quan chủ trì", 24, one => string.Join(", ", one.InRole(AgencyRole.Lead).Select(agency => agency.Name))),
                new("Thời gian ghi trong sổ", 24, one => one.Deadline.Text),
                new("Cách hệ thống hiểu", 40,
                    one => string.Join('\n', one.Deadline.Milestones.Select(milestone => milestone.Reading).Distinct(StringComparer.Ordinal))),
                new("Hạn", 12, one => string.Join('\n', one.Deadline.Milestones.Select(milestone => milestone.Due).OfType<DateOnly>().Select(Vietnamese.Day)),
                    ColumnLook.Centered),
            ],
            [new(null, tasks)])
        {
            WhenEmpty = "Chưa đọc được nhiệm vụ nào.",
        });
        return AtomicFile.Write(path, draft.Save);
    }
}
