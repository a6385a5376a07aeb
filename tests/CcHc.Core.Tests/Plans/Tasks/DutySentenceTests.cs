using CcHc.Core.Plans.Tasks;

namespace CcHc.Core.Tests.Plans.Tasks;

/// <summary>Who, with whom, by when and what, read from sentences; what a sentence does not say stays empty.</summary>
public sealed class DutySentenceTests
{
    [Theory]
    [InlineData("Sở Nội vụ có trách nhiệm chủ trì xây dựng kế hoạch hằng năm của tỉnh.", "Sở Nội vụ", "", "hằng năm", "xây dựng kế hoạch hằng năm của tỉnh")]
    [InlineData("Sở Tài chính chịu trách nhiệm chủ trì phối hợp với các ngành liên quan xây dựng đề án tự chủ.", "Sở Tài chính", "các ngành liên quan", "", "xây dựng đề án tự chủ")]
    [InlineData("Sở Tư pháp chịu trách nhiệm hướng dẫn, kiểm tra việc ban hành văn bản.", "Sở Tư pháp", "", "", "hướng dẫn, kiểm tra việc ban hành văn bản")]
    [InlineData("Văn phòng UBND tỉnh phối hợp với Sở Tư pháp trong việc rà soát các thủ tục hành chính.", "Văn phòng UBND tỉnh", "Sở Tư pháp", "", "rà soát các thủ tục hành chính")]
    [InlineData("Chậm nhất đến hết tháng 4 năm 2025, các sở, ngành được giao nhiệm vụ hoàn thành việc xây dựng kế hoạch.",
        "các sở, ngành được giao nhiệm vụ", "", "Chậm nhất đến hết tháng 4 năm 2025", "hoàn thành việc xây dựng kế hoạch")]
    [InlineData("Trong quý I hằng năm, căn cứ kế hoạch của tỉnh, Thủ trưởng các cơ quan chuyên môn xây dựng kế hoạch của đơn vị mình.",
        "Thủ trưởng các cơ quan chuyên môn", "", "Trong quý I hằng năm", "xây dựng kế hoạch của đơn vị mình")]
    [InlineData("Từ năm 2025 trở đi, theo định kỳ hằng quý, Ban Chỉ đạo của tỉnh tiến hành kiểm tra các đơn vị.",
        "Ban Chỉ đạo của tỉnh", "", "Từ năm 2025 trở đi, theo định kỳ hằng quý", "tiến hành kiểm tra các đơn vị")]
    [InlineData("Định kỳ 6 tháng, 1 năm Ban Chỉ đạo của tỉnh báo cáo UBND tỉnh kết quả.", "Ban Chỉ đạo của tỉnh", "", "Định kỳ 6 tháng, 1 năm", "báo cáo UBND tỉnh kết quả")]
    [InlineData("Định kỳ 6 tháng, 1 năm (trước ngày 20 của tháng cuối kỳ) các sở, ngành báo cáo kết quả về Sở Nội vụ.",
        "các sở, ngành", "", "Định kỳ 6 tháng, 1 năm (trước ngày 20 của tháng cuối kỳ)", "báo cáo kết quả về Sở Nội vụ")]
    [InlineData("Định kỳ vào tháng cuối quý (trước ngày 20), các sở, ngành báo cáo kết quả.", "các sở, ngành", "", "Định kỳ vào tháng cuối quý (trước ngày 20)", "báo cáo kết quả")]
    [InlineData("Trong năm 2025 tiếp tục triển khai cơ chế một cửa tại các sở.", "", "", "Trong năm 2025", "tiếp tục triển khai cơ chế một cửa tại các sở")]
    [InlineData("Quý III hoặc quý IV năm 2025, UBND tỉnh tổ chức tổng kết chương trình.", "UBND tỉnh", "", "Quý III hoặc quý IV năm 2025", "tổ chức tổng kết chương trình")]
    [InlineData("Kế hoạch kiểm tra phải xây dựng xong trong quý I hằng năm.", "", "", "trong quý I hằng năm", "Kế hoạch kiểm tra phải xây dựng xong trong quý I hằng năm")]
    [InlineData("Đài Phát thanh và Truyền hình tỉnh tăng thời lượng phát sóng.", "Đài Phát thanh và Truyền hình tỉnh", "", "", "tăng thời lượng phát sóng")]
    [InlineData("Các ngành đã thực hiện cơ chế một cửa và UBND các huyện thực hiện chế độ báo cáo hằng tháng.",
        "Các ngành đã thực hiện cơ chế một cửa và UBND các huyện", "", "hằng tháng", "thực hiện chế độ báo cáo hằng tháng")]
    [InlineData("Phấn đấu đến năm 2030, các xã có trụ sở đạt chuẩn.", "", "", "đến năm 2030", "các xã có trụ sở đạt chuẩn")]
    [InlineData("Ngoài các báo cáo định kỳ, theo yêu cầu của công việc các đơn vị phải báo cáo đột xuất.", "các đơn vị", "", "theo yêu cầu của công việc", "phải báo cáo đột xuất")]
    [InlineData("Căn cứ các nội dung trên, Trưởng Ban Chỉ đạo của tỉnh phân công trách nhiệm cho từng thành viên.", "Trưởng Ban Chỉ đạo của tỉnh", "", "", "phân công trách nhiệm cho từng thành viên")]
    public void Read_FindsLeadHelpTimeAndDuty(string sentence, string lead, string help, string time, string duty)
    {
        var read = DutySentence.Read(sentence);

        Assert.Equal((lead, help, time, duty), (read.Lead, read.Coordinating, read.Time, read.Duty));
    }
}
