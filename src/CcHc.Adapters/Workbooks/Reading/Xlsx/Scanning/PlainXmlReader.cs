using System.Xml;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <summary>
/// An XML reader (bộ đọc XML dạng thường) straight from the bytes of a part, for the XML office programs write: elements, attributes and texts, white space
/// between elements left out. Gives what the reader of .NET gives with a package's settings; comments, CDATA, DTDs, white space that counts, other names,
/// references and declarations and anything that is wrong leave by <see cref="UnusualXmlException"/>.
/// </summary>
internal sealed partial class PlainXmlReader : XmlReader
{
    /// <summary>In the values of a tag's attributes, each of which has it read once more.</summary>
    private const int MostMarks = 16;

    private readonly Stream _part;
    private readonly KnownNames _names;
    private readonly ByteWindow _window;
    private readonly OpenElements _open = new();
    private readonly TextDecoder _decoder = new();
    private readonly PlainAttributes _attributes;
    private XmlNodeType _type;
    private PlainName _name;
    private string? _text;
    private bool _isEmpty;
    private int _depth;
    private int _length;
    private ReadState _state = ReadState.Initial;

    public PlainXmlReader(Stream part, KnownNames names)
    {
        (_part, _names, _window) = (part, names, new ByteWindow(part));
        _attributes = new PlainAttributes(_decoder);
    }

    /// <summary>The bytes of the node it stands on.</summary>
    private ReadOnlySpan<byte> Node => _window.Rest[.._length];

    public override bool Read()
    {
        if (_state == ReadState.Initial)
        {
            XmlDeclaration.Skip(_window);
        }

        Leave();
        while (ToNode())
        {
            if (_window.Rest[0] == '<')
            {
                ReadTag();
                return true;
            }

            if (ReadText())
            {
                return true;
            }
        }

        (_type, _depth, _state) = (XmlNodeType.None, 0, ReadState.EndOfFile);
        return false;
    }

    private void Leave()
    {
        if (_isEmpty)
        {
            _open.Close(_name.Whole(Node));
        }

        _window.Advance(_length);
        (_length, _attribute, _text, _isEmpty, _name) = (0, -1, null, false, default);
    }

    /// <summary>To the next byte that belongs to a node; false behind the root element.</summary>
    private bool ToNode()
    {
        if (_open.Count > 0)
        {
            UnusualXmlException.Unless(!_window.Rest.IsEmpty || _window.Fill());
            return true;
        }

        var isMore = _window.SkipSpace();
        UnusualXmlException.Unless(isMore ? _state == ReadState.Initial && _window.Rest[0] == '<' : _state != ReadState.Initial);
        return isMore;
    }

    private void ReadTag()
    {
        var end = _window.Find(">"u8, 0);
        UnusualXmlException.Unless(end > 1);
        if (_window.Rest[1] == '/')
        {
            ReadEnd(end);
        }
        else
        {
            ReadStart(end);
        }
    }

    private void ReadStart(int end)
    {
        // A '>' may stand in the value of an attribute, too.
        var at = 0;
        for (var marks = 0; !IsWhole(_window.Rest[..(end + 1)], ref at); marks++)
        {
            end = _window.Find(">"u8, end + 1);
            UnusualXmlException.Unless(end > 0 && marks < MostMarks);
        }

        _length = at;
        (_type, _depth, _state) = (XmlNodeType.Element, _open.Count, ReadState.Interactive);
        _open.Open(Node, _name, _attributes);
    }

    /// <summary>Reads a start tag; false when it goes on behind the bytes given.</summary>
    private bool IsWhole(ReadOnlySpan<byte> tag, ref int at)
    {
        _name = PlainName.Read(tag, 1);
        at = _name.End;
        return at > 1 && _attributes.Read(tag, ref at, out _isEmpty);
    }

    private void ReadEnd(int end)
    {
        _open.Close(_window.Rest[2..end]);
        _length = end + 1;
        _name = PlainName.Read(Node, 2);
        (_type, _depth) = (XmlNodeType.EndElement, _open.Count);
    }

    /// <returns>False for white space, which is stepped over.</returns>
    private bool ReadText()
    {
        var end = _window.Find("<"u8, 0);
        UnusualXmlException.Unless(end > 0);
        var text = _window.Rest[..end];
        if (text.IndexOfAnyExcept(" \t\n\r"u8) < 0)
        {
            _window.Advance(end);
            return false;
        }

        var tags = new TagScanner(_window.Rest[..(end + 1)]);
        tags.Text(out var hasReferences);
        if (hasReferences)
        {
            _text = _decoder.DecodeReferred(text).ToString();
            UnusualXmlException.Unless(!string.IsNullOrWhiteSpace(_text));
        }

        _length = end;
        (_type, _depth) = (XmlNodeType.Text, _open.Count);
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _window.Dispose();
            _part.Dispose();
            _state = ReadState.Closed;
        }

        base.Dispose(disposing);
    }
}
