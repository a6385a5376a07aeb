using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings;

namespace CcHc.Adapters.Tests.Mail;

public sealed class MailAddressTextTest
{
    [Theory]
    [InlineData("stp@soctrang.gov.vn", true)]
    [InlineData("van-thu.stp+cchc@soctrang.gov.vn", true)]
    [InlineData("a@sởnộivụ.vn", true)]
    [InlineData("sở@soctrang.gov.vn", false)]
    [InlineData("Sở Tư pháp <stp@soctrang.gov.vn>", false)]
    [InlineData("<stp@soctrang.gov.vn>", false)]
    [InlineData("stp@soctrang.gov.vn;", false)]
    [InlineData("a@so.gov.vn,b@so.gov.vn", false)]
    [InlineData(" stp@soctrang.gov.vn", false)]
    [InlineData("stp@soctrang.gov.vn\r\n", false)]
    [InlineData("stp@@soctrang.gov.vn", false)]
    [InlineData("stp.soctrang.gov.vn", false)]
    [InlineData("@soctrang.gov.vn", false)]
    [InlineData("\"a,b\"@so.gov.vn", false)]
    [InlineData("\"a>b\"@so.gov.vn", false)]
    [InlineData("a(ghi-chu)@so.gov.vn", false)]
    [InlineData("a@so.gov.vn\0", false)]
    [InlineData("", false)]
    public void IsBareAddress_TakesOneAddress_AndNothingAroundIt(string text, bool isAddress) => Assert.Equal(isAddress, MailAddressText.IsBareAddress(text));
}
