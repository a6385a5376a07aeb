using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;

namespace CcHc.Core.Tests.Registers.Rows;

public class TaskNumberTest
{
    [Theory]
    [InlineData("1. Xây dựng kế hoạch", "1", "Xây dựng kế hoạch")]
    [InlineData("1.Xây dựng kế hoạch", "1", "Xây dựng kế hoạch")]
    [InlineData("a) Rà soát", "a", "Rà soát")]
    [InlineData("đ) Rà soát", "đ", "Rà soát")]
    [InlineData("(2) Rà soát", "2", "Rà soát")]
    [InlineData("1.2 Rà soát", "1.2", "Rà soát")]
    [InlineData("1.2.a. Rà soát", "1.2.a", "Rà soát")]
    [InlineData("II. CẢI CÁCH", "II", "CẢI CÁCH")]
    [InlineData("Nhiệm vụ 3: Rà soát", "3", "Rà soát")]
    [InlineData("2. 100% hồ sơ đúng hạn", "2", "100% hồ sơ đúng hạn")]
    [InlineData("- Rà soát", "", "Rà soát")]
    [InlineData("100% hồ sơ đúng hạn", "", "100% hồ sơ đúng hạn")]
    [InlineData("635 xã có mạng", "", "635 xã có mạng")]
    [InlineData("Rà soát 1. Văn bản", "", "Rà soát 1. Văn bản")]
    [InlineData("I-xô tiêu chuẩn", "", "I-xô tiêu chuẩn")]
    public void Cut_TakesOnlyANumberOffTheFront(string text, string number, string rest)
    {
        var (cut, words) = TaskNumber.Cut(text);
        Assert.Equal((number, rest), (cut.Text, words));
    }

    [Theory]
    [InlineData("1", NumberStyle.Integer)]
    [InlineData("01.", NumberStyle.Integer)]
    [InlineData("1.10", NumberStyle.Dotted)]
    [InlineData("II.3.1", NumberStyle.Dotted)]
    [InlineData("IV", NumberStyle.Roman)]
    [InlineData("A.", NumberStyle.UpperLetter)]
    [InlineData("đ)", NumberStyle.Letter)]
    [InlineData("Phần I", NumberStyle.Part)]
    [InlineData("NV-07", NumberStyle.Code)]
    [InlineData("Sở Y tế", NumberStyle.None)]
    [InlineData("-", NumberStyle.None)]
    public void Read_TellsTheStyles(string cell, NumberStyle style) => Assert.Equal(style, TaskNumber.Read(cell).Style);

    [Theory]
    [InlineData("1", "1.1", true)]
    [InlineData("1", "a)", true)]
    [InlineData("I", "1", true)]
    [InlineData("4", "1", true)]
    [InlineData("1.1", "1.1.1", true)]
    [InlineData("2.5", "2.2.1", false)]
    [InlineData("1", "2", false)]
    [InlineData("1", "2.1", false)]
    [InlineData("a)", "b)", false)]
    [InlineData("1", "-", false)]
    public void IsParentOf_SeesAListOpening(string number, string next, bool isParent) =>
        Assert.Equal(isParent, TaskNumber.Read(number).IsParentOf(TaskNumber.Read(next)));
}
