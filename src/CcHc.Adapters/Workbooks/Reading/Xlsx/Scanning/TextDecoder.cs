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
        var length = 0;
        while (!text.IsEmpty)
        {
            if (text[0] == '&')
            {
                _characters[length++] = Referred(ref text);
            }
            else if (text[0] < 0x80)
            {
                _characters[length++] = (char)text[0];
                text = text[1..];
            }
            else
            {
                var mark = text.IndexOf((byte)'&');
                Utf8.ToUtf16(mark < 0 ? text : text[..mark], _characters.AsSpan(length), out _, out var written);
                length += written;
                text = mark < 0 ? default : text[mark..];
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

    /// <summary>Takes the reference a text begins with.</summary>
    private static char Referred(ref ReadOnlySpan<byte> text)
    {
        var end = text[..Math.Min(text.Length, LongestReference + 1)].IndexOf((byte)';');
        UnusualXmlException.Unless(end > 1);
        var reference = text[1..end];
        text = text[(end + 1)..];
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
