using CcHc.Adapters.Mail;
using CcHc.Adapters.Tests.Support;

namespace CcHc.Adapters.Tests.Mail;

public sealed class SmtpMailSenderTest(SharedSmtpServer shared) : SmtpSendingContract(shared)
{
    protected override IMailSender NewSender(MailSettings settings) => new SmtpMailSender(settings);
}

public sealed class SmtpMailSenderSecurityTest : SmtpSecurityContract
{
    protected override IMailSender NewSender(MailSettings settings) => new SmtpMailSender(settings);
}

public sealed class SmtpMailSenderDeliveryTest(SharedSmtpServer shared) : SmtpDeliveryContract(shared)
{
    protected override IMailSender NewSender(MailSettings settings) => new SmtpMailSender(settings);
}
