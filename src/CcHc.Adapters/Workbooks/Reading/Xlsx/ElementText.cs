using System.Text;
using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>The text of an element (chữ của một phần tử). One node is the rule; several come from entities and CDATA.</summary>
internal static class ElementText
{
    /// <summary>Stands on the element and leaves on its end (or on the element, when it is empty).</summary>
    public static string Read(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        var text = "";
        StringBuilder? several = null;
        while (xml.Step() && xml.Depth > depth)
        {
            if (xml.IsText())
            {
                several = text.Length == 0 ? null : (several ?? new StringBuilder(text)).Append(xml.Value);
                text = several is null ? xml.Value : text;
            }
        }

        return several?.ToString() ?? text;
    }
}
