using System.Xml;
using System.Xml.Linq;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;
using CcHc.Core.Plans.Outline;

namespace CcHc.Adapters.Documents.Docx;

/// <summary>Reads a Word document (.docx), block by block from its zip under the budget; nothing in it is followed or run.</summary>
internal static class DocxReader
{
    public static IReadOnlyList<PlanBlock> Read(byte[] bytes, DocumentBudget budget)
    {
        var package = budget.Package(bytes);
        using (package)
        {
            var main = package.RelationshipsOf("").FirstOrDefault(relation => relation.IsA("officeDocument"))?.Target ?? "word/document.xml";
            if (!package.Has(main) || package.PartNames.Any(name => name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            {
                throw new DocumentRefusedException(DocumentFindings.NotAPlan);
            }

            var relations = package.RelationshipsOf(main);
            var styles = new DocxStyles(Part(package, relations, "styles"));
            var numbering = new DocxNumbering(Part(package, relations, "numbering"));
            return ReadBody(package, main, new DocxParagraphs(styles, numbering, budget), budget);
        }
    }

    private static XElement? Part(Package package, IReadOnlyList<Relationship> relations, string kind)
    {
        if (relations.FirstOrDefault(relation => !relation.IsOutside && relation.IsA(kind)) is not { } relation)
        {
            return null;
        }

        using var xml = package.Open(relation.Target);
        return xml is null ? null : XElement.Load(xml);
    }

    private static List<PlanBlock> ReadBody(Package package, string main, DocxParagraphs paragraphs, DocumentBudget budget)
    {
        var tables = new DocxTables(paragraphs, budget);
        var blocks = new List<PlanBlock>();
        var count = 0;
        PlanPlace Next() => new(0, ++count);
        using var xml = package.Open(main)!;
        while (xml.NodeType != XmlNodeType.None || xml.Read())
        {
            budget.Pass();
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "p" or "tbl")
            {
                // The reader then stands behind the element.
                var element = (XElement)XNode.ReadFrom(xml);
                budget.CountBlock();
                if (element.Is("p"))
                {
                    blocks.AddRange(paragraphs.Read(element, Next()));
                }
                else
                {
                    blocks.Add(tables.Read(element, Next(), Next));
                }
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "sectPr" or "del" or "moveFrom")
            {
                xml.Skip();
            }
            else if (!xml.Read())
            {
                break;
            }
        }

        return blocks;
    }
}
