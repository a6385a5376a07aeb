using CcHc.Adapters.Mail;

namespace CcHc.FullStack;

/// <summary>What this build has; the default build has none of the full stack.</summary>
public static class FullStackFeatures
{
    public static bool IsBuilt => false;

    public static MailAbilities Mail => MailAbilities.SystemNetMail;

    /// <summary>The sender the settings ask for.</summary>
    public static IMailSender CreateMailSender(MailSettings settings, TimeProvider clock) => MailSenders.Create(settings, clock);
}
