using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages;

/// <summary>Who did what when (nhật ký).</summary>
public sealed class AuditModel(AuditTrail audit, UserStore people) : PageModel
{
    private const int PageSize = 100;

    public string Person { get; private set; } = "";

    public PagedList<AuditEntry> Found { get; private set; } = null!;

    /// <summary>Of what was done, with what.</summary>
    public string Words { get; private set; } = "";

    public DateOnly? Day { get; private set; }

    public bool IsAll => Person.Length == 0 && Words.Length == 0 && Day is null;

    public Pager Pager => Pager.Of(Found, "/Audit", QueryParameters.Address(("nguoi", Person), ("tim", Words), ("ngay", QueryParameters.Written(Day))));

    public IReadOnlyList<string> Known { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        (Person, Words, Day, var page) = (Request.Query.Word("nguoi"), Request.Query.Word("tim"), Request.Query.Day("ngay"), Request.Query.Page());
        var (from, before) = QueryParameters.Span(Day);
        var filter = new AuditFilter(Person, Words, from, before);
        Known = [.. (await people.ListAsync(cancellationToken)).Select(person => person.Name)];
        Found = await PagedList<AuditEntry>.ReadAsync(
            await audit.CountAsync(filter, cancellationToken), page, PageSize, (skip, limit) => audit.ListAsync(filter, skip, limit, cancellationToken));
    }

    /// <summary>What was typed as a name and is none may be a password: only administrators see it.</summary>
    public bool MayShowPerson(AuditEntry entry) =>
        !entry.Action.StartsWith("login-", StringComparison.Ordinal) || User.MayAct(UserRole.Admin) || Known.Contains(entry.Person);
}
