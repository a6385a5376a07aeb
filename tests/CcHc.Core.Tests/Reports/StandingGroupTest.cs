using CcHc.Core.Obligations;
using CcHc.Core.Reports;

namespace CcHc.Core.Tests.Reports;

public class StandingGroupTest
{
    [Theory]
    [InlineData(StandingKind.DoneInTime, 3, StandingGroup.DoneInTime)]
    [InlineData(StandingKind.DoneLate, -3, StandingGroup.DoneLate)]
    [InlineData(StandingKind.DoneUndated, null, StandingGroup.DoneUndated)]
    [InlineData(StandingKind.Overdue, -1, StandingGroup.Overdue)]
    [InlineData(StandingKind.DueToday, 0, StandingGroup.DueSoon)]
    [InlineData(StandingKind.Upcoming, 0, StandingGroup.DueSoon)]
    [InlineData(StandingKind.Upcoming, 7, StandingGroup.DueSoon)]
    [InlineData(StandingKind.Upcoming, 8, StandingGroup.Upcoming)]
    [InlineData(StandingKind.Recurring, 7, StandingGroup.DueSoon)]
    [InlineData(StandingKind.Recurring, 8, StandingGroup.Other)]
    [InlineData(StandingKind.Recurring, null, StandingGroup.Other)]
    [InlineData(StandingKind.Continuous, null, StandingGroup.Other)]
    [InlineData(StandingKind.WaitingForEvent, null, StandingGroup.Other)]
    [InlineData(StandingKind.NotUnderstood, null, StandingGroup.Other)]
    [InlineData(StandingKind.Dropped, 2, StandingGroup.Other)]
    public void Of_PutsAStandingInOneGroup(StandingKind kind, int? workingDaysLeft, StandingGroup expected) =>
        Assert.Equal(expected, StandingGroups.Of(new Standing(kind, null, null, workingDaysLeft)));
}
