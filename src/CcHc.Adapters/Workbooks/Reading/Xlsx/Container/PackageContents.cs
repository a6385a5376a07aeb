using System.Xml;
using CcHc.Core.Findings;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Container;

/// <summary>
/// Names what a package carries beside its sheets and nobody here ever opens: macros (macro), outside links (liên kết ngoài), DDE, embedded objects.
/// </summary>
internal static class PackageContents
{
    private const int LinksNamed = 20;

    public static IReadOnlyList<FindingTemplate> Name(Package package)
    {
        var findings = new List<FindingTemplate>();
        var (objects, links) = (0, 0);
        var hasMacros = false;
        foreach (var part in package.PartNames.Order(StringComparer.Ordinal))
        {
            hasMacros |= part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || In(part, "/macrosheets/");
            objects += In(part, "/embeddings/") || (In(part, "/activeX/") && part.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)) ? 1 : 0;
            if (In(part, "/externalLinks/") && part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            {
                if (++links <= LinksNamed)
                {
                    findings.Add(Link(package, part));
                }
            }
            else if (part.EndsWith("/connections.xml", StringComparison.OrdinalIgnoreCase))
            {
                findings.Add(WorkbookFindings.ExternalLink("kết nối dữ liệu"));
            }
        }

        if (links > LinksNamed)
        {
            findings.Add(WorkbookFindings.MoreLinks(links - LinksNamed));
        }

        if (hasMacros)
        {
            findings.Add(WorkbookFindings.Macros);
        }

        if (objects > 0)
        {
            findings.Add(WorkbookFindings.EmbeddedObjects(objects));
        }

        return findings;
    }

    private static FindingTemplate Link(Package package, string part)
    {
        using var xml = package.Open(part)!;
        while (xml.Step())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "ddeLink" })
            {
                return WorkbookFindings.DdeLink(VietnameseText.OneLine($"{xml.GetAttribute("ddeService")}|{xml.GetAttribute("ddeTopic")}"));
            }
        }

        return WorkbookFindings.ExternalLink(VietnameseText.OneLine(package.RelationshipsOf(part).FirstOrDefault(r => r.IsOutside)?.Target ?? "không rõ"));
    }

    private static bool In(string part, string folder) => part.Contains(folder, StringComparison.OrdinalIgnoreCase);
}
