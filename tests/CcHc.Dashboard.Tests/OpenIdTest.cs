using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CcHc.Dashboard.Tests;

/// <summary>Logging in through an identity provider that really answers, on a port of its own.</summary>
public sealed class OpenIdTest : IAsyncLifetime
{
    private WebApplication _provider = null!;
    private TestDashboard _dashboard = null!;
    private string _challenge = "";
    private Dictionary<string, object?> _claims = [];
    private string? _payload;
    private string? _signature;
    private bool _tokenMoved;
    private readonly RSA _key = RSA.Create(2048);

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _provider = builder.Build();
        _provider.MapGet("/.well-known/openid-configuration",
            () =>
                Results.Json(
                    new { issuer = Issuer, authorization_endpoint = Issuer + "/authorize", token_endpoint = Issuer + "/token", jwks_uri = Issuer + "/keys" }));
        _provider.MapGet("/keys", () => Results.Json(KeysOf(_key)));
        _provider.MapPost("/token",
            context => _tokenMoved ? Results.Redirect("/token-khac", preserveMethod: true).ExecuteAsync(context) : AnswerAsync(context));
        _provider.MapPost("/token-khac", AnswerAsync);
        await _provider.StartAsync();
        _dashboard = await new TestDashboard { OpenId = new OpenIdSettings(new Uri(Issuer), "cchc", new Secret("bí mật"), "preferred_username") }.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _dashboard.DisposeAsync();
        await _provider.DisposeAsync();
        _key.Dispose();
    }

    [Fact]
    public async Task WhoTheProviderVouchesFor_IsLoggedIn_WithTheRoleOfOurList()
    {
        using var visitor = await _dashboard.VisitAsync(null);
        using var answer = await ComeBackAsync(visitor, claims => claims);
        Assert.Equal("/nhat-ky-cua-toi", answer.Headers.Location!.ToString());
        Assert.Contains("Người Operator", (await visitor.PageAsync("/tai-khoan")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("preferred_username", "nguoi-la")]
    [InlineData("iss", "https://khac.example")]
    [InlineData("aud", "chuong-trinh-khac")]
    [InlineData("nonce", "cu")]
    [InlineData("exp", 1)]
    [InlineData("exp", "mai")]
    [InlineData("exp", 9e30)]
    [InlineData("aud", new[] { 1, 2 })]
    [InlineData("aud", new[] { "cchc", "chuong-trinh-khac" })]
    [InlineData("nonce", 7)]
    [InlineData("preferred_username", true)]
    [InlineData("sub", null)]
    public async Task WhatDoesNotHold_LogsNobodyIn(string claim, object? value)
    {
        using var visitor = await _dashboard.VisitAsync(null);
        using var answer = await ComeBackAsync(visitor, claims => new Dictionary<string, object?>(claims) { [claim] = value });
        await AssertNobodyIsInAsync(visitor, answer);
    }

    [Theory]
    [InlineData("c2ln")]
    [InlineData("AAAA")]
    public async Task ATokenSignedByAnother_LogsNobodyIn(string signature)
    {
        using var visitor = await _dashboard.VisitAsync(null);
        _signature = signature;
        using var answer = await ComeBackAsync(visitor, claims => claims);
        await AssertNobodyIsInAsync(visitor, answer);
    }

    [Fact]
    public async Task SeveralAudiences_AreTaken_WithUsAsTheAuthorizedParty()
    {
        using var visitor = await _dashboard.VisitAsync(null);
        using var answer = await ComeBackAsync(visitor,
            claims => new Dictionary<string, object?>(claims) { ["aud"] = new[] { "cchc", "chuong-trinh-khac" }, ["azp"] = "cchc" });
        Assert.Equal("/nhat-ky-cua-toi", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task AVisitorTheProviderRefuses_IsNotLoggedIn()
    {
        using var visitor = await _dashboard.VisitAsync(null);
        using var start = await visitor.GetAsync("/dang-nhap/oidc");
        var state = QueryHelpers.ParseQuery(start.Headers.Location!.Query)["state"].ToString();
        using var answer = await visitor.GetAsync($"/dang-nhap/oidc/ve?error=access_denied&state={Uri.EscapeDataString(state)}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task AssertNobodyIsInAsync(Visitor visitor, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using var home = await visitor.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, home.StatusCode);
        Assert.Contains(await _dashboard.Services.GetRequiredService<AuditTrail>()
            .ListAsync(), entry => entry is { Action: "login-refused", Subject: "openid" });
    }

    [Fact]
    public async Task AnAnswerNobodyAskedFor_IsRefused()
    {
        using var visitor = await _dashboard.VisitAsync(null);
        using var answer = await visitor.GetAsync("/dang-nhap/oidc/ve?code=x&state=y");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"operator\"")]
    [InlineData("không phải JSON")]
    public async Task ATokenThatIsNone_LogsNobodyIn(string payload)
    {
        using var visitor = await _dashboard.VisitAsync(null);
        _payload = payload;
        using var answer = await ComeBackAsync(visitor, claims => claims);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task AProviderThatSendsUsElsewhereWithTheSecret_IsNotFollowed()
    {
        using var visitor = await _dashboard.VisitAsync(null);
        _tokenMoved = true;
        using var answer = await ComeBackAsync(visitor, claims => claims);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://dang-nhap.example", "https://dang-nhap.example/di", "https://dang-nhap.example/token", "https://dang-nhap.example/keys", true)]
    [InlineData("https://dang-nhap.example/", "https://dang-nhap.example/di", "https://dang-nhap.example/token", "https://dang-nhap.example/keys", true)]
    [InlineData("https://khac.example", "https://dang-nhap.example/di", "https://dang-nhap.example/token", "https://dang-nhap.example/keys", false)]
    [InlineData("https://dang-nhap.example", "http://dang-nhap.example/di", "https://dang-nhap.example/token", "https://dang-nhap.example/keys", false)]
    [InlineData("https://dang-nhap.example", "https://dang-nhap.example/di", "http://dang-nhap.example/token", "https://dang-nhap.example/keys", false)]
    [InlineData("https://dang-nhap.example", "https://dang-nhap.example/di", "https://dang-nhap.example/token", "http://dang-nhap.example/keys", false)]
    [InlineData("https://dang-nhap.example", "https://dang-nhap.example/di", "https://dang-nhap.example/token", null, false)]
    [InlineData("https://dang-nhap.example", "javascript:alert(1)", "https://dang-nhap.example/token", "https://dang-nhap.example/keys", false)]
    [InlineData("https://dang-nhap.example", null, "https://dang-nhap.example/token", "https://dang-nhap.example/keys", false)]
    [InlineData(null, "https://dang-nhap.example/di", "https://dang-nhap.example/token", "https://dang-nhap.example/keys", false)]
    public async Task AProvidersAddresses_AreUsedOnlyWithTlsAndUnderItsName(string? issuer, string? authorize, string? token, string? keys, bool isUsed)
    {
        var configuration = JsonSerializer.Serialize(new { issuer, authorization_endpoint = authorize, token_endpoint = token, jwks_uri = keys });
        using var http = new HttpClient(new FixedAnswers(configuration, JsonSerializer.Serialize(KeysOf(_key))));
        var provider = OpenIdProvider.ConfigurationOf(new OpenIdSettings(new Uri("https://dang-nhap.example"), "cchc", null, "sub"), http);
        var refused = await Record.ExceptionAsync(() => provider.GetConfigurationAsync(CancellationToken.None));
        Assert.Equal(isUsed, refused is null);
    }

    [Fact]
    public async Task ALongWayBack_IsForgotten()
    {
        using var visitor = await _dashboard.VisitAsync(null);
        using var answer = await ComeBackAsync(visitor, claims => claims, "/" + new string('a', 1_500));
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    private string Issuer => _provider.Urls.First();

    private async Task<HttpResponseMessage> ComeBackAsync(Visitor visitor, Func<Dictionary<string, object?>, Dictionary<string, object?>> change,
        string wayBack = "/nhat-ky-cua-toi")
    {
        using var start = await visitor.GetAsync("/dang-nhap/oidc?returnUrl=" + Uri.EscapeDataString(wayBack));
        Assert.StartsWith(Issuer + "/authorize", start.Headers.Location!.ToString(), StringComparison.Ordinal);
        var asked = QueryHelpers.ParseQuery(start.Headers.Location.Query);
        _challenge = asked["code_challenge"].ToString();
        _claims = change(new Dictionary<string, object?>
        {
            ["iss"] = Issuer, ["sub"] = "nguoi-1", ["iat"] = _dashboard.Clock.Now.ToUnixTimeSeconds(), ["aud"] = "cchc", ["nonce"] = asked["nonce"].ToString(),
            ["exp"] = _dashboard.Clock.Now.AddMinutes(5).ToUnixTimeSeconds(), ["preferred_username"] = "Operator",
        });
        return await visitor.GetAsync($"/dang-nhap/oidc/ve?code=ma&state={Uri.EscapeDataString(asked["state"].ToString())}");
    }

    private async Task AnswerAsync(HttpContext context) => await (await TokenAsync(context)).ExecuteAsync(context);

    /// <summary>Gives the token only to who knows the secret and began the journey.</summary>
    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var isRight = form["code"] == "ma" && form["client_secret"] == "bí mật"
            && WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == _challenge;
        return isRight
            ? Results.Json(new { id_token = Signed(_payload is null ? JsonSerializer.SerializeToUtf8Bytes(_claims) : Encoding.UTF8.GetBytes(_payload)),
                access_token = "mo", token_type = "Bearer" }) : Results.BadRequest();
    }

    private string Signed(byte[] payload)
    {
        const string header = """{"alg":"RS256","kid":"1"}""";
        var text = $"{WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(header))}.{WebEncoders.Base64UrlEncode(payload)}";
        return $"{text}.{_signature ?? WebEncoders.Base64UrlEncode(_key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static object KeysOf(RSA key)
    {
        var numbers = key.ExportParameters(false);
        return new { keys = new[] { new { kty = "RSA", use = "sig", kid = "1", alg = "RS256", n = WebEncoders.Base64UrlEncode(numbers.Modulus!),
            e = WebEncoders.Base64UrlEncode(numbers.Exponent!) } } };
    }

    /// <summary>A provider that says two things only.</summary>
    private sealed class FixedAnswers(string configuration, string keys) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage
            {
                Content = new StringContent(request.RequestUri!.AbsolutePath == "/keys" ? keys : configuration, Encoding.UTF8, "application/json"),
            });
    }
}
