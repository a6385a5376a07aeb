using System.Text.RegularExpressions;
using CcHc.Core.Findings;
using CcHc.Core.Text;

namespace CcHc.Core.Obligations;

/// <summary>
/// Whether a task may be told to a head of an agency or to Sở Nội vụ (chắc chắn để báo lãnh đạo): its deadline is a real date, a reading the office confirmed,
/// or words of the plain families (day, month, quarter, half-year, year) with a plan year where they need one. A cell that may say "done" leaves it open, too.
/// </summary>
public static partial class DeadlineCertainty
{
    /// <summary>Longer words of a time hold more than a time.</summary>
    private const int LongestWords = 300;

    private static readonly ReadOnce<bool> PlainTimes = new(AreAllPlain);

    public static bool Of(InterpretedTask understood)
    {
        var (task, deadline) = (understood.Task, understood.Deadline);
        if (task.MayBeDone || (!understood.IsSettled && (EarlierPeriodCheck.IsOpen(understood) || DeadlineYearCheck.Of(understood) is not null)))
        {
            return false;
        }

        return task.ExtendedTo is not null || task.DueDate is not null || understood.IsConfirmed
            || (deadline.IsUnderstood && deadline.Findings.All(finding => finding.Severity == Severity.Info) && IsPlain(task.TimeText)
                && (task.PlanYear is not null || deadline.Milestones.All(milestone => !milestone.IsYearFromPlan)));
    }

    /// <summary>Every part of the words is one plain time, a label before ":" apart.</summary>
    public static bool IsPlain(string timeText) =>
        timeText.Length is > 0 and <= LongestWords && PlainTimes.Of(timeText);

    private static bool AreAllPlain(string timeText) =>
        Divider().Split(VietnameseText.Fold(timeText.Replace("\n", " ; ", StringComparison.Ordinal)))
            .Select(part => Label().Replace(part.Trim(' ', '.', '-', '+', '*', '•'), "").Trim())
                .Where(part => part.Length > 0).All(part => Plain().IsMatch(part));

    [GeneratedRegex(@" ?[;,] ?| va ")]
    private static partial Regex Divider();

    [GeneratedRegex(@"^[^:0-9]{1,80}: ?")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:(?:thoi han|thoi gian|han|hoan thanh|thuc hien|xong|trinh|gui|ban hanh|bao cao) )?(?>(?:cham nhat|truoc|den|het|trong|vao|la) )*(?:"
        + @"(?:ngay )?[0-9]{1,2} ?[/.-] ?[0-9]{1,2}(?: ?[/.-] ?(?:20)?[0-9]{2})?"
        + @"|(?:ngay )?[0-9]{1,2} thang [0-9]{1,2}(?: nam 20[0-9]{2})?"
        + @"|(?:cuoi |ngay cuoi )?thang [0-9]{1,2}(?: ?[/.-] ?20[0-9]{2}| nam 20[0-9]{2})?"
        + @"|(?:cuoi )?quy (?:i{1,3}|iv|[1-4])(?: ?[/.-] ?20[0-9]{2}| nam 20[0-9]{2}| 20[0-9]{2})?"
        + @"|0?6 thang (?:dau|cuoi) nam(?: 20[0-9]{2})?"
        + @"|(?:ca )?nam 20[0-9]{2}|trong nam|cuoi nam(?: 20[0-9]{2})?)$")]
    private static partial Regex Plain();
}
