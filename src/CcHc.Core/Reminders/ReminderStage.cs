using System.Globalization;

namespace CcHc.Core.Reminders;

/// <summary>Which step of the policy a reminder is (mốc nhắc): so many working days before the due day, the day itself, or so many after.</summary>
/// <param name="WorkingDays">Before the due day negative, 0 on it, positive after it.</param>
/// <param name="Audience">Who is told at this step.</param>
public readonly record struct ReminderStage(int WorkingDays, ReminderAudience Audience = ReminderAudience.FocalPoint)
{
    private const string Due = "T";
    private const string Head = "head";
    private const string StandingBody = "standing-body";

    /// <summary>"T-7", "T", "T+5", "T+10/head": how a stage is stored and shown to the admin.</summary>
    public override string ToString()
    {
        var days = WorkingDays == 0 ? "" : WorkingDays.ToString("+0;-0", CultureInfo.InvariantCulture);
        return Due + days + Audience switch { ReminderAudience.Head => $"/{Head}", ReminderAudience.StandingBody => $"/{StandingBody}", _ => "" };
    }

    /// <summary>The stage <see cref="ToString"/> wrote; null for any other words.</summary>
    public static ReminderStage? Parse(string stage)
    {
        // Without a part of its own for each: years of reminders are parsed at once.
        var slash = stage.IndexOf('/', StringComparison.Ordinal);
        var days = slash < 0 ? stage.AsSpan() : stage.AsSpan(0, slash);
        var told = slash < 0 ? default : stage.AsSpan(slash + 1);
        if (slash >= 0 && told is not (Head or StandingBody))
        {
            return null;
        }

        var audience = slash < 0 ? ReminderAudience.FocalPoint : told is Head ? ReminderAudience.Head : ReminderAudience.StandingBody;
        return days is Due ? new ReminderStage(0, audience)
            : days.StartsWith(Due, StringComparison.Ordinal)
                && int.TryParse(days[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)
                ? new ReminderStage(count, audience)
            : null;
    }
}

/// <summary>Who a reminder is for: the focal point (đầu mối), also the head of the agency (lãnh đạo), or the standing body (Sở Nội vụ).</summary>
public enum ReminderAudience { FocalPoint, Head, StandingBody }
