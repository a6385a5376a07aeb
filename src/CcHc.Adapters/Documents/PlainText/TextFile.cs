using System.Text;
using CcHc.Core.Text;

namespace CcHc.Adapters.Documents.PlainText;

/// <summary>
/// The lines of a plain text file, whatever it was saved in: UTF-8, UTF-16, or one byte a letter (TCVN3, VNI), which is read as Unicode later.
/// </summary>
internal static class TextFile
{
    public static IReadOnlyList<string> Lines(byte[] bytes) => VietnameseLines(Decode(bytes));

    private static string[] VietnameseLines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

    private static string Decode(byte[] bytes)
    {
        foreach (var encoding in new Encoding[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            if (bytes.AsSpan().StartsWith(encoding.Preamble))
            {
                return encoding.GetString(bytes, encoding.Preamble.Length, bytes.Length - encoding.Preamble.Length);
            }
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(bytes);
        }
    }

    /// <summary>White space at the ends and no-break spaces gone; a tab in front stays.</summary>
    public static string Clean(string line) => VietnameseText.OneLine(line);
}
