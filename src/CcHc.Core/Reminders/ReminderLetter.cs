using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Answers;
using CcHc.Core.Mail;
using CcHc.Core.Obligations;
using CcHc.Core.StatusReport;
using CcHc.Core.Wording;

namespace CcHc.Core.Reminders;

/// <summary>One letter (thư nhắc việc) to one agency, or to the standing body: its reminders worst first, and what it says. Never empty.</summary>
/// <param name="Agency">The agency written to; of a letter to the standing body that body itself.</param>
/// <param name="IsEscalation">True when written to the standing body about others.</param>
/// <param name="Write">Writes its words anew each time: those of all letters of a day are more than should be in memory at once.</param>
public sealed record ReminderLetter(
    Agency Agency, bool IsEscalation, IReadOnlyList<string> To, DateOnly Day, IReadOnlyList<Reminder> Reminders, string Subject, Func<MailBody> Write)
{
    public string Html => Write().ToHtml();

    public string Text => Write().ToText();

    /// <summary>Written to the head of the agency; its lines are also in the letter to the focal point, and recorded with that one.</summary>
    public bool IsToHead { get; init; }

    // The rows of the workbook are the very obligations the reminders are of.
    private static readonly IEqualityComparer<AssessedObligation> Same = ReferenceEqualityComparer.Instance;

    /// <summary>Says why an obligation is in this letter (căn cứ nhắc); empty for one that is not. Made for one reading: a day has too many to keep.</summary>
    public Func<AssessedObligation, string> Basis()
    {
        var reminderOf = Reminders.DistinctBy(reminder => reminder.Assessed, Same).ToDictionary(reminder => reminder.Assessed, Same);
        return one => reminderOf.TryGetValue(one, out var reminder) ? LetterLine.BasisOf(reminder) : "";
    }

    /// <summary>Decided answers it tells of, by their numbers.</summary>
    public IReadOnlyList<long> DecisionsTold { get; init; } = [];

    /// <summary>A person chose to send it beside the daily one.</summary>
    public bool IsChase { get; init; }
}

/// <summary>Who sends the letters and what they say.</summary>
/// <param name="StandingBody">Sở Nội vụ as the directory has it; overdue items are escalated to its addresses.</param>
/// <param name="CalendarNote">Said at the foot of each letter when the year's list of days off is missing; else empty.</param>
public sealed record LetterSettings(string ProvinceName, Agency StandingBody, LetterWording Wording, string CalendarNote = "")
{
    /// <summary>Whom agencies may call or answer.</summary>
    public OfficeContact Contact { get; init; } = OfficeContact.None;

    /// <summary>An officer's own words, below the opening; empty in the daily letters.</summary>
    public string Paragraph { get; init; } = "";

    /// <summary>Under every letter to an agency.</summary>
    internal string Signature => LetterSignature.Of(Wording, ProvinceName, StandingBody, Contact);
}

/// <summary>Writes at most one letter an agency, one to its head, and one to the standing body, from the day's reminders.</summary>
public static class LetterWriter
{
    public static IReadOnlyList<ReminderLetter> WriteAll(IEnumerable<Reminder> reminders, LetterSettings settings, DateOnly today, LetterFacts? known = null)
    {
        var facts = known ?? LetterFacts.None;
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

        var letters = toAgencies.Values.SelectMany(own => ToAgency(own[0].Assessed.Obligation.Agency, own, settings, facts, today)).ToList();
        letters.AddRange(facts.Decided.Where(agency => agency.Emails.Count > 0 && !toAgencies.ContainsKey(agency.Code))
            .Select(agency => Told(DecisionLetter.Write(agency, DecisionsOf(agency, facts), settings, today), facts)));
        if (escalated.Count > 0 && ReminderPolicy.CanHear(settings.StandingBody))
        {
            letters.Add(Write(settings.StandingBody, true, WorstFirst(escalated), settings, facts, today));
        }

        return letters;
    }

    /// <summary>The focal point's letter with every line, and where lines are late enough a short one to the head.</summary>
    private static IEnumerable<ReminderLetter> ToAgency(Agency agency, List<Reminder> reminders, LetterSettings settings, LetterFacts facts, DateOnly today)
    {
        var worstFirst = WorstFirst(reminders);
        yield return Told(Write(agency, false, worstFirst, settings, facts, today), facts);
        IReadOnlyList<Reminder> late = [.. worstFirst.Where(reminder => reminder.Stage.Audience == ReminderAudience.Head)];
        if (late.Count > 0 && agency.HeadEmails.Count > 0)
        {
            yield return HeadLetter.Write(agency, late, settings, facts, today);
        }
    }

    private static IReadOnlyList<Reminder> WorstFirst(List<Reminder> reminders) =>
    [
        .. reminders
            .OrderBy(r => r.Assessed.Standing.WorkingDaysLeft)
            .ThenBy(r => r.Assessed.Standing.Due)
            .ThenBy(r => r.Key.TaskKey, StringComparer.Ordinal)
            .ThenBy(r => r.Key.MilestoneKey, StringComparer.Ordinal)
            .ThenBy(r => r.Key.AgencyCode, StringComparer.Ordinal),
    ];

    private static ReminderLetter Write(Agency agency, bool isEscalation, IReadOnlyList<Reminder> worstFirst, LetterSettings settings, LetterFacts facts,
        DateOnly today)
    {
        var blanks = Blanks(agency, worstFirst, settings, facts, isEscalation, today);
        var agencies = worstFirst.Select(reminder => reminder.Assessed.Obligation.Agency.Code).Distinct(StringComparer.Ordinal).Count();
        var parts = new LetterParts(
            Subject: isEscalation
                ? string.Create(CultureInfo.InvariantCulture,
                    $"[Tổng hợp quá hạn] {worstFirst.Count} việc của {agencies} cơ quan cần {settings.StandingBody.Name} đôn đốc – {Vietnamese.Day(today)}")
                : settings.Wording.Subject(blanks),
            Greeting: settings.Wording.Greeting(blanks),
            Opening: isEscalation
                ? "Các nhiệm vụ dưới đây của các cơ quan đã quá hạn lâu mà chưa xong; đề nghị cơ quan thường trực liên hệ, đôn đốc."
                : string.Join('\n', new[] { settings.Wording.Opening(blanks), blanks["open"], DecisionLetter.Of(DecisionsOf(agency, facts)),
                    settings.Paragraph }.Where(line => line.Length > 0)),
            Ask: isEscalation ? Unconfirmed(facts) : settings.Wording.Ask(blanks),
            Signature: settings.Signature,
            Note: settings.CalendarNote);
        return new ReminderLetter(agency, isEscalation, agency.Emails, today, worstFirst, MailBody.SubjectOf(parts.Subject),
            () => ReminderBody.Draw(parts, worstFirst, isEscalation, facts));
    }

    private static IReadOnlyList<string> DecisionsOf(Agency agency, LetterFacts facts) =>
        [.. facts.DecisionsOf(agency.Code).Select(decision => AnswerText.Decision(decision.Answer))];

    private static ReminderLetter Told(ReminderLetter letter, LetterFacts facts) =>
        letter with { DecisionsTold = [.. facts.DecisionsOf(letter.Agency.Code).Select(decision => decision.Answer.Id)] };

    private static string Unconfirmed(LetterFacts facts) => facts.Unconfirmed == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
        $"Còn {facts.Unconfirmed} việc cần Sở xác nhận trước khi báo lãnh đạo, vì hạn hoặc tình trạng ghi trong sổ chưa chắc chắn: xem trang “Cần Sở xác nhận” của bảng tổng hợp.");

    /// <summary>Empty where the letter's own lines are all there is.</summary>
    private static string OpenOf(Agency agency, LetterFacts facts, int overdue, int dueSoon)
    {
        if (facts.OpenOf(agency.Code) is not { } open || (open.Overdue == overdue && open.DueSoon == dueSoon))
        {
            return "";
        }

        string[] parts = [.. open.Overdue > 0 ? [Number(open.Overdue) + " quá hạn"] : Array.Empty<string>(), .. open.DueSoon > 0
            ? [Number(open.DueSoon) + " sắp đến hạn"] : Array.Empty<string>()];
        return parts.Length == 0 ? "" : $"Đang mở: {string.Join(", ", parts)} (tệp kèm).";
    }

    private static Dictionary<string, string> Blanks(Agency agency, IReadOnlyList<Reminder> reminders, LetterSettings settings, LetterFacts facts,
        bool isEscalation, DateOnly today)
    {
        var overdue = reminders.Count(r => r.Assessed.Standing.Kind == StatusKind.Overdue);
        var dueToday = reminders.Count(r => r.Assessed.Standing.Kind == StatusKind.DueToday);
        var soon =
            reminders.Count(r => r.Assessed.Standing.Kind is not (StatusKind.Overdue or StatusKind.DueToday)
                && StatusGroups.Of(r.Assessed.Standing) == StatusGroup.DueSoon);
        var upcoming = reminders.Count - overdue - dueToday;
        string[] counts =
        [
            .. overdue > 0 ? [Count(overdue, "quá hạn")] : Array.Empty<string>(),
            .. dueToday > 0 ? [Count(dueToday, "đến hạn hôm nay")] : Array.Empty<string>(),
            .. soon > 0 ? [Count(soon, "sắp đến hạn")] : Array.Empty<string>(),
            .. upcoming > soon ? [Count(upcoming - soon, "chưa đến hạn")] : Array.Empty<string>(),
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
            ["open"] = OpenOf(agency, facts, overdue, dueToday + soon),
            ["own"] = isEscalation ? "" : "1",
            ["contact"] = settings.Contact.InWords,
        };
    }

    private static string Count(int count, string what) => Number(count) + " việc " + what;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The filled sentences of a letter.</summary>
internal sealed record LetterParts(string Subject, string Greeting, string Opening, string Ask, string Signature, string Note);
