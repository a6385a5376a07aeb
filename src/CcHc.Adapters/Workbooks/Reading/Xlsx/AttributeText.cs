using System.Xml;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>The text of an attribute (giá trị thuộc tính) as characters rather than a string: every cell of a long register has three.</summary>
internal sealed class AttributeText
{
    private readonly char[] _text = new char[32];

    /// <summary>
    /// Stands on the attribute. What a cell says in one is a few characters; of anything longer only the beginning is told, which is no address and no number.
    /// </summary>
    /// <returns>To be used before the next call.</returns>
    public ReadOnlySpan<char> Read(XmlReader xml) => _text.AsSpan(0, xml.ReadValueChunk(_text, 0, _text.Length));
}
