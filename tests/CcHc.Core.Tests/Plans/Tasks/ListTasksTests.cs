namespace CcHc.Core.Tests.Plans.Tasks;

/// <summary>Plain lists: tasks below headings that say so, nothing else, and no lead or time made up.</summary>
public sealed class ListTasksTests
{
    [Theory]
    [InlineData("II. NHIỆM VỤ VÀ GIẢI PHÁP\n1. Về cải cách thể chế\n- Rà soát các văn bản do tỉnh ban hành.\n- Theo dõi thi hành pháp luật trên địa bàn.", 2)]
    [InlineData("I. MỤC ĐÍCH - YÊU CẦU\n- Xác định rõ các nhiệm vụ để triển khai đồng bộ.\nII. NHIỆM VỤ\n- Rà soát các văn bản do tỉnh ban hành.", 1)]
    [InlineData("II. CÁC NHIỆM VỤ TRỌNG TÂM\n1. Cải cách thể chế\na) Rà soát các văn bản do tỉnh ban hành.\nb) Theo dõi thi hành pháp luật trên địa bàn.\n2. Cải cách tài chính công\na) Giao quyền tự chủ cho ba bệnh viện tỉnh.", 3)]
    [InlineData("II. NỘI DUNG\n1. Rà soát các văn bản do tỉnh ban hành trong năm.\n2. Theo dõi thi hành pháp luật trên địa bàn.", 2)]
    [InlineData("III. TỔ CHỨC THỰC HIỆN\n- Sở Nội vụ đôn đốc việc thực hiện Kế hoạch này.", 0)]
    [InlineData("II. NHIỆM VỤ\n1. Cải cách thể chế\nRà soát các văn bản do tỉnh ban hành.\nTheo dõi thi hành pháp luật trên địa bàn.", 2)]
    [InlineData("A. MỤC TIÊU\n1. Đạt 90% hồ sơ trực tuyến trong cả năm.\nB. NHIỆM VỤ\nI. Cải cách thể chế\n1. Rà soát các văn bản do tỉnh ban hành.", 1)]
    [InlineData("Phần II. NHIỆM VỤ\n- Rà soát các văn bản do tỉnh ban hành.\nPhần III. KINH PHÍ\n- Bố trí từ nguồn chi thường xuyên của đơn vị.", 1)]
    [InlineData("II. NHIỆM VỤ\n- Rà soát các văn bản do tỉnh ban hành, gồm:\n+ Văn bản về đất đai, xây dựng, môi trường;\n+ Văn bản về đầu tư, kinh doanh, thuế.", 2)]
    [InlineData("KẾ HOẠCH\nNơi nhận:\n- Các sở, ban, ngành của tỉnh Mẫu;\n- Lưu: VT.", 0)]
    public void Find_CountsTheTasks(string text, int tasks) => Assert.Equal(tasks, PlanText.Read(text).Tasks.Count);

    [Fact]
    public void Find_MakesUpNoLeadAndNoTime() => Assert.Equal(
        " | Rà soát các văn bản do tỉnh ban hành |  |  |  | ", PlanText.Tasks(PlanText.Read("II. NHIỆM VỤ\n- Rà soát các văn bản do tỉnh ban hành.")));
}
