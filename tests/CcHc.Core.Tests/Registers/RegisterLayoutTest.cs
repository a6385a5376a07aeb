using System.Text;
using CcHc.Core.Registers;

namespace CcHc.Core.Tests.Registers;

public class RegisterLayoutTest
{
    // RELIABILITY 18
    [Theory]
    [InlineData("STT", RegisterField.Number)]
    [InlineData("TT", RegisterField.Number)]
    [InlineData("Mã nhiệm vụ", RegisterField.Number)]
    [InlineData("Nhiệm vụ", RegisterField.Task)]
    [InlineData("Nội dung nhiệm vụ", RegisterField.Task)]
    [InlineData("Nội dung công việc", RegisterField.Task)]
    [InlineData("Nhiệm vụ cụ thể/giải pháp", RegisterField.Task)]
    [InlineData("Nhiệm vụ, giải pháp", RegisterField.Task)]
    [InlineData("Tên nhiệm vụ/ đề án/ văn bản", RegisterField.Task)]
    [InlineData("Nhiệm vụ chung", RegisterField.General)]
    [InlineData("Lĩnh vực", RegisterField.General)]
    [InlineData("Cơ quan chủ trì", RegisterField.Lead)]
    [InlineData("Đơn vị thực hiện", RegisterField.Lead)]
    [InlineData("Cơ quan, đơn vị chủ trì tham mưu", RegisterField.Lead)]
    [InlineData("Đơn vị chủ trì, phối hợp", RegisterField.Lead)]
    [InlineData("Phân công thực hiện", RegisterField.Lead)]
    [InlineData("Đơn vị được giao nhiệm vụ", RegisterField.Lead)]
    [InlineData("Người phụ trách", RegisterField.Lead)]
    [InlineData("Cơ quan phối hợp", RegisterField.Coordinating)]
    [InlineData("Đơn vị phối hợp thực hiện", RegisterField.Coordinating)]
    [InlineData("Cơ quan theo dõi, đôn đốc", RegisterField.Following)]
    [InlineData("Thời gian thực hiện", RegisterField.Time)]
    [InlineData("Thời hạn", RegisterField.Time)]
    [InlineData("Tiến độ hoàn thành", RegisterField.Time)]
    [InlineData("Thời gian hoàn thành\n(dự kiến)", RegisterField.Time)]
    [InlineData("Hạn", RegisterField.DueDate)]
    [InlineData("Gia hạn đến", RegisterField.ExtendedTo)]
    [InlineData("Ngày hoàn thành", RegisterField.CompletedOn)]
    [InlineData("Thời gian hoàn thành thực tế", RegisterField.CompletedOn)]
    [InlineData("Sản phẩm", RegisterField.Product)]
    [InlineData("Kết quả/Sản phẩm", RegisterField.Product)]
    [InlineData("Kết quả đầu ra", RegisterField.Product)]
    [InlineData("Kết quả thực hiện", RegisterField.Result)]
    [InlineData("Tình trạng", RegisterField.Status)]
    [InlineData("Ghi chú", RegisterField.Note)]
    [InlineData("Lãnh đạo phụ trách", RegisterField.Other)]
    [InlineData("Kinh phí", RegisterField.Other)]
    public void Recognise_KnowsTheHeaders(string header, RegisterField field)
    {
        Assert.Equal(field, RegisterLayout.Recognise(header)?.Field);
        Assert.Equal(field,
            RegisterLayout.Recognise(header.ToUpperInvariant().Replace(" ", "\u00a0 ", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))?.Field);
    }

    [Theory]
    [InlineData("Triển khai nhiệm vụ ứng phó bão lụt trên sông")]
    [InlineData("Sở Nội vụ")]
    [InlineData("Báo cáo sản phẩm nông nghiệp sạch của huyện miền núi")]
    [InlineData("Trước 30/6")]
    [InlineData("")]
    public void Recognise_TakesNoDataForAHeader(string text) => Assert.Null(RegisterLayout.Recognise(text));
}
