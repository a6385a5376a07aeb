using Microsoft.AspNetCore.Http;

namespace CcHc.Worker.Execution.JobPages;

/// <summary>What a visitor may do on Hangfire's pages.</summary>
public enum HangfireRight { None, View, Operate }

/// <summary>Who may see Hangfire's pages, and what is written down before it acts.</summary>
/// <param name="RightOf">The right of whoever is logged in.</param>
/// <param name="NoteAction">Writes the audit row of one action, named by its path and Hangfire's numbers of the runs; the action waits for it and is not taken
/// when it fails.</param>
public sealed record HangfireAccess(Func<HttpContext, HangfireRight> RightOf, Func<HttpContext, string, Task> NoteAction);
