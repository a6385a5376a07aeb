using System.Xml;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Xlsx;

/// <summary>A text with what its runs say of it beside the cell's own font.</summary>
internal readonly record struct RunText(string Text, CellTraits Traits);

/// <summary>Reads the text (chữ nhiều định dạng) of an si or is element: runs joined, phonetic guides left out.</summary>
internal sealed class RichText(TextPool pool, WorkbookBudget budget)
{
    private readonly CharBuffer _buffer = new(budget.Limits.MaxTextLength);

    /// <summary>Stands on si or is, and leaves on its end.</summary>
    public RunText Read(XmlReader xml)
    {
        _buffer.Clear();
        if (xml.IsEmptyElement)
        {
            return new RunText("", CellTraits.None);
        }

        var traits = CellTraits.None;
        var struckFrom = -1;
        var unstruck = false;
        var run = CellTraits.None;
        var depth = xml.Depth;
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
                continue;
            }

            switch (xml.LocalName)
            {
                case "rPh" or "phoneticPr":
                    xml.Skip();
                    continue;
                case "r":
                    run = CellTraits.None;
                    break;
                case "rPr":
                    run = FontTraits.Read(xml);
                    traits |= run & CellTraits.LegacyFont;
                    break;
                case "t":
                    struckFrom = _buffer.Length;
                    _buffer.AppendContent(xml);
                    unstruck |= (run & CellTraits.Strikethrough) == 0 && !_buffer.Span[struckFrom..].IsWhiteSpace();
                    break;
            }

            xml.Read();
        }

        var isStruck = struckFrom >= 0 && !unstruck && !_buffer.Span.IsWhiteSpace();
        return new RunText(pool.Take(_buffer.Span), isStruck ? traits | CellTraits.Strikethrough : traits);
    }
}
