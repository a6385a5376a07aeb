using System.Xml;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Container;

/// <summary>Steps through XML that may be nested without end (lồng nhau vô hạn): a reader keeps every open element in memory.</summary>
internal static class XmlSteps
{
    /// <summary>Excel nests under ten deep; drawings and extensions, which are stepped over, some thirty.</summary>
    private const int DeepestNesting = 100;

    public static bool Step(this XmlReader xml)
    {
        var isMore = xml.Read();
        WorkbookBudget.Refuse(xml.Depth > DeepestNesting, "các thẻ lồng nhau quá sâu");
        return isMore;
    }

    /// <summary>On to the next element below a depth, where the reader does not stand on one already.</summary>
    /// <returns>False when there is none left.</returns>
    public static bool ToElementBelow(this XmlReader xml, int depth)
    {
        while (xml.Depth > depth && xml.NodeType != XmlNodeType.Element)
        {
            xml.Step();
        }

        return xml.Depth > depth;
    }

    /// <summary>Text of any kind, of which an element may have several nodes.</summary>
    public static bool IsText(this XmlReader xml) =>
        xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    /// <summary>To the end of the element, whatever it holds.</summary>
    public static void ToEnd(this XmlReader xml)
    {
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Step() && xml.Depth > depth)
            {
            }
        }
    }

    /// <summary>To the node behind the element, or behind the node when it is none.</summary>
    public static void StepOver(this XmlReader xml)
    {
        if (xml.NodeType == XmlNodeType.Element)
        {
            xml.ToEnd();
        }

        xml.Step();
    }
}

/// <summary>Element and attribute names, each kept once as readers need them, and no more of them than any format has.</summary>
internal sealed class CountedNames : NameTable
{
    private const int MostCharacters = 200_000;

    private int _characters;

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Count(base.Add(key, start, len));

    public override string Add(string key) => Get(key) ?? Count(base.Add(key));

    private string Count(string added)
    {
        _characters += added.Length;
        WorkbookBudget.Refuse(_characters > MostCharacters, "quá nhiều loại thẻ");
        return added;
    }
}
