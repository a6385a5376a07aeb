using CcHc.Core.Reminders;
using CcHc.Core.Tests.Support;
using CcHc.Core.Wording;

namespace CcHc.Core.Tests.Simulation;

/// <summary>What holds on every day of every year, whatever the rules are.</summary>
public class YearPropertyTest
{
    private static readonly LetterSettings Letters =
        new("tỉnh Mẫu", Given.HomeAffairs, new LetterWording(_ => "Nhắc việc", _ => "", _ => "", _ => "", _ => ""));

    // Lived once for all properties.
    private static readonly Dictionary<string, Lazy<List<LivedDay>>> Lived = VirtualYears.All.ToDictionary(
        year => year.Name, year => new Lazy<List<LivedDay>>(() => [.. VirtualOffice.Live(year).Where(lived => lived.Plan is not null)]));

    public static TheoryData<string> Years => [.. VirtualYears.All.Where(year => year.Seed is 1 or 2 or 8).Select(year => year.Name)];

    [Theory]
    [MemberData(nameof(Years))]
    public void Plan_NeverRepeatsAReminder_NorAStageForAnotherAudienceAtTheSameAddress(string name)
    {
        var sent = new HashSet<(string, string, DateOnly, int, string, bool)>();
        Assert.All(Runs(name).SelectMany(lived => lived.Plan!.Reminders), r => Assert.True(sent.Add(
            (r.Key.TaskKey, r.Key.MilestoneKey, r.Key.Due, r.Stage.WorkingDays, r.Key.AgencyCode, r.Stage.Audience == ReminderAudience.StandingBody)),
            r.Key.ToString()));
        Assert.NotEmpty(sent);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Plan_PutsEveryObligationInExactlyOnePlace(string name) => Assert.All(Runs(name), lived =>
    {
        var reminded = lived.Plan!.Reminders.Select(r => lived.NameOf(r.Assessed.Obligation)).Distinct();
        var others = lived.Plan.NotReminded.Select(n => lived.NameOf(n.Assessed.Obligation));
        Assert.Equal(lived.Assessed.Select(a => lived.NameOf(a.Obligation)).Order(), reminded.Concat(others).Order());
    });

    [Theory]
    [MemberData(nameof(Years))]
    public void Plan_SaysOneLineAnObligation_AlsoAfterAnOutage(string name) => Assert.All(Runs(name), lived =>
    {
        var lines = lived.Plan!.Reminders.Where(r => r.Stage.Audience != ReminderAudience.StandingBody).Select(r => lived.NameOf(r.Assessed.Obligation))
            .ToList();
        Assert.Equal(lines.Distinct().Count(), lines.Count);
    });

    [Theory]
    [MemberData(nameof(Years))]
    public void Letters_AreOneAnAgencyAndDay_AndCarryEveryReminderOnce(string name) => Assert.All(Runs(name), lived =>
    {
        var all = LetterWriter.WriteAll(lived.Plan!.Reminders, Letters, lived.Day);
        // A head's lines stand in the letter to the focal point, too.
        Assert.All(all.Where(l => l.IsToHead),
            l => Assert.All(l.Reminders, r => Assert.True(r.Stage.Audience == ReminderAudience.Head && r.Assessed.IsCertain)));
        var letters = all.Where(l => !l.IsToHead).ToList();
        Assert.Equal(letters.Count, letters.Select(l => (l.Agency.Code, l.IsEscalation)).Distinct().Count());
        Assert.All(letters, l => Assert.True(l.IsEscalation || l.Reminders.All(r => r.Key.AgencyCode == l.Agency.Code)));
        Assert.Equal(lived.Plan.Reminders.Select(r => r.Key).ToHashSet(), letters.SelectMany(l => l.Reminders).Select(r => r.Key).ToHashSet());
        Assert.Equal(lived.Plan.Reminders.Count, letters.Sum(l => l.Reminders.Count));
    });

    private static List<LivedDay> Runs(string name) => Lived[name].Value;
}
