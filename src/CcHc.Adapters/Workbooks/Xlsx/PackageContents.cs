using System.Xml;
using CcHc.Core.Findings;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Xlsx;

/// <summary>Names what a package carries beside its sheets and nobody here ever opens: macros (macro), outside links (liên kết ngoài), DDE, embedded objects.</summary>
internal static class PackageContents
{
    private const int LinksNamed = 20;

    public static IReadOnlyList<Remark> Name(Package package)
    {
        var remarks = new List<Remark>();
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
                remarks.Add(WorkbookRemarks.ExternalLink("kết nối dữ liệu"));
            }
        }

        if (links > LinksNamed)
        {
            remarks.Add(WorkbookRemarks.MoreLinks(links - LinksNamed));
        }

        if (hasMacros)
        {
            remarks.Add(WorkbookRemarks.Macros);
        }

        if (objects > 0)
        {
            remarks.Add(WorkbookRemarks.EmbeddedObjects(objects));
        }

        return remarks;
    }

    private static Remark Link(Package package, string part)
    {
        using var xml = package.Open(part)!;
        while (xml.Step())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "ddeLink" })
            {
                return WorkbookRemarks.DdeLink(VietnameseText.OneLine($"{xml.GetAttribute("ddeService")}|{xml.GetAttribute("ddeTopic")}"));
            }
        }

        return WorkbookRemarks.ExternalLink(VietnameseText.OneLine(package.RelationshipsOf(part).FirstOrDefault(r => r.IsOutside)?.Target ?? "không rõ"));
    }

    private static bool In(string part, string folder) => part.Contains(folder, StringComparison.OrdinalIgnoreCase);
}
