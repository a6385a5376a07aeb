using System.Text;
using System.Xml;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>The names of elements and attributes (tên thẻ) as strings: those met last are found by their bytes.</summary>
internal sealed class KnownNames(XmlNameTable all)
{
    private const int Places = 64;
    private const int Longest = 128;

    private readonly (byte[] Bytes, string Name)[] _last = new (byte[], string)[Places];
    private readonly char[] _characters = new char[Longest];

    public XmlNameTable All => all;

    public string Of(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return "";
        }

        ref var last = ref _last[(name[0] + name[^1] * 7 + name.Length * 31) % Places];
        if (last.Bytes is null || !name.SequenceEqual(last.Bytes))
        {
            UnusualXmlException.Unless(name.Length <= Longest);
            last = (name.ToArray(), all.Add(_characters, 0, Encoding.Latin1.GetChars(name, _characters)));
        }

        return last.Name;
    }
}
