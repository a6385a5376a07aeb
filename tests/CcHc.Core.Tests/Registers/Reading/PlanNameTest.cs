using CcHc.Core.Registers.Reading;

namespace CcHc.Core.Tests.Registers.Reading;

public class PlanNameTest
{
    [Theory]
    [InlineData("(Kèm theo Kế hoạch số 215/KH-UBND ngày 19/12/2025 của Ủy ban nhân dân tỉnh)", "Kế hoạch số 215/KH-UBND ngày 19/12/2025")]
    [InlineData("(Ban hành kèm theo Quyết định số 3105/QĐ-UBND ngày 28 tháng 11 năm 2025 của Chủ tịch UBND tỉnh)", "Quyết định số 3105/QĐ-UBND ngày 28 tháng 11 năm 2025")]
    [InlineData("Theo Quyết định 45/QĐ-UBND ngày 03/02/2026", "Quyết định 45/QĐ-UBND ngày 03/02/2026")]
    [InlineData("KẾ HOẠCH SỐ 15/KH-UBND NGÀY 3 THÁNG 1 NĂM 2026", "Kế hoạch số 15/KH-UBND ngày 3 tháng 1 năm 2026")]
    [InlineData("Thực hiện Công văn số: 123/SNV-CCHC của Sở Nội vụ", "Công văn số: 123/SNV-CCHC")]
    [InlineData("(Kèm theo Nghị quyết số 12/2025/NQ-HĐND)", "Nghị quyết số 12/2025/NQ-HĐND")]
    [InlineData("Kem theo Ke hoach so 7/KH-SNV ngay 5.1.2026", "Ke hoach so 7/KH-SNV ngay 5.1.2026")]
    [InlineData("Kèm theo Chỉ thị số 02/CT-UBND, ngày 10/2/2026 về đẩy mạnh cải cách hành chính", "Chỉ thị số 02/CT-UBND, ngày 10/2/2026")]
    [InlineData("(Kèm theo Kế hoạch số        /KH-UBND ngày     tháng 12 năm 2025)", "")]
    [InlineData("PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026", "")]
    [InlineData("Phụ lục số 01: Cải cách thể chế", "")]
    public void In_NamesThePaperWithItsNumber(string line, string plan) => Assert.Equal(plan, PlanName.In(["ỦY BAN NHÂN DÂN TỈNH MẪU", line]));
}
