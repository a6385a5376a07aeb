using CcHc.Core.Registers.Rows;

namespace CcHc.Core.Tests.Registers.Rows;

public class AgencyCellTest
{
    [Theory]
    [InlineData("Sở Tư pháp.", "Sở Tư pháp", "")]
    [InlineData("- Sở Y tế;\n- Sở Giáo dục và Đào tạo", "- Sở Y tế;\n- Sở Giáo dục và Đào tạo", "")]
    [InlineData("UBND các huyện: Nghĩa Hành, Ba Tơ", "UBND các huyện: Nghĩa Hành, Ba Tơ", "")]
    [InlineData("Cơ quan thực hiện: Sở Y tế", "Sở Y tế", "")]
    [InlineData("Cơ quan thực hiện UBND cấp huyện, UBND cấp xã.", "UBND cấp huyện, UBND cấp xã", "")]
    [InlineData("- Cơ quan chủ trì: Sở Tư pháp.\n- Cơ quan phối hợp: Các sở; UBND cấp xã.", "Sở Tư pháp", "Các sở; UBND cấp xã")]
    [InlineData("- Cơ quan thực hiện: Sở Nội vụ;\n- Cơ quan phối hợp: Các sở.", "Sở Nội vụ", "Các sở")]
    [InlineData("Chủ trì: Sở Y tế; phối hợp: Sở Tài chính, Sở Nội vụ", "Sở Y tế", "Sở Tài chính, Sở Nội vụ")]
    [InlineData("CQ chủ trì: Sở Y tế; CQ phối hợp: Sở Nội vụ", "Sở Y tế", "Sở Nội vụ")]
    [InlineData("Sở Tư pháp chủ trì, phối hợp với Công an tỉnh, các huyện.", "Sở Tư pháp", "Công an tỉnh, các huyện")]
    [InlineData("Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ", "Sở Y tế", "Sở Nội vụ")]
    [InlineData("Sở Xây dựng (chủ trì), Sở Tài chính (phối hợp)", "Sở Xây dựng", "Sở Tài chính")]
    [InlineData("Sở Nội vụ phối hợp với Sở Tư pháp", "Sở Nội vụ", "Sở Tư pháp")]
    [InlineData("- Văn phòng UBND tỉnh chủ trì.\n- Cơ quan phối hợp: Ban cơ yếu", "Văn phòng UBND tỉnh", "Ban cơ yếu")]
    [InlineData("- Cơ quan thực hiện: Sở Tài chính.\n- Các đơn vị sự nghiệp.", "Sở Tài chính\nCác đơn vị sự nghiệp", "")]
    [InlineData("- Cơ quan thực hiện: Các sở.\n- Cơ quan tổng hợp, kiểm tra: Sở Nội vụ.", "Các sở", "Cơ quan tổng hợp, kiểm tra: Sở Nội vụ")]
    [InlineData("- Cơ quan thực hiện: Các sở.\n- Cơ quan phối hợp, tổng hợp: Văn phòng UBND tỉnh.", "Các sở", "Cơ quan phối hợp, tổng hợp: Văn phòng UBND tỉnh")]
    [InlineData("- Cơ quan thực hiện công bố: Các sở.\n- Cơ quan tổng hợp: Văn phòng.", "công bố: Các sở", "Cơ quan tổng hợp: Văn phòng")]
    [InlineData("Chủ trì:\n- Sở Y tế\n- Sở Nội vụ\nPhối hợp:\n- Các sở", "Sở Y tế\nSở Nội vụ", "Các sở")]
    public void Read_DividesTheRoles(string text, string lead, string coordinating) =>
        Assert.Equal(new AgencyCell(lead, coordinating), AgencyCell.Read(text));

    [Theory]
    [InlineData("Cơ quan phối hợp: Các sở.", "Các sở")]
    [InlineData("Phối hợp với Sở Y tế", "Sở Y tế")]
    [InlineData("Cơ quan phối hợp, theo dõi: Văn phòng", "Cơ quan phối hợp, theo dõi: Văn phòng")]
    [InlineData("Sở Nội vụ (thẩm định trình)", "Sở Nội vụ (thẩm định trình)")]
    public void ReadCoordinating_CutsOnlyThePlainLabel(string text, string coordinating) =>
        Assert.Equal(coordinating, AgencyCell.ReadCoordinating(text));
}
