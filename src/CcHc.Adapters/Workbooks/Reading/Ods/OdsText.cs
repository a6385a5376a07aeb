using System.Globalization;
using System.Text;
using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Xlsx;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;

namespace CcHc.Adapters.Workbooks.Reading.Ods;

/// <summary>Reads the paragraphs (đoạn văn) of an OpenDocument cell: a line each, white space as the format counts it, comments apart.</summary>
internal sealed class OdsText(XmlReader xml, OdsStyles styles)
{
    private const int MostSpaces = 1_000;

    private readonly RichText _runs = new(keepsRuns: false);
    private readonly StringBuilder _comment = new();
    private readonly StringBuilder _piece = new();

    /// <summary>Of the cell read last; null when it has none.</summary>
    public string? Comment => _comment.Length > 0 ? _comment.ToString() : null;

    /// <summary>Stands on a table-cell and leaves on its end.</summary>
    public RunText Read(string cellStyle, FontTraits font)
    {
        _runs.Begin();
        _comment.Clear();
        if (xml.IsEmptyElement)
        {
            return _runs.Whole();
        }

        var depth = xml.Depth;
        var lines = 0;
        xml.Step();
        while (xml.ToElementBelow(depth))
        {
            switch (xml.LocalName)
            {
                case "p":
                    if (lines++ > 0)
                    {
                        _runs.Add("\n", font);
                    }

                    ReadLine(cellStyle, font);
                    break;
                case "annotation":
                    ReadComment();
                    break;
                default:
                    xml.ToEnd();
                    break;
            }

            xml.Step();
        }

        return _runs.Whole();
    }

    private void ReadLine(string cellStyle, FontTraits font)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        var fonts = new Stack<(int Depth, FontTraits Font)>();
        fonts.Push((depth, font));
        _piece.Clear();
        while (xml.Step() && xml.Depth > depth)
        {
            while (fonts.Count > 1 && xml.Depth <= fonts.Peek().Depth)
            {
                Close(fonts.Pop().Font);
            }

            if (xml.IsText())
            {
                AddCollapsed(xml.Value);
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                switch (xml.LocalName)
                {
                    case "span" when !xml.IsEmptyElement:
                        Close(fonts.Peek().Font);
                        fonts.Push((xml.Depth, styles.FontOf(cellStyle, xml.GetAttribute("text:style-name") ?? "")));
                        break;
                    case "s":
                        _piece.Append(' ', int.TryParse(xml.GetAttribute("text:c"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                            ? Math.Min(count, MostSpaces) : 1);
                        break;
                    case "tab":
                        _piece.Append(' ');
                        break;
                    case "line-break":
                        _piece.Append('\n');
                        break;
                    case "note" or "annotation" or "ruby-text":
                        xml.ToEnd();
                        break;
                }
            }
        }

        while (fonts.Count > 0)
        {
            Close(fonts.Pop().Font);
        }
    }

    private void Close(FontTraits font)
    {
        if (_piece.Length > 0)
        {
            _runs.Add(_piece.ToString(), font);
            _piece.Clear();
        }
    }

    private void AddCollapsed(string text)
    {
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\n' or '\r'))
            {
                _piece.Append(c);
            }
            else if (_piece.Length == 0 || _piece[^1] != ' ')
            {
                _piece.Append(' ');
            }
        }
    }

    private void ReadComment()
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Step() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "creator" or "date" or "date-string" })
            {
                xml.ToEnd();
            }
            else if (xml.IsText())
            {
                _comment.Append(_comment.Length > 0 ? " " : "").Append(xml.Value.Trim());
            }
        }
    }
}
