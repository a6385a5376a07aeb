using System.Text;
using System.Text.Unicode;
using CcHc.Core.Findings;

namespace CcHc.Adapters.Workbooks.Reading.Csv;

/// <summary>How the letters of a plain text file are stored (bảng mã), which the file only says with a byte order mark.</summary>
/// <param name="Finding">What was assumed; null where the file says it or its bytes prove it.</param>
internal sealed record CsvEncoding(Encoding Encoding, FindingTemplate? Finding)
{
    private const int Vietnamese = 1258;
    private const int Western = 1252;

    /// <summary>Tone marks of Windows-1258: a byte of their own behind the vowel.</summary>
    private static ReadOnlySpan<byte> ToneMarks => [0xCC, 0xD2, 0xDE, 0xEC, 0xF2];

    static CsvEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static CsvEncoding Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
        {
            return new CsvEncoding(Encoding.Unicode, null);
        }

        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return new CsvEncoding(Encoding.BigEndianUnicode, null);
        }

        if (Utf8.IsValid(bytes))
        {
            return new CsvEncoding(Encoding.UTF8, null);
        }

        // Texts in old fonts are read as the letters Windows shows, and known by their words like those of a workbook.
        return IsVietnamese(bytes)
            ? new CsvEncoding(Encoding.GetEncoding(Vietnamese), WorkbookFindings.EncodingAssumed("Windows-1258 (tiếng Việt)"))
            : new CsvEncoding(Encoding.GetEncoding(Western), WorkbookFindings.EncodingAssumed("Windows-1252 (Tây Âu)"));
    }

    /// <summary>Nearly every tone mark stands behind a vowel.</summary>
    private static bool IsVietnamese(ReadOnlySpan<byte> bytes)
    {
        var (marks, fitting) = (0, 0);
        for (var i = 1; i < bytes.Length; i++)
        {
            if (ToneMarks.Contains(bytes[i]))
            {
                marks++;
                fitting += IsVowel(bytes[i - 1]) ? 1 : 0;
            }
        }

        return marks > 0 && fitting * 10 >= marks * 9;
    }

    /// <summary>Plain ones and those with a hat, breve or horn.</summary>
    private static bool IsVowel(byte letter) =>
        "aeiouyAEIOUY"u8.Contains(letter) || letter is 0xC2 or 0xE2 or 0xC3 or 0xE3 or 0xCA or 0xEA or 0xD4 or 0xF4 or 0xD5 or 0xF5 or 0xDD or 0xFD;
}
