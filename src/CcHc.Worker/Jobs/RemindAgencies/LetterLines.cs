using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Core.Wording;

namespace CcHc.Worker.Jobs.RemindAgencies;

/// <summary>A letter that would go, in a few lines of text (thư sẽ gửi): the same for `cchc preview` and a dry run.</summary>
public static class LetterLines
{
    public static IEnumerable<string> Of(ReminderLetter letter) =>
    [
        $"{Vietnamese.WeekdayAndDay(letter.Day)} – {letter.Agency.Name} <{string.Join(", ", letter.To)}>",
        .. letter.Reminders.Select(reminder =>
            $"  {reminder.Stage,-8} {DeadlineStatusText.TimeLeft(reminder.Assessed.Standing),-28} {Vietnamese.Shortened(reminder.Assessed.Obligation.Task.Text, 90)}"),
    ];
}
