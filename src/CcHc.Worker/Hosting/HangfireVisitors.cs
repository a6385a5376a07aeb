using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Auth;
using CcHc.Worker.Execution.JobPages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Hosting;

/// <summary>Who may see Hangfire's pages: whoever is logged in; only operators and administrators act there, and each action is written down first.</summary>
internal static class HangfireVisitors
{
    public static HangfireAccess Access { get; } = new(RightOf, NoteAsync);

    private static HangfireRight RightOf(HttpContext visit) =>
        visit.User.MayAct(UserRole.Operator) ? HangfireRight.Operate
        : visit.User.MayAct(UserRole.Viewer) ? HangfireRight.View
        : HangfireRight.None;

    private static Task NoteAsync(HttpContext visit, string action) => visit.RequestServices.GetRequiredService<AuditTrail>().WriteAsync(
        visit.User.NameOf(), "hangfire", detail: action, address: visit.Connection.RemoteIpAddress?.ToString() ?? "", cancellationToken: visit.RequestAborted);
}
