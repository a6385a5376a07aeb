using System.Text.RegularExpressions;
using CcHc.Core.Deadlines;
using CcHc.Core.Registers.Status;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Rows;

/// <summary>
/// What a note (ghi chú) says of its task's deadline: used where nothing else could be meant, told in any case. What it says of its standing is read with the
/// status.
/// </summary>
internal static partial class TaskNotes
{
    /// <param name="cell">Where the note stands.</param>
    public static void Read(TaskDraft draft, string cell, int? planYear, FindingList findings)
    {
        foreach (var note in draft.Notes)
        {
            var folded = VietnameseText.Fold(note);
            if (Moves().IsMatch(folded))
            {
                if (draft.ExtendedTo is null && ExtensionIn(note, planYear) is { } day)
                {
                    draft.ExtendedTo = day;
                    findings.Add(RegisterFindings.NoteExtends(note, DayText.Of(day)), cell);
                }
                else if (draft.ExtendedTo is null)
                {
                    findings.Add(RegisterFindings.NoteMayMove(note), cell);
                }
            }
        }
    }

    /// <summary>The one day the words "gia hạn đến …" name; null when they name none or several, or only ask for it.</summary>
    public static DateOnly? ExtensionIn(string text, int? planYear)
    {
        var folded = FoldedText.Of(text);
        if (AsksOnly().IsMatch(folded.Value))
        {
            return null;
        }

        var words = Extended().Match(folded.Value) is { Success: true } match
            ? folded.Slice(match.Groups["to"].Index, match.Groups["to"].Index + match.Groups["to"].Length) : text;
        return WrittenDate.Read(words)
            ?? (DeadlineParser.ReadAlone(words, planYear) is { IsUnderstood: true,
                Milestones: [{ Due: { } due, Kind: not (MilestoneKind.Recurring or MilestoneKind.Continuous) }] } ? due : null);
    }

    [GeneratedRegex(@"\bgia han|\blui (?:thoi )?(?:han|gian|den|sang)|(?:dieu chinh|chuyen|doi|keo dai|hoan) (?:thoi (?:han|gian)|han|tien do|sang|den)\b")]
    private static partial Regex Moves();

    [GeneratedRegex(@"\b(?:xin|de nghi|de xuat|kien nghi|du kien|dang trinh|chua duoc|khong duoc|khong dong y)\b")]
    private static partial Regex AsksOnly();

    [GeneratedRegex(@"^(?:da |duoc )*(?:gia han|lui|dieu chinh|keo dai)(?: (?:thoi han|thoi gian|han|tien do|hoan thanh))*(?: (?:lan [0-9]))?(?: (?:den|sang|toi|thanh))*(?: ?:)? (?<to>(?:het |ngay |thang |quy |truoc |cuoi |[0-9]).{0,60}?)(?: ?\(.*\))?[. ]*$")]
    private static partial Regex Extended();
}
