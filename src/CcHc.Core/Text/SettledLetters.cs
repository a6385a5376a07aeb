using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CcHc.Core.Text;

/// <summary>
/// Characters that normalising leaves alone in any company: printable ASCII, line breaks, the Vietnamese letters in one piece, the printer's dashes and quotes.
/// </summary>
internal static class SettledLetters
{
    private static readonly SearchValues<char> All = SearchValues.Create(
    [
        '\n',
        .. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c),
        .. Enumerable.Range(0xC0, 0x180 - 0xC0).Select(c => (char)c),
        'Ơ', 'ơ', 'Ư', 'ư', '–', '—', '‘', '’', '“', '”', '…',
        .. Enumerable.Range(0x1EA0, 0x1EFA - 0x1EA0).Select(c => (char)c),
    ]);

    /// <summary>True when a text is of nothing else. Letters in five unbroken ranges, which nearly all are, are looked at eight at a time.</summary>
    public static bool Make(ReadOnlySpan<char> text)
    {
        while (text.Length >= Vector128<ushort>.Count)
        {
            var letters = Vector128.Create(MemoryMarshal.Cast<char, ushort>(text));
            var isUsual = Within(letters, ' ', '~') | Within(letters, (char)0xC0, (char)0x17F) | Within(letters, (char)0x1EA0, (char)0x1EF9)
                | Within(letters, 'Ơ', 'ơ') | Within(letters, 'Ư', 'ư');
            if (isUsual != Vector128<ushort>.AllBitsSet && text[..Vector128<ushort>.Count].ContainsAnyExcept(All))
            {
                return false;
            }

            text = text[Vector128<ushort>.Count..];
        }

        return !text.ContainsAnyExcept(All);
    }

    private static Vector128<ushort> Within(Vector128<ushort> letters, char first, char last) =>
        Vector128.LessThanOrEqual(letters - Vector128.Create((ushort)first), Vector128.Create((ushort)(last - first)));
}
