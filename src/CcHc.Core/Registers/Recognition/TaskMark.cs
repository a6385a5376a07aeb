using System.Globalization;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Recognition;

/// <summary>
/// What a task is recognised by at the next reading (dấu nhận dạng): where it stands, what it says, who leads it and when it is due. All words are folded.
/// </summary>
/// <param name="Section">Numbers of the headings above it, or their words where they have none.</param>
/// <param name="Time">The words of the time cell and the day of the Hạn column.</param>
public sealed record TaskMark(string Sheet, string Section, string Number, string Text, string Lead, string Time)
{
    /// <summary>To be filled from where it is kept.</summary>
    public TaskMark() : this("", "", "", "", "", "")
    {
    }

    /// <summary>A task may be a page long; so much of it and a digest of all of it tell it from any other.</summary>
    private const int LongestText = 600;

    /// <summary>A register names the same agencies and times again and again.</summary>
    private static readonly ReadOnce<string> Shortened = new(text => TaskKeys.Shorten(VietnameseText.Fold(text)));

    public static TaskMark Of(RegisterTask task) => new(
        task.Place.Sheet,
        task.SectionKey,
        task.Number,
        TaskKeys.Shorten(VietnameseText.Fold(task.Text), LongestText),
        Shortened.Of(task.LeadText),
        task.DueDate is { } due
            ? TaskKeys.Shorten(string.Create(CultureInfo.InvariantCulture, $"{VietnameseText.Fold(task.TimeText)} {due:yyyy-MM-dd}"))
            : Shortened.Of(task.TimeText));
}
