using System.Xml;

namespace CcHc.Adapters.Workbooks.Xlsx;

/// <summary>Characters of an element, gathered without making a string; longer than the limit (giới hạn) they refuse the workbook.</summary>
internal sealed class CharBuffer(int limit)
{
    private char[] _chars = new char[256];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Span => _chars.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Adds the text of the element the reader stands on, and leaves it on the element's end (or on the element, when it is empty).</summary>
    public void AppendContent(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                AppendValue(xml);
            }
        }
    }

    private void AppendValue(XmlReader xml)
    {
        int read;
        while ((read = xml.ReadValueChunk(_chars, Length, _chars.Length - Length)) > 0)
        {
            Length += read;
            if (Length == _chars.Length)
            {
                WorkbookBudget.Refuse(Length > limit, "có ô dài quá mức Excel cho phép");
                Array.Resize(ref _chars, _chars.Length * 2);
            }
        }
    }
}
