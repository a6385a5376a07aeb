using CcHc.Core.Plans.Outline;
using CcHc.Core.Wording;

namespace CcHc.Core.Tests.Plans.Outline;

/// <summary>Number, day, title and year, from the head of the paper or from "Ban hành kèm theo".</summary>
public sealed class PlanHeaderTests
{
    [Theory]
    [InlineData("UBND TỈNH MẪU\nSố: 142/KH-UBND\nMẫu, ngày 24 tháng 12 năm 2025\nKẾ HOẠCH\nTHỰC HIỆN CẢI CÁCH HÀNH CHÍNH NĂM 2026\nI. MỤC TIÊU", "142/KH-UBND", "24/12/2025", "KẾ HOẠCH THỰC HIỆN CẢI CÁCH HÀNH CHÍNH NĂM 2026", 2026)]
    [InlineData("| Số: 12/QĐ-UBND | Mẫu, ngày 05 tháng 01 năm 2026 |\n\nQUYẾT ĐỊNH\nBan hành Kế hoạch\nKẾ HOẠCH\nCẢI CÁCH HÀNH CHÍNH TỈNH MẪU NĂM 2026\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/01/2026)\nI. MỤC ĐÍCH", "12/QĐ-UBND", "5/1/2026", "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH TỈNH MẪU NĂM 2026", 2026)]
    [InlineData("KẾ HOẠCH\nCẢI CÁCH HÀNH CHÍNH NĂM 2026\n(Ban hành kèm theo Quyết định số: 4784/QĐ-UBND ngày 30/11/2025 của Chủ tịch UBND tỉnh Mẫu)\nI. MỤC TIÊU", "4784/QĐ-UBND", "30/11/2025", "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026", 2026)]
    [InlineData("KẾ HOẠCH\nCẢI CÁCH HÀNH CHÍNH GIAI ĐOẠN 2026 - 2030\n(Ban hành kèm theo Quyết định số 26/2026/QĐ-UBND ngày 09 tháng 02 năm 2026)\nI. MỤC TIÊU", "26/2026/QĐ-UBND", "9/2/2026", "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH GIAI ĐOẠN 2026 - 2030", null)]
    [InlineData("Số: 9/KH-SNV\nMẫu, ngày 20 tháng 12 năm 2025\nKẾ HOẠCH\nKIỂM TRA CẢI CÁCH HÀNH CHÍNH\nI. MỤC ĐÍCH", "9/KH-SNV", "20/12/2025", "KẾ HOẠCH KIỂM TRA CẢI CÁCH HÀNH CHÍNH", 2026)]
    [InlineData("Số: 9/KH-SNV\nMẫu, ngày 20 tháng 02 năm 2026\nKẾ HOẠCH\nKIỂM TRA CẢI CÁCH HÀNH CHÍNH\nI. MỤC ĐÍCH", "9/KH-SNV", "20/2/2026", "KẾ HOẠCH KIỂM TRA CẢI CÁCH HÀNH CHÍNH", 2026)]
    [InlineData("KẾ HOẠCH\nCẢI CÁCH HÀNH CHÍNH NĂM 2026\nII. NHIỆM VỤ", "", "", "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026", 2026)]
    [InlineData("KẾ HOẠCH\nCẢI CÁCH HÀNH CHÍNH NĂM 2026\nPHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ", "", "", "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026", 2026)]
    [InlineData("KẾ HOẠCH\nCẢI CÁCH HÀNH CHÍNH NĂM 2026\n1. Cải cách thể chế\na) Soạn quy chế", "", "", "KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026", 2026)]
    [InlineData("I. NHIỆM VỤ\n1. Rà soát văn bản", "", "", "", null)]
    public void Read_FindsThem(string text, string number, string day, string title, int? year)
    {
        var header = PlanText.Read(text).Header;

        Assert.Equal((number, day, title, year), (header.Number, header.IssuedOn is { } on ? Vietnamese.Day(on) : "", header.Title, header.Year));
    }

    [Fact]
    public void Read_TakesTheYearOfTheFileName_WhereTheTitleHasNone() =>
        Assert.Equal(2027, PlanText.Read("KẾ HOẠCH\nKIỂM TRA CẢI CÁCH HÀNH CHÍNH\nI. MỤC ĐÍCH", "ke-hoach-2027.docx").Header.Year);

    [Theory]
    [InlineData("ỦY BAN NHÂN DÂN\nTỈNH BẾN MẪU\nSố: 1/KH-UBND", "tỉnh Bến Mẫu")]
    [InlineData("UBND TỈNH MẪU", "tỉnh Mẫu")]
    [InlineData("ỦY BAN NHÂN DÂN THÀNH PHỐ SÔNG MẪU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "thành phố Sông Mẫu")]
    [InlineData("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU SƠN", "tỉnh Mẫu Sơn")]
    [InlineData("Theo đề nghị của UBND tỉnh Mẫu Sơn về việc ban hành", "tỉnh Mẫu Sơn")]
    [InlineData("SỞ NỘI VỤ\nSố: 1/KH-SNV", "")]
    public void Read_FindsTheProvince(string text, string province) => Assert.Equal(province, PlanText.Read(text + "\nI. MỤC TIÊU").Header.Province);
}
