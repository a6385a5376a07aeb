using System.Text;
using CcHc.Core.Agencies;
using CcHc.Core.Agencies.Expressions;

namespace CcHc.Core.Tests.Agencies.Expressions;

public class AgencyExpressionTest
{
    private static readonly DateOnly Before = new(2025, 2, 1);
    private static readonly DateOnly After = new(2025, 8, 1);

    public static IEnumerable<object[]> Table() => TestDirectories.Rows("agencies.tsv");

    // RELIABILITY 30
    [Theory]
    [MemberData(nameof(Table))]
    public void Read_NamesExactlyTheAgenciesOfTheTable(string name, string expression, string role, string resolved, string vague, string unknown)
    {
        var directory = TestDirectories.Of(name);
        var wanted = Enum.Parse<AgencyRole>(role, ignoreCase: true);
        var mention = AgencyExpression.Read(expression.Replace("\\n", "\n", StringComparison.Ordinal), AgencyRole.Lead, directory)
            .Single(m => m.Role == wanted);
        Assert.Equal(Codes(directory, resolved), mention.Resolved.Select(a => a.Code).Order(StringComparer.Ordinal));
        Assert.Equal(vague, string.Join(" ¦ ", mention.Vague));
        Assert.Equal(unknown, string.Join(" ¦ ", mention.Unknown));
        Assert.Equal(mention.Unknown.Count > 0, mention.Findings.Any(r => r.Code is "agency-unknown" or "agency-ambiguous"));
    }

    [Theory]
    [InlineData("Sở Nội vụ")]
    [InlineData("Các sở, ban, ngành; UBND cấp huyện")]
    [InlineData("Các đơn vị sự nghiệp công lập")]
    public void Read_NamesNobody_WhileThereIsNoDirectory(string expression) =>
        Assert.All(AgencyExpression.Read(expression, AgencyRole.Lead, new AgencyDirectory([])), mention => Assert.Empty(mention.Resolved));

    [Theory]
    [InlineData("Sở Nội vu", "Sở Nội vụ")]
    [InlineData("Sở Thông tin và Truyền thong", "Sở Thông tin và Truyền thông")]
    [InlineData("Sở Nông nghiệp", "Sở Nông nghiệp và Phát triển nông thôn")]
    public void Read_SuggestsTheNearestName_ForAnUnknownOne(string expression, string suggestion)
    {
        var mention = Assert.Single(AgencyExpression.Read(expression, AgencyRole.Lead, TestDirectories.Of("ba-cap")));
        Assert.Empty(mention.Resolved);
        Assert.Contains(suggestion, Assert.Single(mention.Findings).Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UBND các huyện đồng bằng", "agency-qualifier")]
    [InlineData("Các sở, ban, ngành liên quan", "agency-related")]
    [InlineData("UBND huyện", "agency-unit-unnamed")]
    [InlineData("UBND cấp huyện (trừ huyện Lý Sown)", "agency-exception-unknown")]
    [InlineData("UBND xa Tan Lap", "agency-ambiguous")]
    public void Read_RemarksWhatTheDirectoryCannotDecide(string expression, string code)
    {
        var mention = Assert.Single(AgencyExpression.Read(expression, AgencyRole.Lead, TestDirectories.Of("ba-cap")));
        Assert.Empty(mention.Resolved);
        Assert.Equal(code, Assert.Single(mention.Findings).Code);
    }

    [Fact]
    public void Read_GivesAnEndedAgencysTasksToItsSuccessor()
    {
        var directory = TestDirectories.Of("hai-cap");
        var after = Assert.Single(AgencyExpression.Read("Sở KH&ĐT, Sở Tài nguyên và Môi trường", AgencyRole.Lead, directory, After));
        Assert.Equal(["STC", "SNNMT"], after.Resolved.Select(a => a.Code));
        Assert.All(after.Findings, r => Assert.Equal("agency-succeeded", r.Code));
        Assert.Equal(2, after.Findings.Count);

        var before = Assert.Single(AgencyExpression.Read("Sở KH&ĐT", AgencyRole.Lead, directory, Before));
        Assert.Equal("SKHDT", Assert.Single(before.Resolved).Code);
        Assert.Empty(before.Findings);
    }

    [Fact]
    public void Read_NamesBothSuccessorsOfADistrict()
    {
        var mention = Assert.Single(AgencyExpression.Read("UBND huyện Cũ", AgencyRole.Lead, TestDirectories.Of("hai-cap"), After));
        Assert.Equal(["PMOI", "XMOI"], mention.Resolved.Select(a => a.Code));
    }

    [Fact]
    public void Read_ResolvesNobody_WhenAnEndedAgencyHasNoSuccessor()
    {
        var mention = Assert.Single(AgencyExpression.Read("Ban Quản lý các khu công nghiệp", AgencyRole.Lead, TestDirectories.Of("hai-cap"), After));
        Assert.Empty(mention.Resolved);
        Assert.Equal("agency-gone", Assert.Single(mention.Findings).Code);
    }

    [Fact]
    public void Read_CountsOnlyExistingAgenciesOfAGroup()
    {
        var directory = TestDirectories.Of("hai-cap");
        var after = Assert.Single(AgencyExpression.Read("Các sở, ban, ngành; UBND cấp huyện", AgencyRole.Lead, directory, After));
        Assert.Equal(["VPUB", "SNV", "STC", "SKHCN", "SNNMT"], after.Resolved.Select(a => a.Code));
        Assert.Equal("agency-group-empty", Assert.Single(after.Findings).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" - \n")]
    public void Read_IsEmpty_ForNoWords(string text) => Assert.Empty(AgencyExpression.Read(text, AgencyRole.Lead, TestDirectories.Of("ba-cap")));

    [Fact]
    public void Read_IsTheSame_ForDecomposedText()
    {
        const string text = "Các sở: Nội vụ, Tư pháp; UBND các huyện: Lý Sơn, Tân Kỳ";
        var mention = Assert.Single(AgencyExpression.Read(text.Normalize(NormalizationForm.FormD), AgencyRole.Lead, TestDirectories.Of("ba-cap")));
        Assert.Equal(["SNV", "STP", "HLS", "HTK"], mention.Resolved.Select(a => a.Code));
    }

    [Theory]
    [InlineData("((((")]
    [InlineData(")) trừ (Sở Nội vụ")]
    [InlineData("trừ; chủ trì: phối hợp với")]
    [InlineData("và, và; : : các các các sở sở UBND UBND cấp")]
    [InlineData("Sở Nội vụ (trừ) (chủ trì")]
    public void Read_SurvivesOddText(string text) =>
        Assert.NotNull(AgencyExpression.Read(text, AgencyRole.Lead, TestDirectories.Of("ba-cap")));

    [Fact]
    public void Expressions_ReadsTheSameWordsOnce()
    {
        var expressions = new AgencyExpressions(TestDirectories.Of("hai-cap"), After);
        var first = expressions.Read("Sở KH&ĐT", AgencyRole.Lead);
        Assert.Equal("STC", Assert.Single(first).Resolved[0].Code);
        Assert.Same(first, expressions.Read("Sở KH&ĐT", AgencyRole.Lead));
        Assert.Equal(AgencyRole.Coordinating, Assert.Single(expressions.Read("Sở KH&ĐT", AgencyRole.Coordinating)).Role);
    }

    private static IEnumerable<string> Codes(AgencyDirectory directory, string resolved)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in resolved.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (code)
            {
                case "*SBN": codes.UnionWith(directory.InGroup(AgencyGroups.Departments).Select(a => a.Code)); break;
                case "*HUYEN": codes.UnionWith(directory.InGroup(AgencyGroups.Districts).Select(a => a.Code)); break;
                case "*XA": codes.UnionWith(directory.InGroup(AgencyGroups.Communes).Select(a => a.Code)); break;
                case ['-', ..]: codes.Remove(code[1..]); break;
                default: codes.Add(code); break;
            }
        }

        return codes.Order(StringComparer.Ordinal);
    }
}
