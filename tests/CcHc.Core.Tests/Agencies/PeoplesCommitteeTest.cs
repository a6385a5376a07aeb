using CcHc.Core.Agencies;

namespace CcHc.Core.Tests.Agencies;

public class PeoplesCommitteeTest
{
    [Theory]
    [InlineData("UBND xã Hồ Xanh", "xã Hồ Xanh")]
    [InlineData("Ủy ban nhân dân phường Hòa Mẫu", "phường Hòa Mẫu")]
    [InlineData("Uỷ ban nhân dân đặc khu Hòn Ngọc", "đặc khu Hòn Ngọc")]
    [InlineData("UBND P. Bến Mẫu", "phường Bến Mẫu")]
    [InlineData("UBND TT. Sông Mẫu", "thị trấn Sông Mẫu")]
    [InlineData("UBND phường 5", "phường 5")]
    [InlineData("ubnd xã Đèo Gió", "xã Đèo Gió")]
    [InlineData("UBND huyện Núi Tượng", "huyện Núi Tượng")]
    [InlineData("UBND thành phố Tân Mẫu", "thành phố Tân Mẫu")]
    [InlineData("UBND TX. Cầu Đá", "thị xã Cầu Đá")]
    [InlineData("ỦY BAN NHÂN DÂN  XÃ SUỐI MƠ", "XÃ SUỐI MƠ")]
    public void Of_FindsTheCommitteesBelowTheProvince(string name, string unit) =>
        Assert.Equal(unit, PeoplesCommittee.Of(new Agency { Code = "X", Name = name })?.Unit);

    [Theory]
    [InlineData("Xã Hồ Xanh", AgencyGroups.Communes, "Xã Hồ Xanh")]
    [InlineData("Phường Hòa Mẫu", "UBND xã", "Phường Hòa Mẫu")]
    [InlineData("Huyện Bờ Nam", AgencyGroups.Districts, "Huyện Bờ Nam")]
    [InlineData("Xã Hồ Xanh", AgencyGroups.Departments, null)]
    public void Of_TakesAUnitForItsCommittee_WhereTheDirectoryListsItAmongThem(string name, string group, string? unit) =>
        Assert.Equal(unit, PeoplesCommittee.Of(new Agency { Code = "X", Name = name, Group = group })?.Unit);

    [Theory]
    [InlineData("Sở Nội vụ")]
    [InlineData("UBND tỉnh Mẫu")]
    [InlineData("Văn phòng UBND tỉnh")]
    [InlineData("Văn phòng UBND xã Hồ Xanh")]
    [InlineData("Công an xã Hồ Xanh")]
    [InlineData("Trung tâm Phục vụ hành chính công phường Bến Mẫu")]
    [InlineData("Ủy ban Mặt trận Tổ quốc Việt Nam xã Hồ Xanh")]
    [InlineData("Ban Quản lý các khu công nghiệp tỉnh")]
    [InlineData("Hội đồng nhân dân xã Hồ Xanh")]
    [InlineData("")]
    public void Of_IsNotMisledByANameThatMentionsOne(string name) =>
        Assert.Null(PeoplesCommittee.Of(new Agency { Code = "X", Name = name, Group = AgencyGroups.Communes }));
}
