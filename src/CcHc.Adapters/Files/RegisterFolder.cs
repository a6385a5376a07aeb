using System.Text.RegularExpressions;
using CcHc.Adapters.Files;
using CcHc.Core.Findings;
using CcHc.Core.Text;

namespace CcHc.Adapters.Files;

/// <summary>What lies in the register folder: workbooks to read, and files that look as if they were meant to be.</summary>
/// <param name="Workbooks">Full paths in ordinal order.</param>
public sealed record RegisterFolderListing(IReadOnlyList<string> Workbooks, IReadOnlyList<Finding> Findings);

/// <summary>Lists the registers (sổ theo dõi) of the shared folder, sub-folders included.</summary>
public static partial class RegisterFolder
{
    private static readonly string[] Readable = [".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".et"];

    // "Sổ (bản sao của An).xlsx", "So - Copy (2).xlsx", "Bản sao của sổ.xlsx", "Copy of so.xlsx": what copy commands, Google Drive and synchronising programs
    // leave behind.
    [GeneratedRegex(@"^(?:bản sao(?: \([0-9]+\))? của |copy(?: \([0-9]+\))? of |sao chép (?:của|từ) )| - (?:copy|sao chép|bản sao)\b|conflicted copy|bản xung đột|\(bản sao|(?: |_|-|\()copy(?: ?\(?[0-9]+\)?|\))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Copy();

    /// <summary>
    /// Owner files of Excel and LibreOffice, system files and Excel's unfinished saves are passed over; every other file that is not read is named in a
    /// finding.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be listed: the share is away.</exception>
    public static RegisterFolderListing List(SharedFolder folder)
    {
        var workbooks = new List<string>();
        var findings = new List<Finding>();
        foreach (var path in FolderFiles.Walk(folder.Registers, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = VietnameseText.Normalize(Path.GetFileName(path));
            // A space behind the ending is easily typed and hardly seen.
            var extension = Path.GetExtension(name.TrimEnd()).ToLowerInvariant();
            if (IsLeftByAProgram(name) && !UnreadKinds.IsShortcut(extension))
            {
                continue;
            }

            if (PlainFile.IsLink(path))
            {
                findings.Add(UnreadKinds.Link.At(folder.NameOf(path), null, null));
            }
            else if (Copy().IsMatch(Path.GetFileNameWithoutExtension(name.TrimEnd())))
            {
                findings.Add(new Finding(Severity.Warning, "register-copy", folder.NameOf(path), null, null,
                    "Tệp có tên của một bản sao nên không được đọc, để không nhắc trùng.", "Xóa bản sao, hoặc đổi tên nếu đây là sổ chính."));
            }
            else if (Readable.Contains(extension))
            {
                workbooks.Add(path);
            }
            else if (extension.Length == 0)
            {
                findings.Add(new Finding(Severity.Warning, "register-unfinished-save", folder.NameOf(path), null, null,
                    "Tệp không có phần mở rộng, có thể Excel lưu dở và không đổi được tên.",
                    "Mở lại bằng Excel, nếu đúng là sổ thì lưu thành .xlsx; nếu không thì xóa."));
            }
            else
            {
                findings.Add(UnreadKinds.Of(extension).At(folder.NameOf(path), null, null));
            }
        }

        return new RegisterFolderListing(workbooks, findings);
    }

    /// <summary>True for the name of a workbook that is read; a space behind the ending is easily typed and hardly seen.</summary>
    public static bool IsReadable(string path) =>
        !IsLeftByAProgram(Path.GetFileName(path)) && Readable.Contains(Path.GetExtension(path.TrimEnd()).ToLowerInvariant());

    internal static bool IsLeftByAProgram(string name) =>
        name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith(".~lock.", StringComparison.Ordinal) || name.StartsWith('.')
        || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".lnk", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase);
}
