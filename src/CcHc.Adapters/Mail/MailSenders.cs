using CcHc.Adapters.Mail.Smtp;
using CcHc.Adapters.Settings.Machine;

namespace CcHc.Adapters.Mail;

/// <summary>Chooses the sender the settings ask for.</summary>
public static class MailSenders
{
    /// <summary>In preview mode letters are rendered and never handed to a sender; the folder stands ready for `test-mail` alone.</summary>
    public static IMailSender Create(MailSettings settings, TimeProvider clock) =>
        settings.Mode == MailMode.Smtp ? new MailKitMailSender(settings) : new PickupFolderMailSender(settings, clock);
}
