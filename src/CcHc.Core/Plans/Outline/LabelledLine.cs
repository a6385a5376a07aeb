using System.Text.RegularExpressions;
using CcHc.Core.Registers;
using CcHc.Core.Text;

namespace CcHc.Core.Plans.Outline;

/// <summary>Words with a label in front (dòng có nhãn): "Cơ quan chủ trì: Sở Nội vụ". A label is what a register has for a heading, so both are recognised
/// by one rule.</summary>
/// <param name="Field">Lead, coordinating, another agency's duty, product, time, or a note.</param>
internal readonly partial record struct LabelledLine(RegisterField Field, string Label, string Value)
{
    private const int LongestLabel = 60;

    /// <summary>Null when the line begins with no known label.</summary>
    public static LabelledLine? Read(string words)
    {
        var colon = words.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and <= LongestLabel && FieldOf(words[..colon]) is { } field
            ? new LabelledLine(field, words[..colon].Trim(), words[(colon + 1)..].Trim()) : null;
    }

    /// <summary>Takes a line apart at the labels inside it: "… tiếp công dân. Cơ quan chủ trì: …; thời gian: …".</summary>
    /// <returns>The words before the first label, then a piece for each label, label and all.</returns>
    public static IReadOnlyList<string> Split(string words)
    {
        var cuts = new List<int>();
        var fields = new HashSet<RegisterField>();
        for (var colon = words.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = words.IndexOf(':', colon + 1))
        {
            if (StartOfLabel(words, colon, cuts.Count == 0 ? 0 : cuts[^1]) is { } start && FieldOf(words[start..colon]) is { } field
                && (start == 0 || VietnameseText.HasWords(words[(colon + 1)..])) && fields.Add(field))
            {
                cuts.Add(start);
            }
        }

        if (cuts.Count == 0)
        {
            return [words];
        }

        var pieces = new List<string> { words[..cuts[0]].TrimEnd(' ', '(', '[', '-', '–', '+') };
        for (var i = 0; i < cuts.Count; i++)
        {
            var piece = words[cuts[i]..(i + 1 < cuts.Count ? cuts[i + 1] : words.Length)].TrimEnd(' ', '(', '[', '-', '–', '+', ';', ',');
            pieces.Add(words[..cuts[0]].TrimEnd().EndsWith('(') && piece.EndsWith(')') && !piece.Contains('(', StringComparison.Ordinal) ? piece[..^1] : piece);
        }

        return pieces;
    }

    private static RegisterField? FieldOf(string label) =>
        label.Contains(". ", StringComparison.Ordinal) || label.Contains(';', StringComparison.Ordinal) ? null : KnownField(label);

    private static RegisterField? KnownField(string label) => RegisterLayout.Recognise(label)?.Field switch
    {
        RegisterField.Lead or RegisterField.Coordinating or RegisterField.Following or RegisterField.Product or RegisterField.Time =>
            RegisterLayout.Recognise(label)!.Field,
        RegisterField.DueDate or RegisterField.CompletedOn => RegisterField.Time,
        _ when TimeLabel().IsMatch(RegisterLayout.Fold(label)) => RegisterField.Time,
        null => null,
        _ => NoteLabel().IsMatch(RegisterLayout.Fold(label)) ? RegisterField.Note : null,
    };

    /// <summary>The nearest place before a colon from which the words up to it are a label; a label begins a sentence, a part of one, or a bracket.</summary>
    private static int? StartOfLabel(string words, int colon, int after)
    {
        for (var start = colon - 1; start >= Math.Max(after, colon - LongestLabel); start--)
        {
            if (IsBeginning(words, start) && FieldOf(words[start..colon]) is not null)
            {
                return start;
            }
        }

        return null;
    }

    private static bool IsBeginning(string words, int at)
    {
        if (!char.IsLetter(words[at]))
        {
            return false;
        }

        var before = at - 1;
        while (before >= 0 && words[before] == ' ')
        {
            before--;
        }

        return before < 0 || words[before] is '.' or ';' or '(' or '[' or '-' or '–' or '+' or '•';
    }

    // "Thời gian trình", "thời điểm ban hành": labels no register has for a heading.
    [GeneratedRegex("^(thoi (gian|han|diem)|tien do)( (trinh|ban hanh|hoan thanh|thuc hien|du kien|trien khai|to chuc|bao cao|phe duyet|va|xong)){0,5}$")]
    private static partial Regex TimeLabel();

    [GeneratedRegex("^(ghi chu|luu y|kinh phi|nguon kinh phi|du toan|nguon von|dia diem|thanh phan)")]
    private static partial Regex NoteLabel();
}
