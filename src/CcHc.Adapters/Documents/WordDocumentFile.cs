using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CcHc.Adapters.Documents;

/// <summary>
/// An administrative paper as a .docx file (tệp văn bản): A4 upright, pages numbered at the top from the second on. The same content gives the same bytes.
/// </summary>
internal static class WordDocumentFile
{
    private const string FontName = "Times New Roman";
    private const string HeaderId = "rIdHeader";

    /// <summary>Between the margins, in millimetres.</summary>
    public const double TextWidth = 160;

    /// <param name="asOf">Stands in the file's properties in place of the clock.</param>
    public static byte[] ToBytes(string title, DateOnly asOf, IEnumerable<OpenXmlElement> content)
    {
        var moment = asOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        using var written = new MemoryStream();
        using (var document = WordprocessingDocument.Create(written, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "rIdDocument");
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = Styles();
            main.AddNewPart<HeaderPart>(HeaderId).Header = PageNumber();
            main.Document = new Document(new Body([.. content, Page()]));
            if (WordComments.Collect(main.Document) is { } comments)
            {
                main.AddNewPart<WordprocessingCommentsPart>("rIdComments").Comments = comments;
            }

            var properties = document.AddCoreFilePropertiesPart();
            document.ChangeIdOfPart(properties, "rIdProperties");
            using var stream = properties.GetStream(FileMode.Create);
            Properties(title, moment).Save(stream);
        }

        written.Position = 0;
        return WithTimes(written, moment);
    }

    /// <summary>The package library stamps every part with the clock.</summary>
    private static byte[] WithTimes(Stream written, DateTime moment)
    {
        using var bytes = new MemoryStream();
        using (var from = new ZipArchive(written, ZipArchiveMode.Read))
        using (var to = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = moment;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return bytes.ToArray();
    }

    private static SectionProperties Page() => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = HeaderId },
        new PageSize { Width = (uint)WordDocument.Millimetres(210), Height = (uint)WordDocument.Millimetres(297) },
        new PageMargin
        {
            Top = WordDocument.Millimetres(20),
            Bottom = WordDocument.Millimetres(20),
            Left = (uint)WordDocument.Millimetres(30),
            Right = (uint)WordDocument.Millimetres(20),
            Header = (uint)WordDocument.Millimetres(10),
            Footer = (uint)WordDocument.Millimetres(10),
            Gutter = 0,
        },
        // The first page has a header of its own, which is not there: it bears no number.
        new TitlePage());

    private static Header PageNumber() => new(new Paragraph(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        new SimpleField(new Run(new Text("2"))) { Instruction = "PAGE" }));

    private static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = FontName, HighAnsi = FontName, EastAsia = FontName, ComplexScript = FontName },
                new FontSize { Val = WordDocument.Number(WordDocument.BodyPoints * 2) },
                new FontSizeComplexScript { Val = WordDocument.Number(WordDocument.BodyPoints * 2) },
                new Languages { Val = "vi-VN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0" }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Heading(WordDocument.HeadingStyle, "heading 1", level: 0),
        Heading(WordDocument.SubheadingStyle, "heading 2", level: 1));

    private static Style Heading(string id, string name, int level) => new(
        new StyleName { Val = name },
        new BasedOn { Val = "Normal" },
        new NextParagraphStyle { Val = "Normal" },
        new PrimaryStyle(),
        new StyleParagraphProperties(
            new KeepNext(),
            new SpacingBetweenLines { Before = "120", After = "60" },
            new Indentation { FirstLine = WordDocument.Number(WordDocument.Millimetres(12.7)) },
            new Justification { Val = JustificationValues.Both },
            new OutlineLevel { Val = level }),
        new StyleRunProperties(new Bold()))
    {
        Type = StyleValues.Paragraph,
        StyleId = id,
    };

    private static XDocument Properties(string title, DateTime moment)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var time = moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return new XDocument(new XElement(core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core), new XAttribute(XNamespace.Xmlns + "dc", dc),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", title),
            new XElement(dc + "creator", "CcHc"),
            new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), time),
            new XElement(terms + "modified", new XAttribute(xsi + "type", "dcterms:W3CDTF"), time)));
    }
}
