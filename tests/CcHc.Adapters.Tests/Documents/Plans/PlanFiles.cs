using CcHc.Adapters.Documents;
using CcHc.Core.Plans.Outline;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace CcHc.Adapters.Tests.Documents.Plans;

/// <summary>Small plans made for a test: Word files from their body's XML, PDFs from texts and lines at places.</summary>
internal static class PlanFiles
{
    private const string Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    public static byte[] Docx(string body, string? numbering = null, string? styles = null)
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.Document = new Document($"<w:document {Names}><w:body>{body}</w:body></w:document>");
            if (numbering is not null)
            {
                main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering($"<w:numbering {Names}>{numbering}</w:numbering>");
            }

            if (styles is not null)
            {
                main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles($"<w:styles {Names}>{styles}</w:styles>");
            }
        }

        return bytes.ToArray();
    }

    public static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Row(params string[] cells) => Row("", cells);

    private static string Row(string properties, string[] cells) =>
        $"<w:tr>{properties}{string.Concat(cells.Select(cell => cell.StartsWith("<w:tc>", StringComparison.Ordinal) ? cell : $"<w:tc>{P(cell)}</w:tc>"))}</w:tr>";

    public static string Table(params string[] rows) => $"<w:tbl>{string.Concat(rows)}</w:tbl>";

    /// <summary>A line of text at a place of a page.</summary>
    public sealed record Words(string Text, double X, double Y, double Size = 12);

    /// <summary>Each page a list of words and the lines (x1, y1, x2, y2) drawn on it.</summary>
    public static byte[] Pdf(params (Words[] Words, (double X1, double Y1, double X2, double Y2)[] Lines)[] pages)
    {
        var file = new PdfDocumentBuilder();
        var font = file.AddStandard14Font(Standard14Font.TimesRoman);
        foreach (var (words, lines) in pages)
        {
            var page = file.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
            foreach (var one in words)
            {
                page.AddText(one.Text, one.Size, new PdfPoint(one.X, one.Y), font);
            }

            foreach (var (x1, y1, x2, y2) in lines)
            {
                page.DrawLine(new PdfPoint(x1, y1), new PdfPoint(x2, y2));
            }
        }

        return file.Build();
    }

    public static IReadOnlyList<PlanBlock> Blocks(byte[] bytes, string name = "ke-hoach.docx")
    {
        var read = PlanDocumentReader.Read(bytes, name);
        Assert.True(read.Document is not null, read.Refusal?.Message);
        return read.Document!.Blocks;
    }

    public static string[] Paragraphs(byte[] bytes) =>
        [.. Blocks(bytes).OfType<PlanParagraph>().Where(paragraph => !paragraph.IsAside).Select(paragraph => paragraph.Text)];

    /// <summary>The cells of the only table, a row a line, line breaks as ⏎.</summary>
    public static string Cells(byte[] bytes) => string.Join('\n', Blocks(bytes).OfType<PlanTable>().Single().Rows
        .Select(
            row =>
                string.Join(" | ",
                    row.Cells.Select(
                        cell =>
                            $"{cell.Column}{(cell.ColumnSpan > 1 ? $">{cell.ColumnSpan}" : "")}{(cell.RowSpan > 1 ? $"v{cell.RowSpan}" : "")} {cell.Text.Replace("\n", "⏎", StringComparison.Ordinal)}".Trim()))));
}
