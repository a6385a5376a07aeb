using CcHc.Adapters.Workbooks.Drawing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CcHc.Adapters.Documents;

/// <summary>Comments of a paper (chú thích bên lề): where a sentence comes from, seen while it is edited and not printed with it.</summary>
internal static class WordComments
{
    private sealed record Note(string Text);

    /// <summary>A mark in the text; <see cref="Collect"/> gives it its number.</summary>
    public static Run Reference(string text)
    {
        var reference = new CommentReference { Id = "0" };
        reference.AddAnnotation(new Note(text));
        return new Run(reference);
    }

    /// <summary>The comments of all marks below an element, in their order; null when there are none.</summary>
    public static Comments? Collect(OpenXmlElement content)
    {
        var comments = new Comments();
        foreach (var reference in content.Descendants<CommentReference>().ToList())
        {
            reference.Id = WordDocument.Number(comments.ChildElements.Count);
            var text = new Text(SafeText.Cell(reference.Annotation<Note>()!.Text)) { Space = SpaceProcessingModeValues.Preserve };
            comments.Append(new Comment(new Paragraph(new Run(text))) { Id = reference.Id, Author = "CcHc", Initials = "CcHc" });
        }

        return comments.HasChildren ? comments : null;
    }
}
