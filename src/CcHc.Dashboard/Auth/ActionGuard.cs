using System.Reflection;
using CcHc.Adapters.Storage.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CcHc.Dashboard.Auth;

/// <summary>
/// Guards every page: who may open it, who may use its forms, and a row of the audit before anything is done. It stands before all pages, so a new one is
/// guarded without asking for it.
/// </summary>
internal sealed class ActionGuard(AuditTrail audit) : IAsyncPageFilter
{
    /// <summary>What must never be written down.</summary>
    private static readonly HashSet<string> Secrets =
        new(StringComparer.OrdinalIgnoreCase) { "password", "newPassword", "repeated", "current", "__RequestVerificationToken" };

    private const int LongestDetail = 500;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (page, request, user) = (context.ActionDescriptor.HandlerTypeInfo, context.HttpContext.Request, context.HttpContext.User);
        var isOpen = page.GetCustomAttribute<AllowAnonymousAttribute>() is not null;
        var isAction = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);
        if (!isOpen && !user.MayAct(page.GetCustomAttribute<SeenByAttribute>()?.Role ?? UserRole.Viewer))
        {
            context.Result = new ForbidResult();
            return;
        }

        if (!isOpen && isAction)
        {
            var needed = (context.HandlerMethod?.MethodInfo.GetCustomAttribute<ActionByAttribute>() ?? page.GetCustomAttribute<ActionByAttribute>())?.Role
                ?? UserRole.Operator;
            if (!user.MayAct(needed))
            {
                context.Result = new ForbidResult();
                return;
            }

            await audit.WriteAsync(
                user.NameOf(), $"{page.Name.Replace("Model", "", StringComparison.Ordinal)}.{context.HandlerMethod?.Name ?? "post"}", request.Path,
                Detail(request),
                context.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", context.HttpContext.RequestAborted);
        }

        await next();
    }

    private static string Detail(HttpRequest request)
    {
        var fields = request.HasFormContentType ? request.Form.Where(field => !Secrets.Contains(field.Key)).Select(field => $"{field.Key}={field.Value}") : [];
        var detail = string.Join("; ", fields);
        return detail.Length > LongestDetail ? detail[..LongestDetail] : detail;
    }
}
