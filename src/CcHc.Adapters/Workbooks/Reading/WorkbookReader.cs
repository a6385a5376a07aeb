using System.Runtime.InteropServices;
using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Csv;
using CcHc.Adapters.Workbooks.Reading.Ods;
using CcHc.Adapters.Workbooks.Reading.Xls;
using CcHc.Adapters.Workbooks.Reading.Xlsx;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;
using CcHc.Core.Sheets.LegacyFonts;

namespace CcHc.Adapters.Workbooks.Reading;

/// <summary>
/// Reads a workbook (sổ Excel) of any age into plain cells. Nothing in the file is run or followed, and whatever is wrong with it becomes a refusal.
/// </summary>
public static class WorkbookReader
{
    private static readonly string[] TextTables = [".csv", ".tsv"];

    /// <param name="relativePath">Path below the shared folder, as findings name the file.</param>
    public static WorkbookReadResult Read(string fullPath, string relativePath, WorkbookLimits? limits = null)
    {
        var taken = WorkbookSnapshot.Take(fullPath, limits);
        return taken.Snapshot is { } snapshot
            ? Read(snapshot, relativePath, limits)
            : WorkbookReadResult.Refused(taken.Refusal!, WithForwardSlashes(relativePath), taken.IsTemporary);
    }

    public static WorkbookReadResult Read(WorkbookSnapshot snapshot, string relativePath, WorkbookLimits? limits = null)
    {
        var path = WithForwardSlashes(relativePath);
        var budget = new WorkbookBudget(limits ?? WorkbookLimits.Default);
        try
        {
            var (sheets, findings) = ReadSheets(snapshot.Bytes, path, budget);
            var stored = new WorkbookContent(path, snapshot.Hash, [.. sheets.Select(read => read.Sheet)]) { IsOwnOutput = OwnOutput.IsMarked(snapshot.Bytes) };
            var repaired = LegacyTextRepair.Repair(stored, [.. sheets.Select(read => read.LegacyCells)]);
            return WorkbookReadResult.Read(repaired.Workbook, [.. findings.Select(r => r.At(path, null, null)), .. repaired.Findings]);
        }
        catch (WorkbookRefusedException refused)
        {
            return WorkbookReadResult.Refused(refused.Reason, path);
        }
        catch (XmlException broken) when (IsDtd(broken))
        {
            return WorkbookReadResult.Refused(WorkbookFindings.Dtd, path);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException)
        {
            return WorkbookReadResult.Refused(WorkbookFindings.Damaged("nội dung không đọc hết được"), path);
        }
    }

    private static (IReadOnlyList<ReadSheet> Sheets, IReadOnlyList<FindingTemplate> Findings) ReadSheets(ReadOnlyMemory<byte> bytes, string path,
        WorkbookBudget budget) => WorkbookFormats.Of(bytes.Span) switch
    {
        WorkbookFormat.Zip => ReadPackage(bytes, budget),
        WorkbookFormat.ExcelBinary => (XlsReader.Read(bytes, budget), []),
        WorkbookFormat.Empty => throw new WorkbookRefusedException(WorkbookFindings.Empty),
        WorkbookFormat.EncryptedPackage => throw new WorkbookRefusedException(WorkbookFindings.Password),
        WorkbookFormat.Markup => throw new WorkbookRefusedException(WorkbookFindings.Html),
        WorkbookFormat.PlainText when IsTextTable(path) => new CsvReader(budget).Read(bytes),
        WorkbookFormat.PlainText => throw new WorkbookRefusedException(WorkbookFindings.PlainText),
        _ => throw new WorkbookRefusedException(WorkbookFindings.NotAWorkbook),
    };

    private static (IReadOnlyList<ReadSheet> Sheets, IReadOnlyList<FindingTemplate> Findings) ReadPackage(ReadOnlyMemory<byte> bytes, WorkbookBudget budget)
    {
        WorkbookBudget.Refuse(!ZipDirectory.HasAtMost(bytes.Span, budget.Limits.MaxEntries), "quá nhiều thành phần bên trong");
        using var package = new Package(AsStream(bytes), budget);
        return OdsReader.IsOne(package) ? new OdsReader(package, budget).Read() : (new XlsxReader(package, budget).Read(), PackageContents.Name(package));
    }

    /// <summary>A plain text is a table only where its name says so: under another it was saved by mistake.</summary>
    private static bool IsTextTable(string path) => TextTables.Contains(Path.GetExtension(path.TrimEnd()).ToLowerInvariant());

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(bytes.ToArray(), writable: false);

    private static bool IsDtd(XmlException broken) => broken.Message.Contains("DTD", StringComparison.Ordinal);

    private static string WithForwardSlashes(string path) => path.Replace('\\', '/');
}
