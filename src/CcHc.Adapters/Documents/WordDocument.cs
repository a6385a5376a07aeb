using System.Globalization;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CcHc.Adapters.Documents;

/// <summary>A piece of a paragraph (đoạn chữ) with its look.</summary>
/// <param name="Points">Null for the paper's own size.</param>
internal sealed record Words(string Text, bool IsBold = false, bool IsItalic = false, int? Points = null)
{
    /// <summary>Said in the margin, at the end of the words; empty: nothing.</summary>
    public string Comment { get; init; } = "";

    public static implicit operator Words(string text) => new(text);
}

/// <summary>
/// How paragraphs of an administrative paper look (đoạn văn) by Nghị định 30/2020/NĐ-CP, Phụ lục I: Times New Roman 14, first line indented, justified.
/// </summary>
internal static class WordDocument
{
    public const int BodyPoints = 14;
    public const string HeadingStyle = "Heading1";
    public const string SubheadingStyle = "Heading2";

    /// <summary>In twentieths of a point, as pages are measured.</summary>
    public static int Millimetres(double length) => (int)Math.Round(length / 25.4 * 1440);

    public static Paragraph Body(params ReadOnlySpan<Words> words)
    {
        var paragraph = new Paragraph(new ParagraphProperties(
            new SpacingBetweenLines { Before = "60", After = "60" },
            new Indentation { FirstLine = Number(Millimetres(12.7)) },
            new Justification { Val = JustificationValues.Both }));
        return Add(paragraph, words);
    }

    public static Paragraph Centered(params ReadOnlySpan<Words> words) =>
        Add(new Paragraph(new ParagraphProperties(new Justification { Val = JustificationValues.Center })), words);

    public static Paragraph Left(params ReadOnlySpan<Words> words) => Add(new Paragraph(), words);

    public static Paragraph Heading(string text) => Add(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = HeadingStyle })), [text]);

    public static Paragraph Subheading(string text) => Add(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = SubheadingStyle })), [text]);

    /// <summary>A rule in the middle of the line.</summary>
    /// <param name="side">Free on either side, in millimetres.</param>
    public static Paragraph Rule(double side) => new(new ParagraphProperties(
        new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 6, Space = 0, Color = "000000" }),
        new SpacingBetweenLines { Before = "40", After = "60", Line = "40", LineRule = LineSpacingRuleValues.Exact },
        new Indentation { Left = Number(Millimetres(side)), Right = Number(Millimetres(side)) }));

    /// <summary>Keeps a table off what follows it.</summary>
    public static Paragraph Gap() => new(new ParagraphProperties(new SpacingBetweenLines { Line = "120", LineRule = LineSpacingRuleValues.Exact }));

    /// <summary>Empty lines, for a signature and a stamp.</summary>
    public static IEnumerable<Paragraph> Blank(int lines) => Enumerable.Range(0, lines).Select(_ => new Paragraph());

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static Paragraph Add(Paragraph paragraph, ReadOnlySpan<Words> words)
    {
        foreach (var part in words)
        {
            paragraph.Append(Run(part));
            if (part.Comment.Length > 0)
            {
                paragraph.Append(WordComments.Reference(part.Comment));
            }
        }

        return paragraph;
    }

    private static Run Run(Words words)
    {
        var look = new RunProperties();
        if (words.IsBold)
        {
            look.Append(new Bold());
        }

        if (words.IsItalic)
        {
            look.Append(new Italic());
        }

        if (words.Points is { } points)
        {
            look.Append(new FontSize { Val = Number(points * 2) }, new FontSizeComplexScript { Val = Number(points * 2) });
        }

        var run = look.HasChildren ? new Run(look) : new Run();
        run.Append(
            new Text(SafeText.Cell(VietnameseText.Normalize(words.Text)).Replace('\n', ' ').Replace('\t', ' ')) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }
}
