using System.Text.RegularExpressions;
using CcHc.Core.Deadlines;
using CcHc.Core.Text;

namespace CcHc.Core.Registers;

/// <summary>What a note (ghi chú) says of its task's deadline or standing: used where nothing else could be meant, told in any case.</summary>
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
                    findings.Add(RegisterRemarks.NoteExtends(note, TaskFields.Write(day)), cell);
                }
                else if (draft.ExtendedTo is null)
                {
                    findings.Add(RegisterRemarks.NoteMayMove(note), cell);
                }
            }
            else if (SaysDone().IsMatch(folded) && draft.Status is TaskProgress.Open or TaskProgress.InProgress or TaskProgress.Unknown)
            {
                var isPlain = draft.StatusText.Length == 0 && StatusWords.Read(note) == TaskProgress.Done;
                if (isPlain)
                {
                    (draft.StatusText, draft.Status) = (note, TaskProgress.Done);
                }

                findings.Add(isPlain ? RegisterRemarks.NoteSaysDone(note) : RegisterRemarks.NoteMayBeDone(note), cell);
            }
        }
    }

    /// <summary>The one day the words "gia hạn đến …" name; null when they name none or several.</summary>
    public static DateOnly? ExtensionIn(string text, int? planYear)
    {
        var folded = FoldedText.Of(text);
        var words = Extended().Match(folded.Value) is { Success: true } match ? folded.Slice(match.Groups["to"].Index, match.Groups["to"].Index + match.Groups["to"].Length) : text;
        return WrittenDate.Read(words) ?? (DeadlineParser.ReadAlone(words, planYear) is { IsUnderstood: true, Milestones: [{ Due: { } due, Kind: not (MilestoneKind.Recurring or MilestoneKind.Continuous) }] } ? due : null);
    }

    [GeneratedRegex(@"\bgia han|\blui (?:thoi )?(?:han|gian|den|sang)|(?:dieu chinh|chuyen|doi|keo dai|hoan) (?:thoi (?:han|gian)|han|tien do|sang|den)\b")]
    private static partial Regex Moves();

    [GeneratedRegex(@"\b(?:da (?:hoan thanh|xong|thuc hien xong|hoan tat|ban hanh)|hoan thanh (?:ngay|xong|nam|thang|100))\b|^(?:hoan thanh|xong)[. ]*$")]
    private static partial Regex SaysDone();

    [GeneratedRegex(@"^(?:da |duoc |xin )*(?:gia han|lui|dieu chinh|keo dai)(?: (?:thoi han|thoi gian|han|tien do|hoan thanh))*(?: (?:lan [0-9]))?(?: (?:den|sang|toi|thanh))*(?: ?:)? (?<to>(?:het |ngay |thang |quy |truoc |cuoi |[0-9]).{0,60}?)(?: ?\(.*\))?[. ]*$")]
    private static partial Regex Extended();
}
