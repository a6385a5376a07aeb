using System.Globalization;
using System.Xml.Linq;

namespace CcHc.Adapters.Documents.Docx;

/// <summary>Names of WordprocessingML, asked by their last part: the transitional and the strict namespaces differ in front only.</summary>
internal static class DocxXml
{
    public static bool Is(this XElement element, string name) => element.Name.LocalName == name;

    public static XElement? Child(this XElement? element, string name) => element?.Elements().FirstOrDefault(child => child.Is(name));

    public static IEnumerable<XElement> Children(this XElement? element, string name) => element?.Elements().Where(child => child.Is(name)) ?? [];

    /// <summary>What an attribute says; null without it.</summary>
    public static string? Of(this XElement? element, string name) => element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    public static string? Value(this XElement? element) => element.Of("val");

    public static int? Number(this XElement? element, string name = "val") =>
        int.TryParse(element.Of(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A switch such as w:b: on when it stands there without a value.</summary>
    public static bool IsOn(this XElement? element) => element is not null && element.Value() is not ("0" or "false" or "off" or "none");
}
