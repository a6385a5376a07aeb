using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Obligations;
using CcHc.Core.Wording;

namespace CcHc.Core.Reminders;

/// <summary>One letter (thư nhắc việc) to one agency, or to the standing body: its reminders worst first, and what it says. Never empty.</summary>
/// <param name="Agency">The agency written to; of a letter to the standing body that body itself.</param>
/// <param name="IsEscalation">True when written to the standing body about others.</param>
public sealed record ReminderLetter(
    Agency Agency, bool IsEscalation, IReadOnlyList<string> To, DateOnly Day, IReadOnlyList<Reminder> Reminders, string Subject, string Html, string Text);

/// <summary>Who sends the letters and what they say.</summary>
/// <param name="StandingBody">Sở Nội vụ as the directory has it; overdue items are escalated to its addresses.</param>
/// <param name="CalendarNote">Said at the foot of each letter when the year's list of days off is missing; else empty.</param>
public sealed record LetterSettings(string ProvinceName, Agency StandingBody, LetterWording Wording, string CalendarNote = "");

/// <summary>Writes at most one letter an agency, and one to the standing body, from the day's reminders.</summary>
public static class LetterWriter
{
    public static IReadOnlyList<ReminderLetter> WriteAll(IEnumerable<Reminder> reminders, LetterSettings settings, DateOnly today)
    {
        var toAgencies = new Dictionary<string, List<Reminder>>(StringComparer.Ordinal);
        var escalated = new List<Reminder>();
        foreach (var reminder in reminders)
        {
            if (reminder.Stage.Audience == ReminderAudience.StandingBody)
            {
                escalated.Add(reminder);
                continue;
            }

            var code = reminder.Assessed.Obligation.Agency.Code;
            if (!toAgencies.TryGetValue(code, out var own))
            {
                toAgencies[code] = own = [];
            }

            own.Add(reminder);
        }

        var letters = toAgencies.Values.Select(own => Write(own[0].Assessed.Obligation.Agency, false, own, settings, today)).ToList();
        if (escalated.Count > 0 && settings.StandingBody.Emails.Count > 0)
        {
            letters.Add(Write(settings.StandingBody, true, escalated, settings, today));
        }

        return letters;
    }

    private static ReminderLetter Write(Agency agency, bool isEscalation, List<Reminder> reminders, LetterSettings settings, DateOnly today)
    {
        IReadOnlyList<Reminder> worstFirst =
        [
            .. reminders
                .OrderBy(r => r.Assessed.Standing.WorkingDaysLeft)
                .ThenBy(r => r.Assessed.Standing.Due)
                .ThenBy(r => r.Key.TaskKey, StringComparer.Ordinal)
                .ThenBy(r => r.Key.MilestoneKey, StringComparer.Ordinal)
                .ThenBy(r => r.Key.AgencyCode, StringComparer.Ordinal),
        ];
        var wantsHead = !isEscalation && worstFirst.Any(r => r.Stage.Audience == ReminderAudience.Head);
        IReadOnlyList<string> to = [.. agency.Emails.Concat(wantsHead ? agency.HeadEmails : []).Distinct(StringComparer.OrdinalIgnoreCase)];
        var blanks = Blanks(agency, worstFirst, settings, today);
        var parts = new LetterParts(
            Subject: OneLine((isEscalation ? "[Báo cáo đôn đốc] " : "") + settings.Wording.Subject(blanks)),
            Greeting: settings.Wording.Greeting(blanks),
            Opening: isEscalation ? "Các nhiệm vụ dưới đây của các cơ quan đã quá hạn lâu, đề nghị cơ quan thường trực xem xét, đôn đốc." : settings.Wording.Opening(blanks),
            Ask: isEscalation ? "" : settings.Wording.Ask(blanks),
            Signature: settings.Wording.Signature(blanks),
            Note: settings.CalendarNote);
        return new ReminderLetter(agency, isEscalation, to, today, worstFirst, parts.Subject,
            LetterHtml.Draw(parts, worstFirst, isEscalation), LetterText.Draw(parts, worstFirst, isEscalation));
    }

    private static Dictionary<string, string> Blanks(Agency agency, IReadOnlyList<Reminder> reminders, LetterSettings settings, DateOnly today)
    {
        var overdue = reminders.Count(r => r.Assessed.Standing.Kind == StandingKind.Overdue);
        var dueToday = reminders.Count(r => r.Assessed.Standing.Kind == StandingKind.DueToday);
        var upcoming = reminders.Count - overdue - dueToday;
        string[] counts =
        [
            .. overdue > 0 ? [Count(overdue, "quá hạn")] : Array.Empty<string>(),
            .. dueToday > 0 ? [Count(dueToday, "đến hạn hôm nay")] : Array.Empty<string>(),
            .. upcoming > 0 ? [Count(upcoming, "sắp đến hạn")] : Array.Empty<string>(),
        ];
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["province"] = settings.ProvinceName,
            ["standing_body"] = settings.StandingBody.Name,
            ["agency"] = agency.Name,
            ["focal_point"] = agency.FocalPoint,
            ["date"] = Vietnamese.Day(today),
            ["total"] = Number(reminders.Count),
            ["overdue"] = Number(overdue),
            ["due_today"] = Number(dueToday),
            ["upcoming"] = Number(upcoming),
            ["counts"] = string.Join(", ", counts),
        };
    }

    private static string Count(int count, string what) => Number(count) + " việc " + what;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string OneLine(string text) => Text.VietnameseText.OneLine(text);
}

/// <summary>The filled sentences of a letter.</summary>
internal sealed record LetterParts(string Subject, string Greeting, string Opening, string Ask, string Signature, string Note);
