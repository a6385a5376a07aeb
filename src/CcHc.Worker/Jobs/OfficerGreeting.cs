using CcHc.Adapters.Settings.Jobs;

namespace CcHc.Worker.Jobs;

/// <summary>How letters to the office's own officers begin (lời gửi cán bộ của Sở).</summary>
internal static class OfficerGreeting
{
    public static string Of(JobsFile settings) =>
        $"Kính gửi: {(settings.Contact.Name.Length > 0 ? settings.Contact.Name : "Bộ phận theo dõi cải cách hành chính")}";
}
