namespace CcHc.Adapters.Settings.Machine;

/// <summary>Logging in by the office's own identity provider (đăng nhập một lần, OpenID Connect). Who may do what still stands in our list of people.</summary>
/// <param name="Authority">The provider's address, https; its configuration lies below it at .well-known/openid-configuration.</param>
/// <param name="NameClaim">The claim that holds the name somebody has in our list.</param>
public sealed record OpenIdSettings(Uri Authority, string ClientId, Secret? Secret, string NameClaim)
{
    /// <summary>Without TLS anybody in between could say who logs in; loopback is for trying it out.</summary>
    public static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var parsed) && (parsed.Scheme == Uri.UriSchemeHttps || parsed is { IsLoopback: true, Scheme: "http" });

    public const string SecretVariable = "CCHC_OIDC_SECRET";
}
