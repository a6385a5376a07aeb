using System.Xml;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Scanning;

/// <content>What is told of the node it stands on. What no part is asked for is not answered.</content>
internal sealed partial class PlainXmlReader
{
    private int _attribute = -1;

    public override XmlNodeType NodeType => _attribute >= 0 ? XmlNodeType.Attribute : _type;

    public override string LocalName => _names.Of(Named.LocalOf(Node));

    public override string Prefix => _names.Of(Named.PrefixOf(Node));

    private PlainName Named => _attribute >= 0 ? _attributes.Name(_attribute) : _name;

    public override string Value => _attribute >= 0 ? _attributes.Value(Node, _attribute)
        : _type == XmlNodeType.Text ? _text ??= _decoder.Decode(Node) : "";

    public override int Depth => _attribute >= 0 ? _depth + 1 : _depth;

    public override bool IsEmptyElement => _isEmpty && _attribute < 0;

    public override int AttributeCount => _type == XmlNodeType.Element ? _attributes.Count : 0;

    public override bool EOF => _state == ReadState.EndOfFile;

    public override ReadState ReadState => _state;

    public override XmlNameTable NameTable => _names.All;

    public override string BaseURI => "";

    public override string NamespaceURI => throw new NotSupportedException();

    /// <param name="name">With its prefix, if it has one.</param>
    public override string? GetAttribute(string name) =>
        AttributeCount > 0 && _attributes.Find(Node, name) is >= 0 and var found ? _attributes.Value(Node, found) : null;

    public override string GetAttribute(int i) => _attributes.Value(Node, i);

    public override bool MoveToFirstAttribute() => MoveTo(0);

    public override bool MoveToNextAttribute() => MoveTo(_attribute + 1);

    public override bool MoveToAttribute(string name) => AttributeCount > 0 && _attributes.Find(Node, name) is >= 0 and var found && MoveTo(found);

    public override bool MoveToElement()
    {
        var wasOnOne = _attribute >= 0;
        _attribute = -1;
        return wasOnOne;
    }

    private bool MoveTo(int attribute)
    {
        if (attribute >= AttributeCount)
        {
            return false;
        }

        _attribute = attribute;
        return true;
    }

    public override string GetAttribute(string name, string? namespaceURI) => throw new NotSupportedException();

    public override bool MoveToAttribute(string name, string? ns) => throw new NotSupportedException();

    public override string LookupNamespace(string prefix) => throw new NotSupportedException();

    public override bool ReadAttributeValue() => throw new NotSupportedException();

    public override void ResolveEntity() => throw new NotSupportedException();
}
