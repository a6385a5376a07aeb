using CcHc.Core.Mail;

namespace CcHc.Core.Tests.Mail;

public class MessageIdTest
{
    [Theory]
    [InlineData("20260630.reminder", "snv@tinh.gov.vn", "<20260630.reminder@tinh.gov.vn>")]
    [InlineData("test.1", "cchc@localhost.localdomain", "<test.1@localhost.localdomain>")]
    public void AMessageId_EndsWithTheSendersDomain(string name, string sender, string expected) => Assert.Equal(expected, MessageId.Of(name, sender));

    [Fact]
    public void FreeWords_BecomeADigest_ThatTellsThemApart()
    {
        Assert.Matches("^[0-9a-f]{16}$", MessageId.Digest("Sở Nội vụ <x@y>", 16));
        Assert.Equal(MessageId.Digest("Sở Nội vụ", 24), MessageId.Digest("Sở Nội vụ", 24));
        Assert.NotEqual(MessageId.Digest("Sở Nội vụ", 24), MessageId.Digest("Sở Tư pháp", 24));
    }
}
