namespace CcHc.Adapters.Settings;

/// <summary>What a text must look like (dạng của giá trị).</summary>
internal static class SettingForms
{
    /// <returns>Null when it does.</returns>
    public static string? WhyNot(string given, SettingForm form) => form switch
    {
        SettingForm.MailAddress when !MailAddressText.IsBareAddress(given) => $"\"{given}\" is not a mail address. Write it bare: name@office.example.",
        SettingForm.WebAddress when !IsWebAddress(given) => $"\"{given}\" is not an http or https address.",
        SettingForm.PathBase when !IsPath(given) => $"\"{given}\" is not a path like \"/cchc\", with a slash before and none after it.",
        _ => null,
    };

    private static bool IsWebAddress(string given) =>
        Uri.TryCreate(given.Replace("{job}", "job", StringComparison.Ordinal), UriKind.Absolute, out var url) && url.Scheme is "http" or "https";

    private static bool IsPath(string given) => given.StartsWith('/') && !given.StartsWith("//", StringComparison.Ordinal) && !given.EndsWith('/')
        && Uri.IsWellFormedUriString(given, UriKind.Relative);
}
