using CcHc.Core.Registers.Rows;

namespace CcHc.Core.Tests.Registers.Rows;

public class ProductListTest
{
    [Theory]
    [InlineData("Kế hoạch", "Kế hoạch")]
    [InlineData("- Kế hoạch;\n- Báo cáo.", "Kế hoạch|Báo cáo")]
    [InlineData("+ Kế hoạch\n+ Báo cáo", "Kế hoạch|Báo cáo")]
    [InlineData("1. Kế hoạch\n2. Báo cáo", "Kế hoạch|Báo cáo")]
    [InlineData("Kế hoạch; báo cáo", "Kế hoạch|báo cáo")]
    [InlineData("- Kế hoạch; phụ lục\n- Báo cáo", "Kế hoạch; phụ lục|Báo cáo")]
    [InlineData("Báo cáo (số liệu; biểu đồ); tờ trình", "Báo cáo (số liệu; biểu đồ)|tờ trình")]
    [InlineData("Báo cáo\nkết quả thực hiện", "Báo cáo kết quả thực hiện")]
    [InlineData("Kế hoạch\nBáo cáo", "Kế hoạch|Báo cáo")]
    [InlineData("- Kế hoạch\ncủa tỉnh\n- Báo cáo", "Kế hoạch của tỉnh|Báo cáo")]
    [InlineData("- Kế hoạch:\n+ cấp tỉnh\n+ cấp xã\n- Báo cáo", "Kế hoạch: + cấp tỉnh + cấp xã|Báo cáo")]
    [InlineData("Phương án/Quyết định - Báo cáo", "Phương án/Quyết định - Báo cáo")]
    [InlineData("Các chương trình, đề án...", "Các chương trình, đề án...")]
    [InlineData(" -\n;", "")]
    public void Split_GivesOneProductABullet(string cell, string products) =>
        Assert.Equal(products, string.Join('|', ProductList.Split(cell)));
}
