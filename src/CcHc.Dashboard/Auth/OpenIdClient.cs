using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using CcHc.Adapters.Settings.Machine;
using Microsoft.AspNetCore.WebUtilities;

namespace CcHc.Dashboard.Auth;

/// <summary>
/// Talks to the identity provider: authorization code flow with PKCE (OpenID Connect Core 1.0, 3.1). The identity token comes straight from the provider over TLS, which stands for
/// checking its signature (3.1.3.7, item 6); issuer, audience, age and nonce are checked here.
/// </summary>
public sealed class OpenIdClient(OpenIdSettings settings, HttpClient http, TimeProvider clock)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>Thousands of times what a provider has to say.</summary>
    private const int LongestAnswer = 1 << 20;

    private Configuration? _configuration;

    /// <summary>Goes nowhere else when told to: the secret is for the provider alone.</summary>
    public static HttpClient NewHttp() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(20), MaxResponseContentBufferSize = LongestAnswer };

    /// <returns>Where to send the visitor.</returns>
    public async Task<Uri> LoginAddressAsync(Uri callback, string state, string nonce, string challenge, CancellationToken cancellationToken)
    {
        var configuration = await ConfigurationAsync(cancellationToken);
        return new Uri(QueryHelpers.AddQueryString(configuration.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["response_type"] = "code", ["scope"] = "openid profile email", ["client_id"] = settings.ClientId, ["redirect_uri"] = callback.ToString(),
            ["state"] = state, ["nonce"] = nonce, ["code_challenge"] = challenge, ["code_challenge_method"] = "S256",
        }));
    }

    /// <returns>The name the provider vouches for; null when what it sent does not hold.</returns>
    /// <exception cref="HttpRequestException">The provider cannot be reached, or refuses the code.</exception>
    public async Task<string?> NameOfAsync(string code, Uri callback, string verifier, string nonce, CancellationToken cancellationToken)
    {
        var configuration = await ConfigurationAsync(cancellationToken);
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = callback.ToString(), ["client_id"] = settings.ClientId, ["code_verifier"] = verifier,
        };
        if (settings.Secret is { } secret)
        {
            form["client_secret"] = secret.Reveal();
        }

        using var answer = await http.PostAsync(configuration.TokenEndpoint, new FormUrlEncodedContent(form), cancellationToken);
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<TokenAnswer>(cancellationToken);
        return token?.IdToken is { } identity && ClaimsOf(identity) is { } claims && Holds(claims, configuration.Issuer, nonce) ? Text(claims, settings.NameClaim) : null;
    }

    private async Task<Configuration> ConfigurationAsync(CancellationToken cancellationToken)
    {
        if (_configuration is null)
        {
            var read = await http.GetFromJsonAsync<Configuration>(settings.Authority.ToString().TrimEnd('/') + "/.well-known/openid-configuration", cancellationToken);
            _configuration = read is not null && OpenIdSettings.IsSafe(read.AuthorizationEndpoint) && OpenIdSettings.IsSafe(read.TokenEndpoint) && read.Issuer.TrimEnd('/') == settings.Authority.ToString().TrimEnd('/')
                ? read
                : throw new HttpRequestException($"{settings.Authority} is no OpenID provider, calls itself by another name, or names addresses without TLS.");
        }

        return _configuration;
    }

    private bool Holds(JsonElement claims, string issuer, string nonce)
    {
        var isFresh = claims.TryGetProperty("exp", out var exp) && exp.ValueKind == JsonValueKind.Number && exp.TryGetInt64(out var seconds) && seconds > (clock.GetUtcNow() - ClockSkew).ToUnixTimeSeconds();
        return isFresh && Text(claims, "iss") == issuer && IsForUs(claims) && Text(claims, "nonce") == nonce;
    }

    /// <summary>One audience, or several with us as the authorized party.</summary>
    private bool IsForUs(JsonElement claims) => claims.TryGetProperty("aud", out var audience) && (audience.ValueKind == JsonValueKind.Array
        ? audience.EnumerateArray().Any(IsUs) && (audience.GetArrayLength() == 1 || Text(claims, "azp") == settings.ClientId)
        : IsUs(audience));

    private bool IsUs(JsonElement audience) => audience.ValueKind == JsonValueKind.String && audience.GetString() == settings.ClientId;

    private static string? Text(JsonElement claims, string name) => claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? ClaimsOf(string token)
    {
        try
        {
            return token.Split('.') is [_, var payload, _] && JsonSerializer.Deserialize<JsonElement>(WebEncoders.Base64UrlDecode(payload)) is { ValueKind: JsonValueKind.Object } claims ? claims : null;
        }
        catch (Exception garbled) when (garbled is FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Configuration
    {
        [JsonPropertyName("issuer")]
        public string Issuer { get; init; } = "";
        [JsonPropertyName("authorization_endpoint")]
        public string AuthorizationEndpoint { get; init; } = "";
        [JsonPropertyName("token_endpoint")]
        public string TokenEndpoint { get; init; } = "";
    }

    private sealed record TokenAnswer
    {
        [JsonPropertyName("id_token")]
        public string? IdToken { get; init; }
    }
}
