using System.Globalization;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Core.Tests.PeriodReports.Submissions;

public class VersionOrderTest
{
    [Theory]
    // name hash saved received, and what becomes of it: state and version
    [InlineData("only one", "a h1 1 1 > Accepted 1")]
    [InlineData("v2 dropped before v1", "v2 h2 2 1 > Accepted 2", "v1 h1 1 2 > Replaced 1")]
    [InlineData("same millisecond: received later", "a h1 5 1 > Replaced 1", "b h2 5 2 > Accepted 2")]
    [InlineData("same millisecond: received later, whatever the name", "b h2 5 1 > Replaced 1", "a h1 5 2 > Accepted 2")]
    [InlineData("same millisecond both: by name, numbers by value", "báo cáo 10 h1 5 5 > Accepted 2", "báo cáo 9 h2 5 5 > Replaced 1")]
    [InlineData("same content, new name", "a h1 1 1 > Accepted 1", "b h1 2 2 > Duplicate 0")]
    [InlineData("same content saved before under a later name", "b h1 1 2 > Accepted 1", "a h1 2 1 > Duplicate 0")]
    [InlineData("same content saved at the same time: received first", "b h1 1 1 > Accepted 1", "a h1 1 2 > Duplicate 0")]
    [InlineData("same content at the same time", "b h1 1 1 > Duplicate 0", "a h1 1 1 > Accepted 1")]
    [InlineData("a copy of the first version does not come back", "a h1 1 1 > Replaced 1", "b h2 2 2 > Accepted 2", "c h1 3 3 > Duplicate 0")]
    [InlineData("excluded", "a h1 1 1 > Accepted 1", "b h2 2 2 x > Excluded 0")]
    [InlineData("a copy of an excluded file is not excluded", "a h1 1 1 x > Excluded 0", "b h1 2 2 > Accepted 1")]
    [InlineData("all excluded", "a h1 1 1 x > Excluded 0")]
    public void Decide_LetsExactlyOneCount_WhateverTheOrder(string rule, params string[] lines)
    {
        var cases = lines.Select(line => line.Split(" > ")).Select(parts => (File: FileOf(parts[0]), Fate: parts[1])).ToList();
        foreach (var order in Orders(cases))
        {
            var verdicts = VersionOrder.Decide(order.Select(one => one.File));
            Assert.Equal(cases.Count, verdicts.Count);
            Assert.All(cases, one => Assert.Equal((rule, one.Fate), (rule, Fate(verdicts.Single(verdict => verdict.Dropped == one.File)))));
            Assert.Equal(VersionOrder.Decide(cases.Select(one => one.File)), verdicts);
        }
    }

    [Fact]
    public void Decide_GivesItsReason()
    {
        var verdicts = VersionOrder.Decide([FileOf("v1 h1 1 1"), FileOf("v2 h2 2 2"), FileOf("v3 h2 3 3"), FileOf("v4 h4 4 4 x")])
            .ToDictionary(verdict => verdict.Dropped.File);
        Assert.Contains("“v2.xlsx”, lưu lúc 07:00:02 ngày 15/6/2026", verdicts["bao-cao/v1.xlsx"].Reason, StringComparison.Ordinal);
        Assert.Contains("lưu sau cùng", verdicts["bao-cao/v2.xlsx"].Reason, StringComparison.Ordinal);
        Assert.Contains("giống hệt tệp “v2.xlsx”", verdicts["bao-cao/v3.xlsx"].Reason, StringComparison.Ordinal);
        Assert.Contains("loại", verdicts["bao-cao/v4.xlsx"].Reason, StringComparison.Ordinal);
        Assert.Contains("duy nhất", VersionOrder.Decide([FileOf("v1 h1 1 1")])[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_LetsExactlyOneCount_AmongManyFiles()
    {
        // Few times and hashes, so that every kind of tie comes up.
        var files = Enumerable.Range(0, 60).Select(i => FileOf($"f{i} h{i * 7 % 13} {i * 5 % 4} {i * 3 % 4}")).ToArray();
        var first = VersionOrder.Decide(files);
        for (var seed = 1; seed < 50; seed++)
        {
            var shuffled = files.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(first, VersionOrder.Decide(shuffled));
        }

        Assert.Single(first, verdict => verdict.State == SubmissionState.Accepted);
        Assert.Equal(first.Where(verdict => verdict.Version > 0).Select(verdict => verdict.Version), Enumerable.Range(1, 13));
    }

    private static string Fate(FileVerdict verdict) => string.Create(CultureInfo.InvariantCulture, $"{verdict.State} {verdict.Version}");

    private static FileVersion FileOf(string line)
    {
        var isExcluded = line.EndsWith(" x", StringComparison.Ordinal);
        var parts = (isExcluded ? line[..^2] : line).Split(' ');
        var name = string.Join(' ', parts[..^3]);
        return new FileVersion($"bao-cao/{name}.xlsx", parts[^3], At(parts[^2]), At(parts[^1]), isExcluded);
    }

    private static DateTimeOffset At(string second) =>
        new DateTimeOffset(2026, 6, 15, 0, 0, 0, TimeSpan.Zero).AddSeconds(int.Parse(second, CultureInfo.InvariantCulture));

    private static IEnumerable<List<T>> Orders<T>(List<T> items)
    {
        if (items.Count <= 1)
        {
            yield return items;
            yield break;
        }

        for (var i = 0; i < items.Count; i++)
        {
            foreach (var rest in Orders([.. items.Where((_, at) => at != i)]))
            {
                yield return [items[i], .. rest];
            }
        }
    }
}
