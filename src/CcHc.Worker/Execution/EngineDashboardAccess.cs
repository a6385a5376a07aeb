using Microsoft.AspNetCore.Http;

namespace CcHc.Worker.Execution;

/// <summary>What a visitor may do on the engine's own dashboard.</summary>
public enum EngineRight { None, View, Operate }

/// <summary>Who may see the engine's dashboard, and what is written down before it acts.</summary>
/// <param name="RightOf">The right of whoever is logged in.</param>
/// <param name="NoteAction">Writes the audit row of one action, named by its path and the engine's numbers of the runs; the action waits for it and is not taken when it fails.</param>
public sealed record EngineDashboardAccess(Func<HttpContext, EngineRight> RightOf, Func<HttpContext, string, Task> NoteAction);
