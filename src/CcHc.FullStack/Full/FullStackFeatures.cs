using CcHc.Adapters.Mail;
using CcHc.FullStack.Mail;

namespace CcHc.FullStack;

/// <summary>What this build has: Hangfire runs the jobs where PostgreSQL is set, MailKit sends.</summary>
public static class FullStackFeatures
{
    public static bool IsBuilt => true;

    public static MailAbilities Mail => MailKitMailSender.Abilities;

    /// <summary>The sender the settings ask for.</summary>
    public static IMailSender CreateMailSender(MailSettings settings, TimeProvider clock) =>
        settings.Mode == MailMode.Smtp ? new MailKitMailSender(settings) : MailSenders.Create(settings, clock);
}
