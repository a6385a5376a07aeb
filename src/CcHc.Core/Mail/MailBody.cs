using System.Globalization;
using System.Text;
using CcHc.Core.Text;

namespace CcHc.Core.Mail;

/// <summary>How much attention a line of a letter wants; colour is never the only sign of it.</summary>
public enum MailTone { Plain, Alarm, Attention, Quiet }

/// <summary>One line of a block.</summary>
public readonly record struct MailLine(string Text, MailTone Tone = MailTone.Plain);

/// <summary>One thing a letter lists (một khối): what it is in bold, then its lines.</summary>
public sealed record MailBlock(string Title, IReadOnlyList<MailLine> Lines);

/// <summary>
/// The words of a letter (thân thư): one list of parts, drawn as HTML and as plain text, so that both say the same in the same order. Every kind of letter is
/// written with it.
/// </summary>
public sealed class MailBody
{
    private readonly MailHtml _html;
    private readonly StringBuilder _text = new(2048);
    private int _blocks;

    public MailBody(string subject) => _html = new MailHtml(Subject = SubjectOf(subject));

    public static string SubjectOf(string subject) => VietnameseText.OneLine(subject);

    /// <summary>On one line, for the header of the mail.</summary>
    public string Subject { get; }

    /// <summary>"Kính gửi: …", a line of its own.</summary>
    public MailBody Greeting(string text) => Say(text, text => _html.Paragraph(text, "head"));

    /// <summary>Nothing for an empty text; line breaks stay.</summary>
    public MailBody Paragraph(string text) => Say(text, text => _html.Paragraph(text, ""));

    /// <summary>Small print.</summary>
    public MailBody Note(string text) => Say(text, text => _html.Paragraph(text, "quiet"));

    /// <summary>What a whole list has in common, above it.</summary>
    public MailBody Heading(string text) => Say(text, _html.Heading);

    /// <summary>Who writes, and how to reach them: the first line stands out.</summary>
    public MailBody Signature(string text) => Say(text, _html.Signature);

    public MailBody List(IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            _html.List(lines);
            _text.AppendJoin("", lines.Select(line => $"- {line.Trim()}\n")).Append('\n');
        }

        return this;
    }

    /// <summary>Numbered as they come.</summary>
    public MailBody Block(MailBlock block)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"{++_blocks}. {block.Title.Trim()}");
        var lines = block.Lines.Where(line => line.Text.Trim().Length > 0).ToList();
        _html.Block(title, lines);
        _text.Append(title).Append('\n').AppendJoin("", lines.Select(line => $"   {line.Text.Trim().Replace("\n", "\n   ", StringComparison.Ordinal)}\n"))
            .Append('\n');
        return this;
    }

    /// <summary>After the last part.</summary>
    public string ToHtml() => _html.End();

    public string ToText() => _text.ToString().TrimEnd() + "\n";

    private MailBody Say(string text, Action<string> draw)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > 0)
        {
            draw(trimmed);
            _text.Append(trimmed).Append("\n\n");
        }

        return this;
    }
}
