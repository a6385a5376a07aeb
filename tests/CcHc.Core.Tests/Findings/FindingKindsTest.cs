using System.Text.RegularExpressions;
using CcHc.Core.Findings;

namespace CcHc.Core.Tests.Findings;

public partial class FindingKindsTest
{
    [Theory]
    [InlineData("deadline-impossible-date", "Thời hạn")]
    [InlineData("plan-year-conflict", "Năm kế hoạch")]
    [InlineData("plan-no-tasks", "Kế hoạch")]
    [InlineData("task-status-blank", "Tình trạng, ngày hoàn thành")]
    [InlineData("task-not-on-form", "Báo cáo kỳ")]
    [InlineData("hidden-year", "Năm kế hoạch")]
    [InlineData("hidden-value", "Ô, chữ")]
    [InlineData("agency-unknown", "Cơ quan")]
    [InlineData("figure-question-falls", "Số liệu")]
    [InlineData("nobody-knows-this", FindingKinds.Other)]
    public void NameOf_SaysInTheOfficesWordsWhatAFindingIsAbout(string code, string kind) => Assert.Equal(kind, FindingKinds.NameOf(code));

    /// <summary>Every code that stands in the source has a kind.</summary>
    [Fact]
    public void NameOf_KnowsEveryCode()
    {
        var codes = new[] { "CcHc.Core", "CcHc.Adapters", "CcHc.Office" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository.Folder, "src", project), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();
        Assert.True(codes.Count > 200, $"only {codes.Count} codes were found");
        Assert.DoesNotContain(codes, code => FindingKinds.NameOf(code) == FindingKinds.Other);
    }

    [GeneratedRegex("Severity\\.(?:Error|Warning|Info),\\s*\"([a-z]+(?:-[a-z0-9]+)+)\"")]
    private static partial Regex Code();
}
