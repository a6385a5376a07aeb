using CcHc.Adapters.Workbooks.Reading;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CcHc.Hostile.Trials;

/// <summary>A file of ours (tệp kết quả) seen with the eyes of others: Microsoft's validator, and our own reader.</summary>
internal static class WrittenFile
{
    private const int MostTold = 3;

    public static IEnumerable<string> Complaints(string name, byte[] bytes) =>
        (name.EndsWith(".docx", StringComparison.Ordinal) ? OfDocument(bytes) : OfWorkbook(bytes)).Take(MostTold)
            .Select(complaint => $"output {name}: {complaint}");

    private static IEnumerable<string> OfWorkbook(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        foreach (var complaint in Validate(document))
        {
            yield return complaint;
        }

        if (WorkbookReader.Read(WorkbookSnapshot.Of(bytes, default), "ra.xlsx").Refusal is { } refusal)
        {
            yield return "refused by our own reader: " + refusal.Message;
        }
    }

    private static IEnumerable<string> OfDocument(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        foreach (var complaint in Validate(document))
        {
            yield return complaint;
        }
    }

    private static IEnumerable<string> Validate(OpenXmlPackage document) =>
        new OpenXmlValidator(FileFormatVersions.Office2019) { MaxNumberOfErrors = MostTold }.Validate(document)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}");
}
