using CcHc.Core.Text;

namespace CcHc.Core.Tests.Text;

public class VietnameseSyllableTest
{
    [Theory]
    [InlineData("Cải cách hành chính thể chế thủ tục tổ chức bộ máy công vụ tài chính công hiện đại hóa chỉ đạo điều hành tuyên truyền")]
    [InlineData("Ủy ban nhân dân Uỷ ban Hội đồng Văn phòng Sở Nội vụ Tư pháp Giao thông Khuyến nông Thanh tra Quý quốc quyết quản quỹ")]
    [InlineData("giữ gìn giếng giết gì nghiêng nghỉ ghi gửi kỳ kỷ yêu yếu ý khuya khuỷu thuở xoong huênh hoang khoảng ngoằn ngoèo buýt")]
    [InlineData("trước sau được người rượu hươu chuyển chuyến khuếch trương duyệt triệt để thoả toàn hòa hoà thuế xuất sắc đặc biệt")]
    [InlineData("hướng dẫn đề nghị nhiệm vụ phối hợp thường xuyên hằng năm tháng ngày đợt kiểm tra báo cáo tổng kết sắp xếp tinh giản biên chế")]
    public void Is_TrueForWordsOfPlans(string words) => Assert.All(words.Split(' '), word => Assert.True(VietnameseSyllable.Is(word), word));

    [Theory]
    [InlineData("Müller für Zürich naïve Noël où Café français garçon résumé fjord week zone")]
    [InlineData("héi hßa x· c«ng thµnh coäng hoøa khoâng nghieäp tröôøng")]
    [InlineData("các̉ càc hoct kênghế ngé gế cí bỏo cỏc toản̉ UBND QĐ TTHC")]
    [InlineData("b đ ng ìì áá hòá")]
    public void Is_FalseForEverythingElse(string words) => Assert.All(words.Split(' '), word => Assert.False(VietnameseSyllable.Is(word), word));
}
