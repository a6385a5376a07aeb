using CcHc.FullStack;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CcHc.Worker.Service;

/// <summary>Who may see the full stack's own pages: whoever is logged in; only operators and administrators act there, and each action is written down first.</summary>
internal static partial class EngineVisitors
{
    public static EngineDashboardAccess Access { get; } = new(RightOf, NoteAsync);

    private static EngineRight RightOf(HttpContext visit) =>
        visit.User.IsInRole("operator") || visit.User.IsInRole("admin") ? EngineRight.Operate
        : visit.User.Identity is { IsAuthenticated: true } ? EngineRight.View
        : EngineRight.None;

    private static Task NoteAsync(HttpContext visit, string action)
    {
        LogAction(visit.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(EngineVisitors)), visit.User.Identity?.Name ?? "", action);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{User} acts on the engine's dashboard: {Action}")]
    private static partial void LogAction(ILogger logger, string user, string action);
}
