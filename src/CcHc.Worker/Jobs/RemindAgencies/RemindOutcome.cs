using CcHc.Adapters.Mail;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Findings;
using CcHc.Core.Jobs;
using CcHc.Core.Reminders;
using CcHc.Office;

namespace CcHc.Worker.Jobs.RemindAgencies;

/// <summary>What a remind run tells: how much was read, who was written to, and of every obligation not reminded the reason, counted.</summary>
internal static class RemindOutcome
{
    /// <summary>Nothing was sent yet: a file that nothing is known of may be read in some minutes.</summary>
    public static JobOutcome Waiting(OfficeReading reading) => new(
        JobResult.Partly,
        FormattableString.Invariant($"{reading.Tasks.Count} tasks read; letters wait for a file that cannot be read just now and was never read before."),
        new Dictionary<string, int>(StringComparer.Ordinal) { ["tasks"] = reading.Tasks.Count, ["findings"] = reading.Findings.Count });

    /// <summary>A dry run, or mail in preview mode: each letter that would go, as `cchc preview` has it.</summary>
    public static JobOutcome OfNothingSent(OfficeReading reading, DayPlan day, IReadOnlyList<Reminder> left)
    {
        var outcome = Of(reading, day.Plan, left.Count, QueuedLetters.None, DispatchSummary.Nothing);
        return outcome with
        {
            Summary =
                FormattableString.Invariant(
                    $"{reading.Tasks.Count} tasks read, {day.Letters.Count} letters would go; nothing is sent or recorded.{Left(left.Count)}"),
            Lines = [.. day.Letters.SelectMany(LetterLines.Of)],
        };
    }

    public static JobOutcome Of(OfficeReading reading, ReminderPlan plan, int left, QueuedLetters queued, DispatchSummary delivered)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["registers"] = reading.Sources.Count(source => source.Tasks > 0),
            ["tasks"] = reading.Tasks.Count,
            ["reminders"] = plan.Reminders.Count,
            ["left_to_officer"] = left,
            ["letters_queued"] = queued.Queued,
            ["letters_left_for_tomorrow"] = queued.LeftForTomorrow,
            ["mails_sent"] = delivered.Count(DeliveryState.Sent),
            ["mails_try_later"] = delivered.Count(DeliveryState.TryLater),
            ["mails_refused"] = delivered.Count(DeliveryState.Refused),
            ["mails_unknown"] = delivered.Count(DeliveryState.Unknown) + delivered.Count(DeliveryState.Held),
            [JobOutcome.MailsWaiting] = delivered.StillDue,
            ["findings"] = reading.Findings.Count,
        };
        foreach (var reason in plan.NotReminded.GroupBy(one => one.Reason))
        {
            counts["not_reminded_" + System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.Key.ToString())] = reason.Count();
        }

        return new JobOutcome(Result(reading, delivered, left), Summary(reading, queued, delivered) + Left(left), counts);
    }

    private static JobResult Result(OfficeReading reading, DispatchSummary delivered, int left) =>
        !reading.IsWhole || delivered.WithoutWay > 0 ? JobResult.Partly
        : delivered.OurFault is not null || left > 0
            || delivered.Count(DeliveryState.Refused) + delivered.Count(DeliveryState.Unknown) + delivered.Count(DeliveryState.Held) > 0
            || reading.Findings.Any(finding => finding.Severity != Severity.Info) ? JobResult.DoneWithFindings
        : JobResult.Done;

    private static string Left(int reminders) => reminders == 0 ? ""
        : FormattableString.Invariant(
            $" First day of mail: {reminders} reminders of tasks overdue {LongOverdue.WorkingDays} working days or more are left to the officer.");

    private static string Summary(OfficeReading reading, QueuedLetters queued, DispatchSummary delivered) => FormattableString.Invariant(
        $"{reading.Tasks.Count} tasks read, {queued.Queued} letters queued, mails: {delivered}.");
}
