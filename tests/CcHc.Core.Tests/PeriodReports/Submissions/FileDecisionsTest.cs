using System.Globalization;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Core.Tests.PeriodReports.Submissions;

public class FileDecisionsTest
{
    private static readonly DateTimeOffset Midnight = new(2026, 6, 15, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    // name hash saved received state version, "!" and when its period was closed; then what is changed
    [InlineData("new", "a h1 1 1 Replaced 0", "a Accepted 1")]
    [InlineData("nothing new", "a h1 1 1 Accepted 1", "")]
    [InlineData("refused ones are let be", "a h1 1 1 Refused 0", "")]
    [InlineData("a later one", "a h1 1 1 Accepted 1; b h2 2 2 Replaced 0", "a Replaced 1; b Accepted 2")]
    [InlineData("closed: what came after it", "a h1 1 1 Accepted 1 !5; b h2 2 6 Replaced 0 !5", "b AfterClosing 0")]
    [InlineData("closed: what came in the moment of it", "a h1 1 5 Accepted 1 !5", "")]
    [InlineData("closed: what nobody had weighed", "a h1 1 1 Accepted 1 !5; b h2 2 4 Replaced 0 !5", "b AfterClosing 0")]
    [InlineData("closed: versions before stay", "a h1 1 1 Replaced 1 !5; b h2 2 2 Accepted 2 !5; c h2 3 3 Duplicate 0 !5; d h4 4 4 Excluded 0 !5", "")]
    [InlineData("closed: taken out after it", "a h1 1 9 Excluded 0 !5", "")]
    [InlineData("reopened", "a h1 1 1 Accepted 1; b h2 2 6 AfterClosing 0", "a Replaced 1; b Accepted 2")]
    [InlineData("an agency in other letters is the same", "a h1 1 1 Accepted 1 stp; b h2 2 2 Replaced 0", "a Replaced 1; b Accepted 2")]
    public void Of_ChangesWhatIsToBeChanged(string rule, string filed, string expected) =>
        Assert.Equal((rule, expected), (rule, Told(FileDecisions.Of(Filed(filed)))));

    [Theory]
    [InlineData("the one that counts", "a h1 1 1 Replaced 1; b h2 2 2 Accepted 2", "b", "b Excluded 0; a Accepted 1")]
    [InlineData("one that did not count", "a h1 1 1 Replaced 1; b h2 2 2 Accepted 2", "a", "a Excluded 0; b Accepted 1")]
    [InlineData("of two contents under a name the one that counts", "a h1 1 1 Replaced 1; a h2 2 2 Accepted 2", "a", "a/h2 Excluded 0; a/h1 Accepted 1")]
    [InlineData("with its copies", "a h1 1 1 Replaced 1; b h2 2 2 Accepted 2; c h2 2 3 Duplicate 0", "b", "b Excluded 0; c Excluded 0; a Accepted 1")]
    [InlineData("a copy of the one that counts", "a h1 1 1 Replaced 1; b h2 2 2 Accepted 2; a h2 2 3 Duplicate 0", "a", "b Excluded 0; a/h2 Excluded 0; a/h1 Accepted 1")]
    [InlineData("the only one", "a h1 1 1 Accepted 1", "a", "a Excluded 0")]
    [InlineData("refused already", "a h1 1 1 Refused 0", "a", "")]
    [InlineData("taken out already", "a h1 1 1 Excluded 0", "a", "")]
    [InlineData("not there", "a h1 1 1 Accepted 1", "b", "")]
    public void Exclude_LetsTheVersionBeforeCount(string rule, string filed, string file, string expected) =>
        Assert.Equal((rule, expected),
            (rule, Told(FileDecisions.Exclude(Filed(filed), "2026-6T", file, null, "Hoa", "sai"), expected.Contains('/', StringComparison.Ordinal))));

    [Theory]
    [InlineData("back", "a h1 1 1 Accepted 1; b h2 2 2 Excluded 0", "b", "b Replaced 0; a Replaced 1; b Accepted 2")]
    [InlineData("of two contents the one saved last", "a h1 1 1 Excluded 0; a h2 2 2 Excluded 0", "a", "a Replaced 0; a Accepted 1")]
    [InlineData("never taken out", "a h1 1 1 Accepted 1", "a", "")]
    public void Include_LetsItCountAgain(string rule, string filed, string file, string expected) =>
        Assert.Equal((rule, expected), (rule, Told(FileDecisions.Include(Filed(filed), "2026-6T", file, null, "Hoa", "đúng"))));

    [Fact]
    public void APersonsDecision_StandsUnderItsName_WhatFollowsDoesNot()
    {
        var changes = FileDecisions.Exclude(Filed("a h1 1 1 Replaced 1; b h2 2 2 Accepted 2"), "2026-6T", "b", null, "Hoa", "sai số");
        Assert.Equal([("Hoa", "sai số"), ("hệ thống", "Bản duy nhất của cơ quan trong kỳ này.")], changes.Select(change => (change.Person, change.Reason)));
    }

    private static string Told(IEnumerable<StateChange> changes, bool withHash = false) =>
        string.Join("; ",
            changes.Select(
                change => string.Create(CultureInfo.InvariantCulture,
                    $"{change.File}{(withHash && change.File == "a" ? "/" + change.Hash : "")} {change.State} {change.Version}")));

    private static List<SubmittedFileEntry> Filed(string lines) => [.. lines.Split("; ").Select(line => line.Split(' ')).Select(parts => new SubmittedFileEntry
    {
        File = parts[0], Hash = parts[1], Period = "2026-6T", SavedAt = At(parts[2]), ReceivedAt = At(parts[3]), State = Enum.Parse<SubmissionState>(parts[4]),
        Version = int.Parse(parts[5], CultureInfo.InvariantCulture),
        AgencyCode = parts.Length > 6 && parts[6][0] != '!' ? parts[6] : "STP", ClosedAt = parts.Length > 6 && parts[6][0] == '!' ? At(parts[6][1..]) : null,
    })];

    private static DateTimeOffset At(string second) => Midnight.AddSeconds(int.Parse(second, CultureInfo.InvariantCulture));
}
