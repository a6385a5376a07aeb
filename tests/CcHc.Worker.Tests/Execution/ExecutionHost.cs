using CcHc.Core.Jobs;
using CcHc.Worker.Execution;
using CcHc.Worker.Execution.JobPages;
using CcHc.Worker.Jobs;
using CcHc.Worker.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CcHc.Worker.Tests.Execution;

/// <summary>A small host that executes a test office's runs with Hangfire; its one job does as it is told, and a header says what its visitor may do.</summary>
internal static class ExecutionHost
{
    private const string RightHeader = "X-Test-Right";

    public static async Task<WebApplication> StartAsync(TestOffice office, ScriptedJob job, Action<string>? note = null, bool isMigrated = true)
    {
        if (isMigrated)
        {
            await (await office.OpenAsync()).DisposeAsync();
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddCcHc(office.Office, office.Machine, office.Clock).AddHangfireExecution(office.Machine);
        builder.Services.RemoveAll<IJob>().AddSingleton<IJob>(job);
        var app = builder.Build();
        app.MapHangfire(new HangfireAccess(
            context => Enum.TryParse<HangfireRight>(context.Request.Headers[RightHeader], out var right) ? right : HangfireRight.None,
            (_, action) =>
            {
                note?.Invoke(action);
                return Task.CompletedTask;
            }));
        await app.StartAsync();
        return app;
    }

    public static Task EnqueueAsync(this WebApplication app, string occurrence) =>
        app.Services.GetRequiredService<JobQueue>().EnqueueAsync(nameof(JobDuty.RemindAgencies), occurrence, CancellationToken.None);

    public static HttpRequestMessage Request(WebApplication app, string path, HangfireRight right, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, app.Urls.First() + path);
        request.Headers.Add(RightHeader, right.ToString());
        return request;
    }
}
