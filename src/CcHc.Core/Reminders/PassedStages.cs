using System.Runtime.InteropServices;

namespace CcHc.Core.Reminders;

/// <summary>
/// The stages each line has behind it: those sent and all before them. When the list of days off changes, a due day moves away again in working days; what was
/// passed does not come back.
/// </summary>
internal sealed class PassedStages
{
    private readonly Dictionary<(ReminderKey Line, bool IsForStandingBody), int> _tightest;

    public PassedStages(IReadOnlyCollection<ReminderKey> sent)
    {
        _tightest = new(sent.Count);
        foreach (var key in sent)
        {
            if (ReminderStage.Parse(key.Stage) is { } stage)
            {
                ref var tightest = ref CollectionsMarshal.GetValueRefOrAddDefault(_tightest, LineOf(key, stage), out var isKnown);
                tightest = isKnown ? Math.Max(tightest, stage.WorkingDays) : stage.WorkingDays;
            }
        }
    }

    public bool Contains(Reminder reminder) =>
        _tightest.TryGetValue(LineOf(reminder.Key, reminder.Stage), out var tightest) && tightest >= reminder.Stage.WorkingDays;

    private static (ReminderKey, bool) LineOf(ReminderKey key, ReminderStage stage) =>
        (key with { Stage = "" }, stage.Audience == ReminderAudience.StandingBody);
}
