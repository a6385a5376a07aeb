using System.Buffers;
using System.Globalization;
using System.Text;
using CcHc.Core.Text;

namespace CcHc.Adapters.Files;

/// <summary>File names made of an office's words (tên tệp an toàn): one path step whatever the words are, and legal on Windows and Linux alike.</summary>
public static class SafeFileName
{
    /// <summary>With a suffix and a temporary name it stays under every file system's 255 bytes, at up to three bytes a letter.</summary>
    private const int Longest = 70;

    private static readonly SearchValues<char> Illegal = SearchValues.Create("<>:\"/\\|?*");
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
    private static readonly string[] Ports = ["COM", "LPT"];

    /// <summary>The same for words that end in a file's ending, which stays.</summary>
    public static string OfFile(string words) => words.LastIndexOf('.') is var dot and > 0 ? Of(words[..dot]) + "." + Of(words[(dot + 1)..]) : Of(words);

    public static string Of(string words)
    {
        var name = new StringBuilder(words.Length);
        foreach (var c in VietnameseText.OneLine(words))
        {
            // Marks that turn the writing direction can make one ending look like another.
            if (char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                name.Append(Illegal.Contains(c) || char.IsControl(c) || char.IsSurrogate(c) ? '-' : c);
            }
        }

        var legal = name.ToString(0, Math.Min(name.Length, Longest)).Trim('.', ' ');
        var stem = legal.Split('.')[0].TrimEnd();
        return legal.Length == 0 || IsDevice(stem) ? "_" + legal : legal;
    }

    private static bool IsDevice(string stem) =>
        Devices.Contains(stem, StringComparer.OrdinalIgnoreCase)
            || (stem.Length is 3 or 4 && Ports.Contains(stem[..3], StringComparer.OrdinalIgnoreCase)
                && stem[3..] is "" or [>= '0' and <= '9' or '¹' or '²' or '³']);
}
