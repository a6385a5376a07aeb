using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Forms;

namespace CcHc.Core.Tests.PeriodReports.Consolidation;

public class OwedReportsTest
{
    private static readonly DateOnly Issued = new(2026, 6, 8);
    private static readonly DateOnly Ended = new(2026, 6, 16);
    private static readonly DateOnly Today = new(2026, 6, 22);

    [Theory]
    // agencies of the directory, forms with the day they were made out, who handed in; then who owes and by whom it is handed in
    [InlineData("nobody ended", "A B", "A:8 B:8", "", "A by A, B by B")]
    [InlineData("in the order of the directory", "B A", "A:8 B:8", "", "B by B, A by A")]
    [InlineData("without a form nothing is owed", "A B", "A:8", "", "A by A")]
    [InlineData("ended, nobody took over", "A B>", "A:8 B:8", "", "A by A, B by ")]
    [InlineData("ended, the other has its own form of before", "A B>A", "A:8 B:8", "", "A by A, B by A")]
    [InlineData("ended, its tasks are on the new one's form", "B>C C", "B:8 C:17", "", "C by C")]
    [InlineData("ended, the new one has none yet", "B>C C", "B:8", "", "B by C")]
    [InlineData("ended after it handed in", "B>C C", "B:8 C:17", "B", "B by C, C by C")]
    [InlineData("divided, only one has its form", "B>C+D C D", "B:8 C:17", "", "B by C D, C by C")]
    [InlineData("divided, both have theirs", "B>C+D C D", "B:8 C:17 D:17", "", "C by C, D by D")]
    [InlineData("the new form is of the last day", "B>C C", "B:8 C:16", "", "B by C, C by C")]
    [InlineData("no longer listed", "A", "A:8 B:8", "", "A by A, B by ")]
    [InlineData("no longer listed, handed in", "A", "A:8 B:8", "B", "A by A, B by ")]
    [InlineData("in other letters", "a", "A:8", "", "a by a")]
    public void Of_KnowsWhoOwesAReport(string rule, string directory, string forms, string handedIn, string expected)
    {
        var owed = OwedReports.Of(
            forms.Split(' ').Select(form => form.Split(':'))
                .Select(
                    form => new IssuedForm("2026-6T", form[0], FormLayout.Version,
                        new DateOnly(2026, 6, int.Parse(form[1], System.Globalization.CultureInfo.InvariantCulture)), [], [])),
            new AgencyDirectory(directory.Split(' ').Select(AgencyOf)), handedIn.Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase), Today);
        Assert.Equal((rule, expected),
            (rule, string.Join(", ", owed.Select(report => $"{report.Agency.Code} by {string.Join(' ', report.HandedInBy.Select(agency => agency.Code))}"))));
    }

    [Fact]
    public void Of_CallsAnAgencyThatIsNoLongerListed_AsItsFormDoes()
    {
        var form = new IssuedForm("2026-6T", "B", FormLayout.Version, Issued, [], []) { AgencyName = "Sở Hai", AgencyGroup = "Sở, ban, ngành" };
        var agency = Assert.Single(OwedReports.Of([form], new AgencyDirectory([]), new HashSet<string>(), Today)).Agency;
        Assert.Equal(("Sở Hai", "Sở, ban, ngành"), (agency.Name, agency.Group));
    }

    private static Agency AgencyOf(string words)
    {
        var parts = words.Split('>');
        return new Agency { Code = parts[0], Name = "Sở " + parts[0], ValidTo = parts.Length > 1
            ? Ended : null, Successors = parts.Length > 1 && parts[1].Length > 0 ? parts[1].Split('+') : [] };
    }
}
