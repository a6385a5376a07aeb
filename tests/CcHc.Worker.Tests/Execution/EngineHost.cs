using CcHc.Worker.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Tests.Execution;

/// <summary>A small host with Hangfire's hooks; a header says what its visitor may do.</summary>
internal static class EngineHost
{
    private const string RightHeader = "X-Test-Right";

    public static async Task<(WebApplication App, bool HasDashboard)> StartAsync(EngineSettings settings, IRunByOccurrence runs, Action<string>? note = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddSingleton(runs).AddHangfireExecution(settings);
        var app = builder.Build();
        var hasDashboard = app.MapHangfire(new EngineDashboardAccess(
            context => Enum.TryParse<EngineRight>(context.Request.Headers[RightHeader], out var right) ? right : EngineRight.None,
            (_, action) =>
            {
                note?.Invoke(action);
                return Task.CompletedTask;
            }));
        await app.StartAsync();
        return (app, hasDashboard);
    }

    public static IRunDispatcher Dispatcher(WebApplication app) => app.Services.GetRequiredService<IRunDispatcher>();

    public static HttpRequestMessage Request(WebApplication app, string path, EngineRight right, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, app.Urls.First() + path);
        request.Headers.Add(RightHeader, right.ToString());
        return request;
    }
}
