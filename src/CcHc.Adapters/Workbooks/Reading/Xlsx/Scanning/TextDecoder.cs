using System.Text;
using System.Text.Unicode;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>Makes strings of UTF-8 (giải mã chữ), the bytes looked at once: a string made of them directly is counted first and filled after.</summary>
internal sealed class TextDecoder
{
    private readonly char[] _characters = new char[2048];

    /// <summary>What is no UTF-8 becomes the replacement character.</summary>
    public string Decode(ReadOnlySpan<byte> text)
    {
        if (text.Length > _characters.Length)
        {
            return Encoding.UTF8.GetString(text);
        }

        Utf8.ToUtf16(text, _characters, out _, out var length);
        return new string(_characters, 0, length);
    }
}
