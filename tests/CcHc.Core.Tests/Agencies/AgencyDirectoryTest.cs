using CcHc.Core.Agencies;
using CcHc.Core.Agencies.Expressions;

namespace CcHc.Core.Tests.Agencies;

public class AgencyDirectoryTest
{
    private static readonly AgencyDirectory Province = TestDirectories.Of("ba-cap");

    [Theory]
    [InlineData("sở  nội vụ", "SNV")]
    [InlineData("Sở TT&TT", "STTTT")]
    [InlineData("Sở KHĐT", "SKHDT")]
    [InlineData("VPUBND tỉnh", "VPUB")]
    [InlineData("Uỷ ban nhân dân xã An Hoà", "XAH")]
    [InlineData("huyện An Hòa", "HAH")]
    [InlineData("An Hòa", null)]
    [InlineData("UBND xa Tan Lap", null)] // two communes fit
    [InlineData("UBND xã Tán Lập", null)]
    [InlineData("Sở T", null)]
    [InlineData("", null)]
    public void Find_TakesAnySpellingOfOneAgency_AndNoGuess(string name, string? code) => Assert.Equal(code, Province.Find(name)?.Code);

    [Theory]
    [InlineData("Sở, ban, ngành", 12)]
    [InlineData("sở ban ngành", 12)]
    [InlineData("UBND cấp huyện", 6)]
    [InlineData("Đơn vị khác", 3)]
    [InlineData("Không có", 0)]
    public void InGroup_ComparesTheGroupsNameFolded(string group, int count) => Assert.Equal(count, Province.InGroup(group).Count);

    [Theory]
    [InlineData("Bình Tân")]
    [InlineData("tỉnh Bình Tân")]
    [InlineData("Tỉnh Bình Tân")]
    [InlineData("thành phố Bình Tân")]
    [InlineData("UBND tỉnh Bình Tân")]
    public void Province_IsTheSame_WithAndWithoutItsKind(string province)
    {
        var directory =
            new AgencyDirectory([new Agency { Code = "SNV", Name = "Sở Nội vụ" }, new Agency { Code = "DPT", Name = "Đài Phát thanh Bình Tân" }], province);
        Assert.Equal("DPT", directory.Find("Đài Phát thanh tỉnh")?.Code);
        var mention = Assert.Single(AgencyExpression.Read("Sở Nội vụ tỉnh Bình Tân", AgencyRole.Lead, directory));
        Assert.Equal("SNV", Assert.Single(mention.Resolved).Code);
    }

    [Fact]
    public void Province_IsNotTakenFromADistrictCalledTinhGia()
    {
        var directory = new AgencyDirectory(
        [
            new Agency { Code = "TG", Name = "UBND huyện Tĩnh Gia" }, new Agency { Code = "TT", Name = "Trung tâm Lưu trữ tỉnh Vạn Lộc" },
            new Agency { Code = "DPT", Name = "Đài Phát thanh Vạn Lộc" },
        ]);
        Assert.Equal("DPT", directory.Find("Đài Phát thanh tỉnh")?.Code);
    }

    [Fact]
    public void ByCode_IgnoresCase() => Assert.Equal("Sở Nội vụ", Province.ByCode("snv")?.Name);

    [Fact]
    public void Find_TakesTheOneThatExists_WhenTwoHaveTheSameName()
    {
        var directory = new AgencyDirectory(
        [
            new Agency { Code = "SXD", Name = "Sở Xây dựng", ValidTo = new DateOnly(2025, 2, 28), Successors = ["SXD2"] },
            new Agency { Code = "SXD2", Name = "Sở Xây dựng", ValidFrom = new DateOnly(2025, 3, 1) },
        ]);
        Assert.Equal("SXD", directory.Find("Sở Xây dựng", new DateOnly(2025, 1, 1))?.Code);
        Assert.Equal("SXD2", directory.Find("Sở Xây dựng", new DateOnly(2025, 4, 1))?.Code);
        Assert.Equal("SXD2", directory.Find("Sở Xây dựng")?.Code);
    }

    [Fact]
    public void StandingInFor_EndsWhenSuccessorsGoRoundInACircle()
    {
        var last = new DateOnly(2024, 12, 31);
        var directory = new AgencyDirectory(
            [new Agency { Code = "A", Name = "Sở A", ValidTo = last, Successors = ["B"] },
                new Agency { Code = "B", Name = "Sở B", ValidTo = last, Successors = ["A"] }]);
        Assert.Empty(directory.SuccessorsOf(directory.ByCode("A")!, new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void Nearest_OffersSimilarNamesOnly()
    {
        Assert.Equal("Sở Tài chính", Province.Nearest("Sở Tài chánh")[0].Name);
        Assert.Empty(Province.Nearest("Công ty Cổ phần Minh An"));
    }
}
