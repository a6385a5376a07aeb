using System.Buffers;
using System.Text;
using CcHc.Core.Text;

namespace CcHc.Adapters.Sharing;

/// <summary>File names made of an office's words (tên tệp an toàn): one path step whatever the words are, and legal on Windows and Linux alike.</summary>
public static class SafeFileName
{
    /// <summary>With a suffix and a temporary name it stays under every file system's 255 bytes, at up to three bytes a letter.</summary>
    private const int Longest = 70;

    private static readonly SearchValues<char> Illegal = SearchValues.Create("<>:\"/\\|?*");
    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];

    /// <summary>The same for words that end in a file's ending, which stays.</summary>
    public static string OfFile(string words) => words.LastIndexOf('.') is var dot and > 0 ? Of(words[..dot]) + "." + Of(words[(dot + 1)..]) : Of(words);

    public static string Of(string words)
    {
        var name = new StringBuilder(words.Length);
        foreach (var c in VietnameseText.OneLine(words))
        {
            name.Append(Illegal.Contains(c) || char.IsControl(c) || char.IsSurrogate(c) ? '-' : c);
        }

        var legal = name.ToString(0, Math.Min(name.Length, Longest)).Trim('.', ' ');
        var isDevice = Devices.Any(device => legal.StartsWith(device, StringComparison.OrdinalIgnoreCase) && (legal.Length == device.Length || legal[device.Length] is '.' or (>= '0' and <= '9')));
        return legal.Length == 0 || isDevice ? "_" + legal : legal;
    }
}
