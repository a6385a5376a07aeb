using CcHc.Core.Mail;

namespace CcHc.Core.Tests.Mail;

/// <summary>Real answers of mail servers and whose fault each is; RELIABILITY 44, 73 and 74.</summary>
public sealed class RefusalReaderTest
{
    private const string Recipient = "stp@x.example";
    private const string Sender = "cchc@so.gov.vn";

    public static TheoryData<string, SmtpStep, int, string, RefusalCause> Answers()
    {
        var table = new TheoryData<string, SmtpStep, int, string, RefusalCause>();
        foreach (var row in ServerAnswers.All)
        {
            var text = row.Text.Replace("{to}", Recipient, StringComparison.Ordinal).Replace("{from}", Sender, StringComparison.Ordinal);
            table.Add(row.Server, row.Step, row.Code, text, row.Cause);
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Judge_BlamesAnAddress_OnlyWhereTheServerSpeaksOfIt(string server, SmtpStep step, int code, string text, RefusalCause cause)
    {
        Assert.NotEmpty(server);
        Assert.Equal(cause, RefusalReader.Judge(new ServerAnswer(step, code, text), Recipient, Sender));
    }

    /// <summary>Whatever a server writes behind it: before the recipient was named nothing can be the recipient's fault.</summary>
    [Theory]
    [MemberData(nameof(Answers))]
    public void Judge_BlamesNoAddress_BeforeItWasNamed(string server, SmtpStep step, int code, string text, RefusalCause cause)
    {
        Assert.NotEmpty(server);
        Assert.All([SmtpStep.Greeting, SmtpStep.Login, SmtpStep.Sender],
            early => Assert.NotEqual(RefusalCause.Address, RefusalReader.Judge(new ServerAnswer(early, code, text), Recipient, Sender)));
        Assert.True(step >= SmtpStep.Recipient || cause != RefusalCause.Address);
    }

    [Theory]
    [InlineData("5.1.1 <a@x>: gone", "5.1.1")]
    [InlineData("gone (#5.1.2)", "5.1.2")]
    [InlineData("5.7.708 no", "5.7.708")]
    [InlineData("host 10.5.1.1 says no", null)]
    [InlineData("", null)]
    public void Status_IsReadWhereServersWriteIt(string text, string? status) => Assert.Equal(status, new ServerAnswer(SmtpStep.Recipient, 550, text).Status);

    [Theory]
    [InlineData("10.0.0.1:25: 550: 5.1.1 <a@x.vn>: User unknown", "10.0.0.1:25: 550: 5.1.1 <b@y.vn>: User unknown", true)]
    [InlineData("550: no such user a@x.vn", "550: no such user b@x.vn", true)]
    [InlineData("550: spam, id=ab12cd34-55", "550: spam, id=ff09ab77-01", true)]
    [InlineData("550: 5.1.1 User unknown", "550: 5.7.1 User unknown", false)]
    [InlineData("550: User unknown", "550: Relaying denied", false)]
    public void SameText_OverlooksAddressesAndNumbers(string one, string other, bool isSame) =>
        Assert.Equal(isSame, RefusalReader.SameText(one) == RefusalReader.SameText(other));
}
