using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Storage;
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
    private Dictionary<string, object> _claims = [];

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _provider = builder.Build();
        _provider.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = Issuer, authorization_endpoint = Issuer + "/authorize", token_endpoint = Issuer + "/token" }));
        _provider.MapPost("/token", (Delegate)TokenAsync);
        await _provider.StartAsync();
        _dashboard = await new TestDashboard { OpenId = new OpenIdSettings(new Uri(Issuer), "cchc", new Secret("bí mật"), "preferred_username") }.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _dashboard.DisposeAsync();
        await _provider.DisposeAsync();
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
    public async Task WhatDoesNotHold_LogsNobodyIn(string claim, object value)
    {
        using var visitor = await _dashboard.VisitAsync(null);
        using var answer = await ComeBackAsync(visitor, claims => new Dictionary<string, object>(claims) { [claim] = value });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using var home = await visitor.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, home.StatusCode);
        Assert.Contains(await _dashboard.Services.GetRequiredService<AuditTrail>().ListAsync(), entry => entry is { Action: "login-refused", Subject: "openid" });
    }

    [Fact]
    public async Task AnAnswerNobodyAskedFor_IsRefused()
    {
        using var visitor = await _dashboard.VisitAsync(null);
        using var answer = await visitor.GetAsync("/dang-nhap/oidc/ve?code=x&state=y");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private string Issuer => _provider.Urls.First();

    private async Task<HttpResponseMessage> ComeBackAsync(Visitor visitor, Func<Dictionary<string, object>, Dictionary<string, object>> change)
    {
        using var start = await visitor.GetAsync("/dang-nhap/oidc?returnUrl=%2Fnhat-ky-cua-toi");
        Assert.StartsWith(Issuer + "/authorize", start.Headers.Location!.ToString(), StringComparison.Ordinal);
        var asked = QueryHelpers.ParseQuery(start.Headers.Location.Query);
        _challenge = asked["code_challenge"].ToString();
        _claims = change(new Dictionary<string, object>
        {
            ["iss"] = Issuer, ["aud"] = "cchc", ["nonce"] = asked["nonce"].ToString(), ["exp"] = DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds(), ["preferred_username"] = "Operator",
        });
        return await visitor.GetAsync($"/dang-nhap/oidc/ve?code=ma&state={Uri.EscapeDataString(asked["state"].ToString())}");
    }

    /// <summary>Gives the token only to who knows the secret and began the journey.</summary>
    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var isRight = form["code"] == "ma" && form["client_secret"] == "bí mật"
            && WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == _challenge;
        return isRight ? Results.Json(new { id_token = $"e30.{WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(_claims))}.c2ln" }) : Results.BadRequest();
    }
}
