using System.Globalization;

namespace CcHc.Core.Reminders;

/// <summary>Which step of the policy a reminder is (nấc nhắc): so many working days before the due day, the day itself, or so many after.</summary>
/// <param name="WorkingDays">Before the due day negative, 0 on it, positive after it.</param>
/// <param name="Audience">Who is told at this step.</param>
public readonly record struct ReminderStage(int WorkingDays, ReminderAudience Audience = ReminderAudience.FocalPoint)
{
    /// <summary>"T-7", "T", "T+5", "T+10/head": how a stage is stored and shown to the admin.</summary>
    public override string ToString()
    {
        var days = WorkingDays == 0 ? "" : WorkingDays.ToString("+0;-0", CultureInfo.InvariantCulture);
        return "T" + days + Audience switch { ReminderAudience.Head => "/head", ReminderAudience.StandingBody => "/standing-body", _ => "" };
    }
}

/// <summary>Who a reminder is for: the focal point (đầu mối), also the head of the agency (lãnh đạo), or the standing body (Sở Nội vụ).</summary>
public enum ReminderAudience { FocalPoint, Head, StandingBody }
