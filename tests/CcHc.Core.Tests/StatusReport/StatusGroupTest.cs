using CcHc.Core.Obligations;
using CcHc.Core.StatusReport;

namespace CcHc.Core.Tests.StatusReport;

public class StatusGroupTest
{
    [Theory]
    [InlineData(StatusKind.DoneInTime, 3, StatusGroup.DoneInTime)]
    [InlineData(StatusKind.DoneLate, -3, StatusGroup.DoneLate)]
    [InlineData(StatusKind.DoneUndated, null, StatusGroup.DoneUndated)]
    [InlineData(StatusKind.Overdue, -1, StatusGroup.Overdue)]
    [InlineData(StatusKind.DueToday, 0, StatusGroup.DueSoon)]
    [InlineData(StatusKind.Upcoming, 0, StatusGroup.DueSoon)]
    [InlineData(StatusKind.Upcoming, 7, StatusGroup.DueSoon)]
    [InlineData(StatusKind.Upcoming, 8, StatusGroup.Upcoming)]
    [InlineData(StatusKind.Recurring, 7, StatusGroup.DueSoon)]
    [InlineData(StatusKind.Recurring, 8, StatusGroup.Other)]
    [InlineData(StatusKind.Recurring, null, StatusGroup.Other)]
    [InlineData(StatusKind.Continuous, null, StatusGroup.Other)]
    [InlineData(StatusKind.WaitingForEvent, null, StatusGroup.Other)]
    [InlineData(StatusKind.NotUnderstood, null, StatusGroup.Other)]
    [InlineData(StatusKind.Dropped, 2, StatusGroup.Other)]
    public void Of_PutsAStandingInOneGroup(StatusKind kind, int? workingDaysLeft, StatusGroup expected) =>
        Assert.Equal(expected, StatusGroups.Of(new DeadlineStatus(kind, null, null, workingDaysLeft)));
}
