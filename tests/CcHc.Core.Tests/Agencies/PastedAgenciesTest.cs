using CcHc.Core.Agencies;

namespace CcHc.Core.Tests.Agencies;

public sealed class PastedAgenciesTest
{
    [Theory]
    [InlineData("Xã Suối Mơ", "X-SUOI-MO", "UBND xã Suối Mơ", "")]
    [InlineData("UBND xã Suối Mơ", "X-SUOI-MO", "UBND xã Suối Mơ", "")]
    [InlineData("12. UBND phường Tân Mẫu - tanmau@tinh.example", "P-TAN-MAU", "UBND phường Tân Mẫu", "tanmau@tinh.example")]
    [InlineData("3\tPhường Bến Đò\tbendo@tinh.example", "P-BEN-DO", "UBND phường Bến Đò", "bendo@tinh.example")]
    [InlineData("Ủy ban nhân dân xã Đồng Sen; dongsen@tinh.example; vp.dongsen@tinh.example", "X-DONG-SEN", "UBND xã Đồng Sen",
        "dongsen@tinh.example; vp.dongsen@tinh.example")]
    [InlineData("X07;UBND xã Lúa Vàng;luavang@tinh.example", "X07", "UBND xã Lúa Vàng", "luavang@tinh.example")]
    [InlineData("đặc khu Hòn Ngọc", "DK-HON-NGOC", "UBND đặc khu Hòn Ngọc", "")]
    [InlineData("- UBND Xã Núi Tượng <nuituong@tinh.example>", "X-NUI-TUONG", "UBND xã Núi Tượng", "nuituong@tinh.example")]
    [InlineData("a) Sở Nội vụ", "SNV", "Sở Nội vụ", "")]
    [InlineData("SKHCN | Sở Khoa học và Công nghệ | skhcn@tinh.example", "SKHCN", "Sở Khoa học và Công nghệ", "skhcn@tinh.example")]
    [InlineData("Phường 7", "P-7", "UBND phường 7", "")]
    [InlineData("1\tP12\tUBND phường Cầu Đá", "P12", "UBND phường Cầu Đá", "")]
    public void ALineOfAList_GivesOneAgency(string line, string code, string name, string emails)
    {
        var agency = Assert.Single(PastedAgencies.Read(line).Agencies);
        Assert.Equal((code, name, emails), (agency.Code, agency.Name, string.Join("; ", agency.Emails)));
    }

    [Theory]
    [InlineData("STT\tTên xã, phường\tEmail")]
    [InlineData("DANH SÁCH CÁC XÃ, PHƯỜNG")]
    [InlineData("I. Các phường:")]
    [InlineData("")]
    public void HeadingsAndBlankLines_AreNoAgencies(string line)
    {
        var read = PastedAgencies.Read(line);
        Assert.Empty(read.Agencies);
        Assert.Empty(read.NotRead);
    }

    [Fact]
    public void ALineThatNamesNobody_IsGivenBack() => Assert.Equal(["???"], PastedAgencies.Read("???\r\nXã Suối Mơ\r\n").NotRead);

    [Fact]
    public void OneNameIsListedOnce_AndTwoNamesNeverShareACode()
    {
        var read = PastedAgencies.Read("Xã Suối Mơ\nUBND xã Suối Mơ\nXã Suối Mỡ\n");
        Assert.Equal(["X-SUOI-MO", "X-SUOI-MO-2"], read.Agencies.Select(agency => agency.Code));
    }

    [Fact]
    public void TheOfficesList_FillsTheDepartmentsAndComesAfterThem()
    {
        var listed = PastedAgencies.Read("Sở Y tế; soyte@tinh.example\nXã Suối Mơ; suoimo@tinh.example").Agencies;
        var directory = StartingDirectory.Of("SNV", "Sở Nội vụ", listed);
        Assert.Equal(["soyte@tinh.example"], Assert.Single(directory, agency => agency.Code == "SYT").Emails);
        Assert.Equal(AgencyGroups.Communes, Assert.Single(directory, agency => agency.Code == "X-SUOI-MO").Group);
    }

    [Fact]
    public void TheStartingDirectory_HasEachCodeOnce_AndEveryEndedDepartmentASuccessor()
    {
        var directory = StartingDirectory.Of("NV01", "Sở Nội vụ tỉnh", []);
        Assert.Equal(directory.Count, directory.DistinctBy(agency => agency.Code).Count());
        var codes = directory.Select(agency => agency.Code).ToHashSet();
        Assert.All(directory.Where(agency => agency.ValidTo is not null), ended => Assert.Subset(codes, ended.Successors.ToHashSet()));
        Assert.Equal(["NV01"], Assert.Single(directory, agency => agency.Code == "SLDTBXH").Successors);
    }
}
