using System.Collections.Frozen;
using CcHc.Core.Text;

namespace CcHc.Core.Findings;

/// <summary>Understands what is typed into an answer cell (ô trả lời): "đúng là vậy", "sai: phải là quý III".</summary>
public static class AnswerParser
{
    private static readonly FrozenSet<string> Right = FrozenSet.ToFrozenSet(
        ["dung la vay", "dung", "dung vay", "dung roi", "dung nhu vay", "ok", "oke", "x", "v", "co", "dong y", "xac nhan", "chap nhan"],
        StringComparer.Ordinal);

    private static readonly string[] Wrong = ["sai", "khong dung", "chua dung", "khong phai"];

    /// <returns>Null when the words are neither; the note is what follows them.</returns>
    public static (Verdict Verdict, string Note)? Read(string text)
    {
        var line = VietnameseText.OneLine(text);
        var mark = line.IndexOfAny([':', ',', ';', '(', '–', '.']);
        var (head, rest) = mark < 0 ? (line, "") : (line[..mark], line[mark..]);
        var folded = VietnameseText.Fold(head).Trim(' ', '!');
        if (Right.Contains(folded))
        {
            return (Verdict.Right, Note(rest));
        }

        foreach (var word in Wrong)
        {
            if (folded == word || folded.StartsWith(word + " ", StringComparison.Ordinal))
            {
                // Folding keeps the length of composed Vietnamese text, so the words end at the same place in the line.
                return (Verdict.Wrong, Note(line.TrimStart()[word.Length..]));
            }
        }

        return null;
    }

    private static string Note(string rest) => rest.Trim(' ', ':', ',', ';', '(', ')', '–', '.');
}
