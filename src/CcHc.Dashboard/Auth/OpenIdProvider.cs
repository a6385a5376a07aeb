using System.Security.Claims;
using CcHc.Adapters.Settings.Machine;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CcHc.Dashboard.Auth;

/// <summary>
/// What we ask of an identity provider beyond the handler's own checks (nhà cung cấp danh tính): TLS for every address, its own name, no redirects, short
/// answers, a token for us alone.
/// </summary>
public static class OpenIdProvider
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>Thousands of times what a provider has to say.</summary>
    private const int LongestAnswer = 1 << 20;

    /// <summary>Goes nowhere else when told to: the secret is for the provider alone.</summary>
    public static HttpClient NewHttp() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(20), MaxResponseContentBufferSize = LongestAnswer };

    /// <summary>Asked when first needed, and anew each half day or when a token is signed with an unknown key.</summary>
    public static IConfigurationManager<OpenIdConnectConfiguration> ConfigurationOf(OpenIdSettings provider, HttpClient http) =>
        new ConfigurationManager<OpenIdConnectConfiguration>(
            NameOf(provider.Authority) + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new SafeRetriever(http),
            new OurDemands(provider.Authority));

    public static bool IsInTime(DateTime? from, DateTime? until, DateTimeOffset now) =>
        until is { } end && now - ClockSkew < new DateTimeOffset(end, TimeSpan.Zero)
            && !(from is { } begin && now + ClockSkew < new DateTimeOffset(begin, TimeSpan.Zero));

    /// <summary>One audience, which the handler has compared, or several with us as the authorized party (OpenID Connect Core 1.0, 3.1.3.7).</summary>
    public static bool IsForUs(ClaimsPrincipal claims, string clientId) => claims.FindAll("aud").Count() == 1 || claims.FindFirst("azp")?.Value == clientId;

    private static string NameOf(Uri authority) => authority.ToString().TrimEnd('/');

    /// <summary>Also the provider's keys are fetched with TLS only; loopback is for trying it out.</summary>
    private sealed class SafeRetriever(HttpClient http) : IDocumentRetriever
    {
        private readonly HttpDocumentRetriever _documents = new(http) { RequireHttps = false };

        public Task<string> GetDocumentAsync(string address, CancellationToken cancel) =>
            OpenIdSettings.IsSafe(address) ? _documents.GetDocumentAsync(address, cancel)
                : throw new HttpRequestException($"The identity provider names {address}, an address without TLS.");
    }

    private sealed class OurDemands(Uri authority) : IConfigurationValidator<OpenIdConnectConfiguration>
    {
        public ConfigurationValidationResult Validate(OpenIdConnectConfiguration configuration)
        {
            var isGood = OpenIdSettings.IsSafe(configuration.AuthorizationEndpoint) && OpenIdSettings.IsSafe(configuration.TokenEndpoint)
                && configuration.Issuer?.TrimEnd('/') == NameOf(authority) && configuration.SigningKeys.Count > 0;
            return isGood
                ? new ConfigurationValidationResult { Succeeded = true }
                : new ConfigurationValidationResult { Succeeded = false,
                    ErrorMessage = $"{authority} is no OpenID provider, calls itself by another name, has no signing keys, or names addresses without TLS." };
        }
    }
}
