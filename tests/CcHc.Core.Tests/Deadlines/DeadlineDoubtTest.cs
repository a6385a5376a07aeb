using CcHc.Core.Deadlines;
using CcHc.Core.Findings;

namespace CcHc.Core.Tests.Deadlines;

/// <summary>Words that look like a deadline and mean another day, or none: doubts.tsv has a family for each kind.</summary>
public class DeadlineDoubtTest
{
    public static TheoryData<int> Lines => [.. Enumerable.Range(0, DoubtTable.Cases.Count)];

    [Theory]
    [MemberData(nameof(Lines), DisableDiscoveryEnumeration = true)]
    public void Read_GivesTheRightDay_OrSaysThatItDoubts(int line)
    {
        var one = DoubtTable.Cases[line];
        var reading = DeadlineParser.Read(one.Text, one.Year);
        Assert.Equal($"{one.Text}: {one.Expected}: {one.Codes}", $"{one.Text}: {DoubtTable.Compact(reading)}: {DoubtTable.Codes(reading)}");
    }

    // Without a finding the one last day of the table is read, or none at all.
    [Theory]
    [MemberData(nameof(Lines), DisableDiscoveryEnumeration = true)]
    public void Read_IsNeverWrongInSilence(int line)
    {
        var one = DoubtTable.Cases[line];
        var reading = DeadlineParser.Read(one.Text, one.Year);
        if (reading.Findings.Count > 0)
        {
            Assert.All(reading.Findings, finding => Assert.True(finding.Message.Length > 0 && finding.Remedy.Length > 0));
            return;
        }

        Assert.True(reading.IsUnderstood);
        Assert.NotEqual("", one.Expected);
    }

    [Theory]
    [MemberData(nameof(Lines), DisableDiscoveryEnumeration = true)]
    public void IsPartlyUnderstood_IsNeverTrueOfAnUnderstoodReading(int line)
    {
        var reading = DeadlineParser.Read(DoubtTable.Cases[line].Text, DoubtTable.Cases[line].Year);
        Assert.False(reading is { IsUnderstood: true, IsPartlyUnderstood: true });
        Assert.True(reading.IsUnderstood || reading.Findings.Any(finding => finding.Severity != Severity.Info));
    }

    [Fact]
    public void Confirmed_IsUnderstood_WhereItWasPartly()
    {
        var doubtful = DeadlineParser.Read("Đợt 1/2026", 2026);
        Assert.True(DeadlinePhrase.Confirmed(doubtful) is { IsUnderstood: true, IsPartlyUnderstood: false });
        Assert.False(DeadlinePhrase.Confirmed(DeadlineParser.Read("Jun-26", 2026)).IsUnderstood);
        Assert.Equal(DeadlinePhrase.CodeOf(doubtful), DeadlinePhrase.CodeOf(DeadlinePhrase.Confirmed(doubtful)));
    }

    [Fact]
    public void Disputed_IsNoLongerPartlyUnderstood() =>
        Assert.False(DeadlinePhrase.Disputed(DeadlineParser.Read("Đợt 1/2026", 2026), "").IsPartlyUnderstood);
}
