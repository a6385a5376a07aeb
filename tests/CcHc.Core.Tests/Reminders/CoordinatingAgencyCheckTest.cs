using CcHc.Core.Agencies;
using CcHc.Core.Reminders;

namespace CcHc.Core.Tests.Reminders;

public class CoordinatingAgencyCheckTest
{
    private static readonly ReminderPolicy Tells = ReminderPolicy.Default with { StandingBodyAfterWorkingDays = 4 };
    private static readonly ReminderPolicy Never = ReminderPolicy.Default with { StandingBodyAfterWorkingDays = 0 };

    [Theory]
    [InlineData("it has an address", "snv@x.example", true, true, false)]
    [InlineData("it has none", "", true, true, true)]
    [InlineData("only reports are escalated", "", false, true, true)]
    [InlineData("only tasks are escalated", "", true, false, true)]
    [InlineData("nothing is ever escalated", "", false, false, false)]
    public void Of_Warns_WhenSomethingIsEscalatedToNobody(string rule, string address, bool tasks, bool reports, bool warns)
    {
        var directory = new AgencyDirectory([new Agency { Code = "SNV", Name = "Sở Nội vụ", Emails = address.Length > 0 ? [address] : [] }]);
        Assert.Equal((rule, warns),
            (rule, CoordinatingAgencyCheck.Of(directory, "SNV", tasks ? Tells : Never, reports ? Tells : Never) is { Code: "standing-body-without-address" }));
    }

    [Fact]
    public void Of_Warns_WhenTheDirectoryHasNoSuchBody() =>
        Assert.Contains("“SXX”", CoordinatingAgencyCheck.Of(new AgencyDirectory([new Agency { Code = "SNV", Name = "Sở Nội vụ" }]), "SXX", Tells)!.Message,
            StringComparison.Ordinal);

    [Fact]
    public void Of_SaysNothing_WithoutADirectory() => Assert.Null(CoordinatingAgencyCheck.Of(new AgencyDirectory([]), "SNV", Tells));
}
