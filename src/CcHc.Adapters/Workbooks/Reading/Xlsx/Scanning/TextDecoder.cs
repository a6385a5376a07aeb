using System.Globalization;
using System.Text.Unicode;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>
/// Makes characters of UTF-8 (giải mã chữ), the bytes looked at once: a string made of them directly is counted first and filled after. What is no UTF-8
/// becomes the replacement character.
/// </summary>
internal sealed class TextDecoder
{
    private const int LongestReference = 10;

    private char[] _characters = new char[256];

    /// <summary>A text without references.</summary>
    public string Decode(ReadOnlySpan<byte> text)
    {
        MakeRoom(text.Length);
        Utf8.ToUtf16(text, _characters, out _, out var length);
        return new string(_characters, 0, length);
    }

    /// <summary>A text whose references are taken for what they stand for: the five by name and those by number.</summary>
    /// <returns>To be used before the next call.</returns>
    public ReadOnlySpan<char> DecodeReferred(ReadOnlySpan<byte> text)
    {
        MakeRoom(text.Length);
        var (at, length) = (0, 0);
        while (at < text.Length)
        {
            var first = text[at];
            if (first == '&')
            {
                _characters[length++] = Referred(text[at..], out var used);
                at += used;
            }
            else if (first < 0x80)
            {
                _characters[length++] = (char)first;
                at++;
            }
            else
            {
                var plain = text[at..];
                plain = plain.IndexOf((byte)'&') is >= 0 and var mark ? plain[..mark] : plain;
                Utf8.ToUtf16(plain, _characters.AsSpan(length), out _, out var written);
                (at, length) = (at + plain.Length, length + written);
            }
        }

        return _characters.AsSpan(0, length);
    }

    /// <summary>No character takes less than a byte.</summary>
    private void MakeRoom(int bytes)
    {
        if (bytes > _characters.Length)
        {
            _characters = new char[Math.Max(bytes, _characters.Length * 2)];
        }
    }

    /// <summary>The character of the reference a text begins with.</summary>
    private static char Referred(ReadOnlySpan<byte> text, out int length)
    {
        var end = text[..Math.Min(text.Length, LongestReference + 1)].IndexOf((byte)';');
        UnusualXmlException.Unless(end > 1);
        var reference = text[1..end];
        length = end + 1;
        return reference switch
        {
            [(byte)'#', (byte)'x', .. var digits] =>
                Numbered(int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : -1),
            [(byte)'#', .. var digits] => Numbered(PlainValue.Whole(digits)),
            _ when reference.SequenceEqual("amp"u8) => '&',
            _ when reference.SequenceEqual("lt"u8) => '<',
            _ when reference.SequenceEqual("gt"u8) => '>',
            _ when reference.SequenceEqual("quot"u8) => '"',
            _ when reference.SequenceEqual("apos"u8) => '\'',
            _ => throw new UnusualXmlException(),
        };
    }

    private static char Numbered(int number)
    {
        UnusualXmlException.Unless(number is (>= 32 and < 0xD800) or (>= 0xE000 and < 0xFFFE) or 9 or 10);
        return (char)number;
    }
}
