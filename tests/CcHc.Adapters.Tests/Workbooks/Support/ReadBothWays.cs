using System.Globalization;
using System.Text;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks.Support;

/// <summary>Reads a workbook by the scanner and by the XML reader alone, and writes down all that either read.</summary>
internal static class ReadBothWays
{
    private static readonly WorkbookLimits ByXmlReader = new() { XmlReaderOnly = true };

    public static void AreSame(byte[] bytes)
    {
        var (scanned, byXml) = Of(bytes);
        Assert.Equal(byXml, scanned);
    }

    public static (string Scanned, string ByXml) Of(byte[] bytes)
    {
        var snapshot = WorkbookSnapshot.Of(bytes, DateTime.UnixEpoch);
        return (Told(WorkbookReader.Read(snapshot, "so.xlsx")), Told(WorkbookReader.Read(snapshot, "so.xlsx", ByXmlReader)));
    }

    private static string Told(WorkbookReadResult read)
    {
        var told = new StringBuilder();
        foreach (var finding in read.Findings)
        {
            told.Append(CultureInfo.InvariantCulture, $"{finding.Code} {finding.Sheet} {finding.Cell} {finding.Message}\n");
        }

        // Which of two things that are wrong is met first depends on how far ahead a reader looks.
        told.Append(read.Refusal is null ? "" : "refused\n");
        foreach (var sheet in read.Content?.Sheets ?? [])
        {
            told.Append(CultureInfo.InvariantCulture, $"# {sheet.Name} {sheet.IsHidden} {string.Join(' ', sheet.Merges)} {string.Join(' ', sheet.Comments)}\n");
            foreach (var row in sheet.Rows)
            {
                told.Append(CultureInfo.InvariantCulture, $"{row.Number} {row.IsHidden}");
                foreach (var cell in row.Cells)
                {
                    Tell(told, cell);
                }

                told.Append('\n');
            }
        }

        return told.ToString();
    }

    private static void Tell(StringBuilder told, SheetCell cell) =>
        told.Append(CultureInfo.InvariantCulture, $"|{cell.Column} {cell.Kind} {cell.Number:R} {cell.Traits} {cell.Text}");
}
