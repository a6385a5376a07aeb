using System.Buffers;
using System.Text;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>The attributes (thuộc tính) of one start tag, by their places in its bytes.</summary>
internal sealed class PlainAttributes(TextDecoder decoder)
{
    private const int Most = 64;

    /// <summary>What a value goes on to, or may not hold: line breaks and tabs become spaces there, which is left to the XML reader.</summary>
    private static readonly byte[] Marks = [.. Enumerable.Range(0, 32).Select(b => (byte)b), (byte)'<'];

    private static readonly SearchValues<byte> InQuotes = SearchValues.Create([.. Marks, (byte)'"', (byte)'&']);
    private static readonly SearchValues<byte> InApostrophes = SearchValues.Create([.. Marks, (byte)'\'', (byte)'&']);
    private static readonly SearchValues<byte> Odd = SearchValues.Create(Marks);

    private readonly List<Place> _places = [];

    public int Count => _places.Count;

    /// <summary>Reads the attributes of a tag.</summary>
    /// <param name="tag">From its first byte on.</param>
    /// <param name="at">Behind the element's name; left behind the tag.</param>
    /// <returns>False when the tag goes on behind the bytes given.</returns>
    public bool Read(ReadOnlySpan<byte> tag, ref int at, out bool isEmpty)
    {
        _places.Clear();
        isEmpty = false;
        while (true)
        {
            var start = at;
            while (at < tag.Length && tag[at] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
            {
                at++;
            }

            if (at >= tag.Length)
            {
                return false;
            }

            if (tag[at] is (byte)'>' or (byte)'/')
            {
                isEmpty = tag[at] == '/';
                at += isEmpty ? 2 : 1;
                UnusualXmlException.Unless(at > tag.Length || tag[at - 1] == '>');
                return at <= tag.Length;
            }

            UnusualXmlException.Unless(at > start && _places.Count < Most);
            if (!ReadOne(tag, ref at))
            {
                return false;
            }
        }
    }

    private bool ReadOne(ReadOnlySpan<byte> tag, ref int at)
    {
        var name = PlainName.Read(tag, at);
        at = name.End;
        if (name.End == name.Start || at + 1 >= tag.Length)
        {
            return false;
        }

        UnusualXmlException.Unless(tag[at] == '=' && tag[at + 1] is (byte)'"' or (byte)'\'');
        var quote = tag[at + 1];
        var rest = tag[(at + 2)..];
        var length = rest.IndexOfAny(quote == '"' ? InQuotes : InApostrophes);
        var isReferring = length >= 0 && rest[length] == '&';
        length = isReferring ? rest.IndexOf(quote) : length;
        if (length < 0)
        {
            return false;
        }

        UnusualXmlException.Unless(rest[length] == quote);
        var value = rest[..length];
        UnusualXmlException.Unless(!isReferring || !value.ContainsAny(Odd));
        CheckUnique(tag, name);
        _places.Add(new Place(name, at + 2, at + 2 + length, isReferring ? decoder.DecodeReferred(value).ToString() : null));
        at += length + 3;
        return true;
    }

    /// <summary>Two of one name are wrong; two whose names differ in their prefixes alone may be.</summary>
    private void CheckUnique(ReadOnlySpan<byte> tag, PlainName name)
    {
        foreach (var place in _places)
        {
            UnusualXmlException.Unless(place.Name.HasPrefix != name.HasPrefix || place.Name.End - place.Name.Local != name.End - name.Local
                || !place.Name.LocalOf(tag).SequenceEqual(name.LocalOf(tag)));
        }
    }

    public PlainName Name(int index) => _places[index].Name;

    public ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> tag, int index) => tag[_places[index].ValueStart.._places[index].ValueEnd];

    public string Value(ReadOnlySpan<byte> tag, int index) => _places[index].Decoded ?? decoder.Decode(Bytes(tag, index));

    /// <summary>The place of an attribute; negative where the tag has none of this name.</summary>
    public int Find(ReadOnlySpan<byte> tag, string name)
    {
        for (var i = 0; i < _places.Count; i++)
        {
            if (Ascii.Equals(Name(i).Whole(tag), name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <param name="Decoded">A value with references; null for any other.</param>
    private readonly record struct Place(PlainName Name, int ValueStart, int ValueEnd, string? Decoded);
}
