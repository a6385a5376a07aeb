using System.Security.Cryptography;
using System.Xml;
using CcHc.Adapters.Documents.Docx;
using CcHc.Adapters.Documents.Pdf;
using CcHc.Adapters.Documents.PlainText;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Findings;
using CcHc.Core.Plans.Outline;

namespace CcHc.Adapters.Documents;

/// <summary>What came of reading a plan's file: the document, or the one reason it was refused (từ chối đọc).</summary>
public sealed record PlanDocumentResult(PlanDocument? Document, Finding? Refusal);

/// <summary>
/// Reads an issued plan (kế hoạch) from the bytes of a .docx, .pdf or .txt; what it is, its bytes say, not its name. Never throws for what a file holds.
/// </summary>
public static class PlanDocumentReader
{
    /// <summary>Endings of files that are meant as plans.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".docx", ".docm", ".pdf", ".txt", ".doc", ".rtf"];

    public const int MostBytes = DocumentBudget.MostBytes;

    /// <param name="name">The file's name, for findings.</param>
    public static PlanDocumentResult Read(byte[] bytes, string name)
    {
        try
        {
            return new PlanDocumentResult(
                new PlanDocument(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), PlanTextRepair.Repair(ReadBlocks(bytes))), null);
        }
        catch (DocumentRefusedException refused)
        {
            return new PlanDocumentResult(null, refused.Reason.At(name, null, null));
        }
        catch (WorkbookRefusedException swollen)
        {
            return new PlanDocumentResult(null, DocumentFindings.Swollen(Reason(swollen)).At(name, null, null));
        }
        catch (XmlException broken)
        {
            var finding = broken.Message.Contains("DTD", StringComparison.Ordinal) ? DocumentFindings.Dtd : DocumentFindings.Damaged;
            return new PlanDocumentResult(null, finding.At(name, null, null));
        }
        catch (InvalidDataException)
        {
            return new PlanDocumentResult(null, DocumentFindings.Damaged.At(name, null, null));
        }
    }

    private static IReadOnlyList<PlanBlock> ReadBlocks(byte[] bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new DocumentRefusedException(DocumentFindings.TooLarge);
        }

        var budget = new DocumentBudget();
        if (PdfReader.IsPdf(bytes))
        {
            return PdfReader.Read(bytes, budget);
        }

        return WorkbookFormats.Of(bytes) switch
        {
            WorkbookFormat.Empty => throw new DocumentRefusedException(DocumentFindings.Empty),
            WorkbookFormat.Zip => DocxReader.Read(bytes, budget),
            WorkbookFormat.EncryptedPackage => throw new DocumentRefusedException(DocumentFindings.Password),
            WorkbookFormat.OtherCompound => throw new DocumentRefusedException(DocumentFindings.OldWord),
            WorkbookFormat.Markup => throw new DocumentRefusedException(DocumentFindings.Markup),
            WorkbookFormat.PlainText => PlainTextReader.Read(bytes, budget),
            _ => throw new DocumentRefusedException(DocumentFindings.NotAPlan),
        };
    }

    // The reason stands behind the colon of the workbook's sentence.
    private static string Reason(WorkbookRefusedException refused) =>
        refused.Message.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var at ? refused.Message[(at + 2)..].TrimEnd('.') : "nội dung quá lớn";
}
