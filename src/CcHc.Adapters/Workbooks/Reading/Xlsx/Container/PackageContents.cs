using System.Xml;
using CcHc.Core.Findings;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx.Container;

/// <summary>Names what a package carries beside its sheets and nobody here ever opens: macros (macro), outside links (liên kết ngoài), DDE, embedded objects.</summary>
internal static class PackageContents
{
    private const int LinksNamed = 20;

    public static IReadOnlyList<FindingTemplate> Name(Package package)
    {
        var remarks = new List<FindingTemplate>();
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
                    remarks.Add(Link(package, part));
                }
            }
            else if (part.EndsWith("/connections.xml", StringComparison.OrdinalIgnoreCase))
            {
                remarks.Add(WorkbookFindings.ExternalLink("kết nối dữ liệu"));
            }
        }

        if (links > LinksNamed)
        {
            remarks.Add(WorkbookFindings.MoreLinks(links - LinksNamed));
        }

        if (hasMacros)
        {
            remarks.Add(WorkbookFindings.Macros);
        }

        if (objects > 0)
        {
            remarks.Add(WorkbookFindings.EmbeddedObjects(objects));
        }

        return remarks;
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
