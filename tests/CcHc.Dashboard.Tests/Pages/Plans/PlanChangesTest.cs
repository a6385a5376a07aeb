using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Dashboard.Pages.Plans;
using CcHc.Dashboard.Tests.Support;

namespace CcHc.Dashboard.Tests.Pages.Plans;

public class PlanChangesTest
{
    private static readonly ReminderStage Near = new(-3);
    private static readonly ReminderStage Far = new(-7);
    private static readonly ReminderStage Escalated = new(20, ReminderAudience.StandingBody);

    [Fact]
    public void Of_TellsNothing_WhenNothingChanges() =>
        Assert.Empty(PlanChanges.Of([Line(1, Near), Line(1, Escalated)], [Line(1, Escalated), Line(1, Near)]).Lines);

    [Fact]
    public void Of_TellsWhatComesGoesAndMoves()
    {
        var changes = PlanChanges.Of([Line(1, Near), Line(2, Far)], [Line(2, Near), Line(3, Far)]);

        Assert.Equal((1, 1, 1), (changes.Coming, changes.Going, changes.Moving));
        Assert.Equal([("1", Near, null), ("2", Far, Near), ("3", null, Far)],
            changes.Lines.Select(line => (line.Reminder.Assessed.Obligation.Task.Number, line.Before, line.After)));
    }

    [Fact]
    public void Of_TakesALineToTheStandingBodyForOneOfItsOwn()
    {
        var changes = PlanChanges.Of([Line(1, new ReminderStage(20))], [Line(1, new ReminderStage(20)), Line(1, Escalated)]);
        Assert.Equal((null, Escalated), Assert.Single(changes.Lines) is var line ? (line.Before, line.After) : default);
    }

    private static Reminder Line(int number, ReminderStage stage)
    {
        var obligation = TestBoard.Owed(TestBoard.Task(number, "Việc"), TestBoard.Justice, new DateOnly(2026, 6, 30));
        return new Reminder(
            new AssessedObligation(obligation, new DeadlineStatus(StatusKind.Upcoming, new DateOnly(2026, 6, 30), new DateOnly(2026, 6, 30), 3)), stage);
    }
}
