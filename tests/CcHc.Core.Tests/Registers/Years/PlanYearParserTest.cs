using CcHc.Core.Registers.Years;

namespace CcHc.Core.Tests.Registers.Years;

public class PlanYearParserTest
{
    [Theory]
    [InlineData("KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026", 2026)]
    [InlineData("(Kèm theo Quyết định số 15/QĐ-UBND ngày 30/11/2025) - Năm 2026", 2026)]
    [InlineData("Kế hoạch năm 2026 thực hiện Chương trình giai đoạn 2021 - 2030", 2026)]
    [InlineData("Số: 12/KH-UBND, ngày 29 tháng 12 năm 2025", null)]
    [InlineData("KẾT LUẬN GIAO BAN THÁNG 3 NĂM 2026", 2026)]
    [InlineData("Số liệu đến tháng 6 năm 2026", null)]
    [InlineData("Tinh Mẫu, ngày …. tháng 01 năm 2026", null)]
    [InlineData("Chương trình giai đoạn 2021-2025", null)]
    [InlineData("Kế hoạch từ năm 2026 đến năm 2030", null)]
    [InlineData("Tổng kết năm 2025, kế hoạch năm 2026", null)]
    [InlineData("Kế hoạch cải cách hành chính", null)]
    public void InTitle_TakesTheOneYearOfThePlan(string title, int? year) => Assert.Equal(year, PlanYearParser.InTitle(title));

    [Theory]
    [InlineData("ke-hoach-cchc-2026.xlsx", 2026)]
    [InlineData("KH2026_v2.xls", 2026)]
    [InlineData("chuong-trinh-2021-2025.xlsx", null)]
    [InlineData("so 120260.xlsx", null)]
    public void InName_TakesTheOnlyYear(string name, int? year) => Assert.Equal(year, PlanYearParser.InName(name));
}
